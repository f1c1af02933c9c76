package io.tare.report;

import io.tare.explain.Bottleneck;
import io.tare.explain.CellTime;
import io.tare.explain.Explanation;
import io.tare.explain.HostFigures;
import io.tare.explain.Layer;
import io.tare.result.HostCounters.CpuTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The section "Where the time goes": what a unit of work cost, by state and by layer, and the bottlenecks that the counters show. */
final class HtmlTime {
    private static final List<String> STATES = List.of("user", "system", "softirq", "irq", "steal");
    /** Cells that the page shows; each takes some 2 KB. */
    private static final int MOST = 200;

    private final Figures figures;
    private final Html out;

    private HtmlTime(Figures figures, Html out) {
        this.figures = figures;
        this.out = out;
    }

    /** Puts a chart into the page. */
    @FunctionalInterface
    interface Figures {
        void draw(Chart chart, String caption, String alternative);
    }

    /** Nothing where the run has no counters. */
    static void write(Explanation explanation, Figures figures, Html out) {
        if (explanation.cells().isEmpty()) {
            return;
        }
        out.open("section", "id", "time").own("\n");
        out.element("h2", "Where the time goes");
        out.element(
                "p",
                "From the kernel's own counters on both hosts, over the measured seconds of the valid trials. docs/explain.md says where each figure comes from and what each rule looks at.",
                "class",
                "small");
        HtmlTime time = new HtmlTime(figures, out);
        int cells = 0;
        int left = 0;
        for (Map.Entry<String, List<CellTime>> of : explanation.byWorkload().entrySet()) {
            if (cells == 0 || cells + of.getValue().size() <= MOST) {
                time.workload(of.getKey(), of.getValue());
                cells += of.getValue().size();
            } else {
                left++;
            }
        }
        HtmlWorkload.more(left, out);
        explanation.remarks().forEach(remark -> out.element("p", remark, "class", "small"));
        out.close("section");
    }

    private void workload(String workload, List<CellTime> cells) {
        TimeTables tables = new TimeTables(cells);
        out.element("h3", workload);
        out.open("ul", "class", "findings").own("\n");
        cells.forEach(this::said);
        out.close("ul");
        cost(workload, cells);
        layers(workload, cells);
        table(
                "CPU and its cost",
                "percent of all CPUs; s/Gbit and µs/op are CPU time for each Gbit and operation",
                tables.cpu());
        table("Packets", "mean bytes of a packet as the kernel counts it: a super-packet is one", tables.packets());
        if (!tables.layers().isEmpty()) {
            table("Layers", "percent of the samples of busy CPUs", tables.layers());
        }
    }

    private void said(CellTime cell) {
        if (cell.bottlenecks().isEmpty()) {
            out.element("li", TimeTables.saysNothing(cell));
        }
        for (Bottleneck found : cell.bottlenecks()) {
            out.open("li").text(TimeTables.says(cell, found)).open("small");
            out.text(String.join("; ", found.evidence()) + ". To try: " + found.remedy() + ".");
            out.close("small").close("li");
        }
    }

    private void cost(String workload, List<CellTime> cells) {
        boolean operations =
                cells.stream().anyMatch(c -> Double.isFinite(c.work().operations()));
        List<Chart.Stack> rows = new ArrayList<>();
        for (CellTime cell : cells) {
            for (HostFigures host : cell.machines()) {
                double all = operations ? host.microsecondsPerOperation() : host.cpuSecondsPerGbit() * 1e3;
                if (Double.isFinite(all)) {
                    rows.add(new Chart.Stack(cell.label() + ", " + host.whose(), parts(host.cpu(), all)));
                }
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        figures.draw(
                new Chart.Parts(
                        "CPU time of one %s, %s".formatted(operations ? "operation" : "Gbit", workload),
                        operations ? "CPU, µs an operation" : "CPU, ms a Gbit",
                        STATES,
                        rows),
                "What the CPUs were busy with, divided by the work that was done. Other work on the machine is in it: see the notes of the run.",
                rows.stream()
                        .map(r -> "%s: %.3g"
                                .formatted(
                                        r.label(),
                                        r.shares().stream().mapToDouble(d -> d).sum()))
                        .collect(Collectors.joining("; ")));
    }

    /** {@code all} shared out as the busy time was. */
    private static List<Double> parts(CpuTime cpu, double all) {
        return Stream.of(cpu.user(), cpu.system(), cpu.softirq(), cpu.irq(), cpu.steal())
                .map(share -> Charts.number(share / cpu.busy() * all))
                .toList();
    }

    private void layers(String workload, List<CellTime> cells) {
        List<Layer> met = Stream.of(Layer.values())
                .filter(layer -> cells.stream()
                        .flatMap(c -> c.profiles().values().stream())
                        .anyMatch(l -> l.share(layer) >= 0.5))
                .toList();
        List<Chart.Stack> rows = new ArrayList<>();
        cells.forEach(cell -> cell.profiles()
                .forEach((of, shares) -> rows.add(new Chart.Stack(
                        cell.label() + ", " + of,
                        met.stream()
                                .map(layer -> Charts.number(shares.share(layer)))
                                .toList()))));
        if (!rows.isEmpty()) {
            figures.draw(
                    new Chart.Parts(
                            "CPU by layer, " + workload,
                            "% of the samples of busy CPUs",
                            met.stream().map(Layer::word).toList(),
                            rows),
                    "Sampled by perf in one more trial of each cell, which is no sample. The stacks are in the run's folder profile, for a flame graph.",
                    rows.stream().map(Chart.Stack::label).collect(Collectors.joining("; ")));
        }
    }

    private void table(String caption, String note, List<List<String>> rows) {
        HtmlTables.open(caption, note, out);
        HtmlTables.head(rows.getFirst(), out);
        for (List<String> row : rows.subList(1, rows.size())) {
            out.open("tr").element("th", row.getFirst(), "scope", "row");
            row.subList(1, row.size()).forEach(cell -> out.element("td", cell));
            out.close("tr");
        }
        HtmlTables.close(out);
    }
}
