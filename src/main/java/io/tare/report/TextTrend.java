package io.tare.report;

import io.tare.compare.Trend;
import io.tare.stats.ChangePoints.ChangePoint;
import io.tare.study.Better;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A metric over many runs for a terminal: a table a study and unit, in it a row a cell with its course, and below it where the level changed. */
public final class TextTrend {
    private static final String COURSE = "▁▂▃▄▅▆▇█";
    private static final int WIDEST = 40;
    private static final int LABEL = 34;
    private static final int GAP = 2;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private TextTrend() {}

    /** Each line ended by a line feed; at most {@code columns} wide. */
    public static String render(Trend trend, int columns) {
        List<String> lines = new ArrayList<>();
        lines.add(TextTable.cut(Plain.line(MetricMeaning.title(trend.metric())), columns));
        Map<List<String>, List<Trend.Series>> tables = new LinkedHashMap<>();
        trend.series()
                .forEach(s -> tables.computeIfAbsent(List.of(s.study(), s.unit()), _ -> new ArrayList<>())
                        .add(s));
        tables.forEach((of, series) -> {
            lines.add("");
            lines.add(
                    TextTable.cut(Plain.line(of.getLast().isEmpty() ? of.getFirst() : String.join(", ", of)), columns));
            table(series, columns, lines);
            unfound(series, trend).ifPresent(told -> lines.addAll(TextNotes.wrap(told, "", columns)));
        });
        if (!trend.left().isEmpty()) {
            lines.add("");
            lines.add("Left out");
            trend.left().forEach(l -> lines.addAll(TextNotes.wrap(l, "  ", columns)));
        }
        return String.join("\n", lines) + "\n";
    }

    private static void table(List<Trend.Series> all, int columns, List<String> lines) {
        int decimals = Numbers.decimals(all.stream()
                .flatMap(s -> s.points().stream())
                .mapToDouble(Trend.Point::mean)
                .toArray());
        TextTable figures = new TextTable().row(List.of("cell", "runs", "first", "last"));
        for (Trend.Series series : all) {
            figures.row(List.of(
                    TextTable.cutInside(Plain.line(series.cell().toString()), Math.min(LABEL, columns / 3)),
                    Integer.toString(series.points().size()),
                    Numbers.fixed(series.points().getFirst().mean(), decimals),
                    Numbers.fixed(series.points().getLast().mean(), decimals)));
        }
        List<String> rows = figures.lines();
        int room = Math.clamp(columns - TextTable.width(rows.getFirst()) - GAP, 1, WIDEST);
        int longest = all.stream().mapToInt(s -> s.points().size()).max().orElse(0);
        String latest = "course, last " + room;
        String head = longest <= room ? "course" : latest.length() <= room ? latest : "last " + room;
        lines.add(TextTable.cut(rows.getFirst() + "  " + head, columns));
        for (int i = 0; i < all.size(); i++) {
            double[] means =
                    all.get(i).points().stream().mapToDouble(Trend.Point::mean).toArray();
            lines.add(TextTable.cut(rows.get(i + 1) + "  " + course(means, room), columns));
        }
        all.forEach(s -> s.changes().forEach(c -> lines.addAll(TextNotes.wrap(change(s, c, decimals), "", columns))));
    }

    /** What is to be said where no change was found; empty where one was. */
    private static Optional<String> unfound(List<Trend.Series> all, Trend trend) {
        if (all.stream().anyMatch(s -> !s.changes().isEmpty())) {
            return Optional.empty();
        }
        int longest = all.stream().mapToInt(s -> s.points().size()).max().orElse(0);
        if (longest < Trend.FEWEST) {
            return Optional.of("A change of level can be told from chance from %d runs on.".formatted(Trend.FEWEST));
        }
        return Optional.of(
                longest < trend.needed()
                        ? "No change of level was found, nor could one be: of %d series that are looked at together it can be told from chance from %d runs on."
                                .formatted(trend.searched(), trend.needed())
                        : "No change of level was found.");
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

    /** The last points, so many at most, in eight steps between their least and most. */
    static String course(double[] means, int most) {
        int from = Math.max(0, means.length - most);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = from; i < means.length; i++) {
            low = Math.min(low, means[i]);
            high = Math.max(high, means[i]);
        }
        StringBuilder course = new StringBuilder();
        for (int i = from; i < means.length; i++) {
            double share = high > low ? (means[i] - low) / (high - low) : 0.5;
            course.append(COURSE.charAt((int) Math.min(7, Math.floor(8 * share))));
        }
        return course.toString();
    }
}
