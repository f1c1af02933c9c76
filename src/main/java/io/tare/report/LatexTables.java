package io.tare.report;

import io.tare.report.MetricTable.Weight;
import java.util.ArrayList;
import java.util.List;

/** The tables of a run, and those beside a published study, in LaTeX. */
final class LatexTables {
    private LatexTables() {}

    /** Every main metric. */
    static String run(Analysis analysis) {
        Latex out = new Latex();
        Places places = Places.of(analysis);
        String took = Took.words(analysis.run()).map(words -> " " + words).orElse("");
        for (WorkloadResults results : analysis.workloads()) {
            results.tables(Weight.MAIN).forEach(table -> metric(table, places, took, out));
        }
        return out.toString();
    }

    private static void metric(MetricTable table, Places places, String took, Latex out) {
        int decimals = table.decimals();
        List<List<String>> rows = new ArrayList<>();
        for (CellRow row : table.rows()) {
            List<String> cells = new ArrayList<>(
                    List.of(row.label(), Integer.toString(row.points().size())));
            cells.add(row.summary().map(s -> Numbers.fixed(s.mean(), decimals)).orElse(Numbers.NONE));
            cells.add(
                    row.summary().map(s -> Numbers.fixed(s.stddev(), decimals)).orElse(Numbers.NONE));
            cells.add(Numbers.interval(row.interval(), decimals));
            cells.add(
                    row.baseline()
                            ? "1"
                            : row.change()
                                    .map(c -> Numbers.ratio(c, table.ratioDecimals()))
                                    .orElse(Numbers.NONE));
            cells.add(row.change()
                    .map(c -> Numbers.ratioInterval(c, table.ratioDecimals()))
                    .orElse(""));
            cells.add(row.change().map(c -> Numbers.p(c.pHolm())).orElse(""));
            rows.add(cells);
        }
        out.table(
                "%s of %s, %s".formatted(MetricMeaning.title(table.metric()), table.workload(), table.unit()),
                "tab:" + places.table(table),
                "lrrrrrrr",
                List.of("Mode", "n", "Mean", "SD", "95%", "× " + table.baseline(), "95%", "p"),
                rows,
                "Valid samples; %s. Intervals by bootstrap (BCa), widened where samples are few; p by Mann-Whitney after Holm.%s"
                        .formatted(table.direction(), took));
    }

    /** Every published table with the measured values beside it. */
    static String against(Against against) {
        Latex out = new Latex();
        for (AgainstTable table : against.tables()) {
            if (!table.missing().isEmpty()) {
                out.own("% " + Latex.escape(table.title() + " is missing: " + table.missing()));
                continue;
            }
            out.table(
                    "%s (%s), published and measured"
                            .formatted(table.published().title(), table.title().split(":")[0]),
                    "tab:" + against.study().name().replaceAll("[^A-Za-z0-9]", "") + "-"
                            + place(table.published().number()),
                    "lrrrrr>{\\raggedright\\arraybackslash}p{2.4cm}",
                    AgainstCells.head(table),
                    AgainstCells.rows(table),
                    "");
        }
        return out.toString();
    }

    /** A number of a table or figure as part of a label or file name: {@code 5-1}. */
    static String place(String number) {
        return number.replaceAll("[^A-Za-z0-9]+", "-");
    }
}
