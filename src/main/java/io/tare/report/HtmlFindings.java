package io.tare.report;

import io.tare.report.MetricTable.Weight;
import io.tare.result.Sample;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The first thing a reader sees: every main metric as a small ledger of bars, means and what each costs against the baseline. */
final class HtmlFindings {
    private HtmlFindings() {}

    static void write(Analysis analysis, Room room, HtmlTime.Figures figures, Html out) {
        out.open("section", "id", "findings").own("\n");
        out.element("h2", "Findings");
        if (analysis.count(Sample.Outcome.VALID) == 0) {
            out.element(
                    "p",
                    "No sample of this run is valid, so there is nothing to compare. The verdicts say why.",
                    "class",
                    "warn");
        }
        for (WorkloadResults results : analysis.workloads()) {
            results.uncompared().ifPresent(why -> out.element("p", results.workload() + ": " + why, "class", "warn"));
        }
        out.open("div", "class", "ledgers").own("\n");
        Charts charts = Charts.of(analysis);
        List<WorkloadResults> workloads = analysis.workloads();
        for (WorkloadResults results : workloads.subList(0, room.drawn())) {
            for (MetricTable table : results.tables(Weight.MAIN)) {
                if (table.rows().stream().anyMatch(r -> !r.points().isEmpty())) {
                    ledger(table, charts, out);
                }
            }
        }
        out.close("div");
        if (room.drawn() < workloads.size()) {
            out.element(
                    "p",
                    "Bars are those of the first %d workloads of %s. The tables of %s are below; report.json has the figures of all."
                            .formatted(
                                    room.drawn(),
                                    Numbers.count(workloads.size()),
                                    room.sections() < workloads.size() ? "the first " + room.sections() : "all"),
                    "class",
                    "small");
        }
        Spread spread = Spread.of(analysis);
        Optional<Chart.Boxes> all = spread.chart(analysis.manifest().study().baseline());
        new ChangeCharts(Hues.of(analysis.modes()))
                .heat(analysis)
                .ifPresent(heat -> figures.draw(
                        heat,
                        "Every mode against every workload%s. Blue is better than the baseline, orange worse; a dot marks a difference that is not clear."
                                .formatted(all.isPresent() ? ", the first of each" : ""),
                        heat.rows().size() + " workloads and metrics; the tables have the figures."));
        all.ifPresent(chart -> figures.draw(chart, spread.words(), "The tables have the figures."));
        HtmlSentences.write(
                Sentences.of(analysis),
                workloads.stream()
                        .limit(room.sections())
                        .map(WorkloadResults::workload)
                        .collect(Collectors.toSet()),
                out);
        if (!analysis.gaps().isEmpty()) {
            out.open("p", "class", "small");
            out.text("Not measured: ");
            out.text(String.join("; ", analysis.gaps().stream().map(Gap::what).toList()));
            out.own(". <a href=\"#verdicts\">Why</a>").close("p");
        }
        out.close("section");
    }

    private static void ledger(MetricTable table, Charts charts, Html out) {
        int decimals = table.decimals();
        out.open("div", "class", "ledger").open("table").own("\n").open("caption");
        out.element("b", table.workload());
        out.text("%s, %s".formatted(MetricMeaning.title(table.metric()), table.unit()));
        out.element("small", table.direction());
        out.close("caption");
        out.own("<thead class=\"unseen\"><tr><th>mode</th><th>mean</th><th>share</th><th>against ")
                .text(table.baseline())
                .own("</th></tr></thead>\n<tbody>\n");
        List<CellRow> rows =
                table.rows().stream().filter(r -> r.summary().isPresent()).toList();
        for (CellRow row : rows.subList(0, Math.min(rows.size(), Charts.MANY))) {
            double mean = row.summary().orElseThrow().mean();
            double share = table.largestMean() > 0 ? Math.clamp(mean / table.largestMean(), 0, 1) : 0;
            out.open("tr").element("th", row.label(), "scope", "row");
            out.element("td", Numbers.fixed(mean, decimals), "class", "num");
            out.own(String.format(
                    Locale.ROOT,
                    "<td class=\"share\"><i class=\"hue%d\" style=\"width:%.1f%%\"></i></td>",
                    charts.hue(row) % 8,
                    share * 100));
            out.open("td", "class", "against");
            against(table, row, out);
            out.close("td").close("tr");
        }
        if (rows.size() > Charts.MANY) {
            out.own("<tr><td colspan=\"4\" class=\"quiet\">")
                    .text("and %d more: see the table below".formatted(rows.size() - Charts.MANY))
                    .close("td")
                    .close("tr");
        }
        out.own("</tbody>").close("table").close("div");
    }

    private static void against(MetricTable table, CellRow row, Html out) {
        if (row.baseline()) {
            out.element("span", "baseline", "class", "quiet");
            return;
        }
        row.change().ifPresent(change -> {
            out.element(
                    "b",
                    "%s × %s"
                            .formatted(
                                    Numbers.ratio(change, table.ratioDecimals()), TextTable.cut(table.baseline(), 16)));
            String interval = Numbers.ratioInterval(change, table.ratioDecimals());
            if (interval.isEmpty()) {
                // room for two words; the sentence below the workload's name says why
                out.element("small", "no interval", "title", table.noInterval(row));
            } else {
                out.element("small", interval);
                if (!change.significant()) {
                    out.element("small", "no clear difference");
                }
            }
        });
    }
}
