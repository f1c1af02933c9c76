package io.tare.report;

import io.tare.compare.CellChange;
import io.tare.compare.Family;
import io.tare.compare.GateResult;
import io.tare.compare.RunComparison;
import io.tare.compare.TestbedDifference;
import io.tare.result.RunFigures;
import io.tare.study.Choice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A comparison of two runs as a page in the report's style, with a forest plot of each metric's changes. */
final class HtmlComparison {
    private static final int SHOWN = 200;

    private final RunComparison comparison;
    private final Hues hues;
    private final List<Chart> charts = new ArrayList<>();
    private final Html out = new Html();

    private HtmlComparison(RunComparison comparison) {
        this.comparison = comparison;
        Set<String> names = new LinkedHashSet<>();
        Stream.of(comparison.base(), comparison.now())
                .map(RunFigures::manifest)
                .forEach(m -> m.study().modes().stream().map(Choice::name).forEach(names::add));
        hues = Hues.of(List.copyOf(names));
    }

    static String of(RunComparison comparison) {
        return new HtmlComparison(comparison).page();
    }

    private String page() {
        HtmlShell.open("Two runs compared", "changes", "To the changes", out);
        out.open("header").own("\n");
        HtmlShell.top(out);
        out.element("h1", "Two runs compared");
        out.element("p", ComparisonSummary.verdict(comparison), "class", "lead");
        out.element("p", "base: " + ComparisonSummary.run(comparison.base()), "class", "small");
        out.element("p", "new: " + ComparisonSummary.run(comparison.now()), "class", "small");
        out.close("header").open("main").own("\n");
        gates();
        differences();
        out.open("section", "id", "changes").element("h2", "What changed");
        List<ChangeTables> tables =
                ChangeTables.of(comparison, comparison.changes().size() <= SHOWN);
        tables.forEach(this::changes);
        out.element("p", ComparisonSummary.METHOD, "class", "small").close("section");
        rest();
        out.close("main");
        out.element("footer", "Made by Tare from the figures of two runs; the same runs give the same file.");
        return HtmlShell.close(charts, out);
    }

    private void gates() {
        if (comparison.gates().isEmpty()) {
            return;
        }
        out.open("section", "id", "verdicts");
        HtmlTables.open("Conditions", "worse by more than, and significantly", out);
        HtmlTables.head(List.of("condition", "cell", "state", "why"), out);
        for (GateResult g : comparison.gates()) {
            boolean passed = g.state() == GateResult.State.PASSED;
            out.open("tr").element("th", g.gate().toString(), "scope", "row");
            out.element("td", g.cell().toString(), "class", "word");
            out.element(
                    "td", g.state().name().toLowerCase(Locale.ROOT), "class", passed ? "word" : "word level-failed");
            out.element("td", g.says(), "class", "why").close("tr");
        }
        HtmlTables.close(out);
        out.close("section");
    }

    private void differences() {
        out.open("section", "id", "testbed").element("h2", "What differs between the two testbeds");
        if (comparison.differences().isEmpty()) {
            out.element("p", "Nothing that the runs recorded.");
        } else {
            HtmlTables.open("Differences", "", out);
            HtmlTables.head(List.of("where", "what", "base", "new"), out);
            for (TestbedDifference d : comparison.differences()) {
                out.open("tr").element("th", d.where(), "scope", "row");
                Stream.of(d.what(), d.base(), d.now()).forEach(v -> out.element("td", v, "class", "why"));
                out.close("tr");
            }
            HtmlTables.close(out);
        }
        out.close("section");
    }

    private void changes(ChangeTables table) {
        CellChange first = table.changes().getFirst();
        out.element("h3", "%s: %s".formatted(table.workload(), table.title()));
        if (first.family() != Family.OTHER && table.changes().size() <= Charts.MANY) {
            new HtmlFigures(charts, out)
                    .draw(
                            forest(table),
                            "The new run's mean over the base's; 1 is no change. Whiskers: 95% interval of the ratio.",
                            ComparisonPages.inWords(table.changes()));
        }
        HtmlTables.open(table.title(), table.direction(), out);
        HtmlTables.head(ChangeTables.HEAD, out);
        List<List<String>> rows = table.rows();
        for (int i = 0; i < rows.size(); i++) {
            boolean worse = table.changes().get(i).way() == CellChange.Way.WORSE;
            List<String> row = rows.get(i);
            out.open("tr").element("th", row.getFirst(), "scope", "row");
            for (int column = 1; column < row.size(); column++) {
                boolean marked = worse && (column == ChangeTables.CHANGE || column == row.size() - 1);
                out.element("td", row.get(column), "class", marked ? "num level-failed" : "num");
            }
            out.close("tr");
        }
        HtmlTables.close(out);
    }

    private Chart.Ratios forest(ChangeTables table) {
        return new Chart.Ratios(
                "%s, new over base, %s".formatted(table.title(), table.workload()),
                "ratio of means; " + table.direction(),
                "base",
                table.changes().stream()
                        .map(c -> new Chart.Ratio(
                                ChangeTables.label(c),
                                hues.of(c.cell().mode()),
                                !c.cell().untuned(),
                                drawn(c.comparison().ratio()),
                                c.comparison()
                                        .interval()
                                        .map(i -> drawn(i.low()))
                                        .orElse(null),
                                c.comparison()
                                        .interval()
                                        .map(i -> drawn(i.high()))
                                        .orElse(null)))
                        .toList());
    }

    private static @Nullable Double drawn(double value) {
        return Double.isFinite(value) ? (Double) Charts.number(value) : null;
    }

    private void rest() {
        List<String> rest = new ArrayList<>(comparison.unmatched());
        rest.addAll(ComparisonSummary.damage(comparison));
        if (!rest.isEmpty()) {
            out.open("section", "id", "rest").element("h2", "Not compared");
            out.open("ul").own("\n");
            rest.stream().limit(SHOWN).forEach(line -> out.element("li", line));
            out.close("ul").close("section");
        }
    }
}
