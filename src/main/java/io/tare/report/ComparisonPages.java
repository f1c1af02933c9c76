package io.tare.report;

import io.tare.compare.CellChange;
import io.tare.compare.GateResult;
import io.tare.compare.RunComparison;
import io.tare.compare.TestbedDifference;
import io.tare.result.ResultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a comparison as a page and as Markdown. */
public final class ComparisonPages {
    private ComparisonPages() {}

    public static void html(RunComparison comparison, Path file) {
        write(HtmlComparison.of(comparison), file);
    }

    public static void markdown(RunComparison comparison, Path file) {
        write(markdown(comparison), file);
    }

    static String markdown(RunComparison comparison) {
        Markdown out = new Markdown();
        out.heading(1, "Two runs compared");
        out.item("base: " + ComparisonSummary.run(comparison.base()));
        out.item("new: " + ComparisonSummary.run(comparison.now())).end();
        out.paragraph(ComparisonSummary.verdict(comparison));
        if (!comparison.gates().isEmpty()) {
            out.heading(2, "Conditions").tableHead(List.of("condition", "cell", "state", "why"));
            for (GateResult g : comparison.gates()) {
                out.tableRow(List.of(
                        g.gate().toString(),
                        g.cell().toString(),
                        g.state().name().toLowerCase(Locale.ROOT),
                        g.says()));
            }
            out.end();
        }
        out.heading(2, "What differs between the two testbeds");
        if (comparison.differences().isEmpty()) {
            out.paragraph("Nothing that the runs recorded.");
        } else {
            out.tableHead(List.of("where", "what", "base", "new"));
            for (TestbedDifference d : comparison.differences()) {
                out.tableRow(List.of(d.where(), d.what(), d.base(), d.now()));
            }
            out.end();
        }
        for (ChangeTables table : ChangeTables.of(comparison, true)) {
            out.heading(2, "%s: %s".formatted(table.workload(), table.title()));
            out.paragraph(TextReport.sentence(table.direction()) + ".");
            out.tableHead(ChangeTables.HEAD);
            table.rows().forEach(out::tableRow);
            out.end();
        }
        List<String> rest = new ArrayList<>(comparison.unmatched());
        rest.addAll(ComparisonSummary.damage(comparison));
        if (!rest.isEmpty()) {
            out.heading(2, "Not compared");
            rest.forEach(out::item);
            out.end();
        }
        out.paragraph(ComparisonSummary.METHOD);
        return out.toString();
    }

    /** For readers who cannot see a chart. */
    static String inWords(List<CellChange> changes) {
        return changes.stream()
                .map(c -> "%s: %s".formatted(ChangeTables.label(c), ChangeTables.percent(c.percent())))
                .collect(Collectors.joining("; "));
    }

    private static void write(String text, Path file) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new ResultException("%s cannot be written: %s. Name another file.".formatted(file, e), e);
        }
    }
}
