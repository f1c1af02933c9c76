package io.tare.report;

import java.util.ArrayList;
import java.util.List;

/** A published table beside the measured one as words and figures, the same in every form of the report. */
final class AgainstCells {
    private AgainstCells() {}

    static List<String> head(AgainstTable table) {
        String here = table.measured().map(m -> ", " + m.unit()).orElse("");
        return List.of(
                "mode",
                "published ± sd, " + table.published().unit(),
                "change [95%]",
                "n",
                "measured ± sd" + here,
                "change [95%]",
                "reading");
    }

    /** One row a published row. */
    static List<List<String>> rows(AgainstTable table) {
        int there = Numbers.decimals(
                table.rows().stream().mapToDouble(r -> r.published().mean()).toArray());
        int here = table.measured().map(MetricTable::decimals).orElse(1);
        List<List<String>> rows = new ArrayList<>();
        for (AgainstRow row : table.rows()) {
            List<String> cells = new ArrayList<>(List.of(
                    row.label(),
                    spread(row.published().mean(), row.published().stddev(), there),
                    row.ratio().map(AgainstCells::published).orElse("1")));
            row.measured()
                    .flatMap(CellRow::summary)
                    .ifPresentOrElse(
                            s -> cells.addAll(List.of(
                                    Integer.toString(s.n()), spread(s.mean(), s.stddev(), here), measured(row))),
                            () -> cells.addAll(List.of("0", Numbers.NONE, Numbers.NONE)));
            cells.add(table.missing().isEmpty() ? reading(row) : AgainstRow.Agreement.MISSING.words());
            rows.add(cells);
        }
        return rows;
    }

    private static String spread(double mean, double stddev, int decimals) {
        return "%s ± %s".formatted(Numbers.fixed(mean, decimals), Numbers.fixed(stddev, decimals));
    }

    private static String published(PublishedRatio ratio) {
        return "%s × %s %s"
                .formatted(Numbers.fixed(ratio.ratio(), 2), ratio.of(), Numbers.interval(ratio.interval(), 2));
    }

    private static String measured(AgainstRow row) {
        return row.change()
                .map(c -> "%s %s"
                        .formatted(Numbers.ratio(c, 2), Numbers.ratioInterval(c, 2))
                        .strip())
                .orElse(row.agreement() == AgainstRow.Agreement.BASELINE ? "1" : Numbers.NONE);
    }

    private static String reading(AgainstRow row) {
        return row.missing().isEmpty() ? row.agreement().words() : "not compared: " + row.missing();
    }
}
