package io.tare.report;

import io.tare.compare.Trend;
import io.tare.stats.ChangePoints.ChangePoint;
import io.tare.study.Better;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A metric over many runs for a terminal: a row a cell with its course, and below it where the level changed. */
public final class TextTrend {
    private static final String COURSE = "▁▂▃▄▅▆▇█";
    private static final int WIDEST = 40;
    private static final int LABEL = 34;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private TextTrend() {}

    /** Each line ended by a line feed; at most {@code columns} wide. */
    public static String render(Trend trend, int columns) {
        List<String> lines = new ArrayList<>();
        String unit =
                trend.series().isEmpty() ? "" : ", " + trend.series().getFirst().unit();
        lines.add(TextTable.cut(Plain.line(MetricMeaning.title(trend.metric()) + unit), columns));
        int decimals = Numbers.decimals(trend.series().stream()
                .flatMap(s -> s.points().stream())
                .mapToDouble(Trend.Point::mean)
                .toArray());
        TextTable table = new TextTable().row(List.of("cell", "runs", "first", "last", "course"));
        for (Trend.Series series : trend.series()) {
            double[] means =
                    series.points().stream().mapToDouble(Trend.Point::mean).toArray();
            table.row(List.of(
                    TextTable.cutInside(Plain.line(series.cell().toString()), LABEL),
                    Integer.toString(means.length),
                    Numbers.fixed(means[0], decimals),
                    Numbers.fixed(means[means.length - 1], decimals),
                    course(means)));
        }
        table.lines().forEach(line -> lines.add(TextTable.cut(line.stripTrailing(), columns)));
        lines.add("");
        for (Trend.Series series : trend.series()) {
            series.changes().forEach(c -> lines.addAll(TextNotes.wrap(change(series, c, decimals), "", columns)));
        }
        if (trend.series().stream().allMatch(s -> s.changes().isEmpty())) {
            lines.add("No change of level was found.");
        }
        trend.left().forEach(l -> lines.addAll(TextNotes.wrap(l, "  ", columns)));
        return String.join("\n", lines) + "\n";
    }

    private static String change(Trend.Series series, ChangePoint change, int decimals) {
        Trend.Point at = series.points().get(change.at());
        double percent = 100 * (change.after() - change.before()) / Math.abs(change.before());
        boolean better = change.after() > change.before() == (series.better() == Better.HIGHER);
        return "%s: %s → %s (%s%s) from %s, %s on; p %s"
                .formatted(
                        series.cell(),
                        Numbers.fixed(change.before(), decimals),
                        Numbers.fixed(change.after(), decimals),
                        ChangeTables.percent(percent),
                        series.better() == Better.NEITHER ? "" : better ? ", better" : ", worse",
                        DAY.format(at.started()),
                        at.run(),
                        Numbers.p(change.p()));
    }

    /** The last points in eight steps between their least and most. */
    static String course(double[] means) {
        int from = Math.max(0, means.length - WIDEST);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = from; i < means.length; i++) {
            least = Math.min(least, means[i]);
            most = Math.max(most, means[i]);
        }
        StringBuilder course = new StringBuilder();
        for (int i = from; i < means.length; i++) {
            double share = most > least ? (means[i] - least) / (most - least) : 0.5;
            course.append(COURSE.charAt((int) Math.min(7, Math.floor(8 * share))));
        }
        return course.toString();
    }
}
