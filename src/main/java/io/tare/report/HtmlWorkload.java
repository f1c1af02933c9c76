package io.tare.report;

import io.tare.report.MetricTable.Weight;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A workload's section: its findings, charts and tables.
 *
 * @param places what its charts and tables are called, for links
 * @param figures of the page
 * @param room what of a large run is in the page; where something is not, it says where it is
 */
record HtmlWorkload(Places places, Charts charts, HtmlFigures figures, Room room, Html out) {

    /** @param at its place in the study, from 0 */
    void write(WorkloadResults results, int at) {
        boolean drawn = room.draws(at);
        boolean whole = room.whole();
        out.open("section", "id", "w" + at).own("\n");
        out.element("h2", results.workload());
        List<Finding> findings = Finding.headlines(results);
        if (!findings.isEmpty()) {
            out.open("ul", "class", "findings").own("\n");
            findings.forEach(f -> out.open("li")
                    .element("span", MetricMeaning.title(f.metric()), "class", "quiet")
                    .text(f.says())
                    .close("li"));
            out.close("ul");
        }
        if (results.tables().isEmpty()) {
            out.element("p", "No sample of this workload gave numbers.", "class", "warn");
        }
        results.tables(Weight.MAIN).forEach(table -> main(table, drawn));
        results.series().forEach(this::course);
        for (int i = 0; i < results.latencies().size(); i++) {
            latency(places.latency(results, i), results.latencies().get(i));
        }
        List<MetricTable> details = results.tables(Weight.DETAIL);
        if (!whole) {
            out.element(
                    "p",
                    "So many cells would make this page too large: other metrics, and the CPU's in full, are in report.md and samples.csv.",
                    "class",
                    "small");
        }
        if (!drawn) {
            out.element(
                    "p",
                    "Pictures are those of the first %d workloads, and the costs over all of them at the beginning; report.json has what would be drawn here."
                            .formatted(room.drawn()),
                    "class",
                    "small");
        }
        if (whole && !details.isEmpty()) {
            out.element("h3", "Other metrics");
            details.forEach(table -> HtmlTables.metric(table, charts, places.table(table), out));
        }
        if (drawn) {
            cpu(results);
        }
        out.close("section");
    }

    private void main(MetricTable table, boolean drawn) {
        out.element("h3", MetricMeaning.title(table.metric()) + ", " + table.unit());
        String place = places.table(table);
        if (drawn && Places.isDrawn(table)) {
            String thinned = charts.thins(table) ? " Of each row %d samples are drawn.".formatted(charts.most()) : "";
            boolean crowded = charts.crowded(table);
            out.open("div", "class", "pair").own("\n");
            figures.draw(
                    place + "-bars",
                    charts.bars(table),
                    "Bars: mean of the valid samples. Whiskers: 95% interval of the mean.",
                    ChartWords.means(table));
            figures.draw(
                    place + "-boxes",
                    charts.boxes(table),
                    "Box: quartiles and median. Whiskers: last sample within 1.5 interquartile ranges."
                            + (crowded ? "" : " Dots: samples; crosses: invalid ones." + thinned),
                    ChartWords.medians(table));
            out.close("div");
            if (charts.most() > 0) {
                figures.draw(
                        charts.order(table),
                        "A slope or a step that all modes share is the machine drifting, not the network. Crosses: invalid samples."
                                + thinned
                                + (crowded ? " The first %d rows.".formatted(Charts.MANY) : ""),
                        "The same samples by trial; a mode whose values rise or fall over the run has drifted.");
            }
        }
        Optional.of(charts)
                .filter(Charts::spacious)
                .flatMap(c -> new ChangeCharts(c.hues()).forest(table))
                .ifPresent(forest -> figures.draw(
                        place + "-forest",
                        forest,
                        "Left and right of 1: less and more than %s. Whiskers: 95%% interval of the ratio. One that holds 1 is no clear difference."
                                .formatted(table.baseline()),
                        ChartWords.changes(table)));
        HtmlTables.metric(table, charts, place, out);
        if (!table.gains().isEmpty()) {
            figures.draw(
                    charts.ratios(table),
                    "Each tuning against its own mode untouched, in the same blocks: 1 is no change. Whiskers: 95% interval of the ratio.",
                    Gains.rows(table).stream()
                            .map(row -> "%s: %s %s".formatted(row.get(0), row.get(1), row.get(2)))
                            .collect(Collectors.joining("; ")));
            Gains.html(table, charts, out);
        }
    }

    private void course(SeriesTable table) {
        out.element("h3", MetricMeaning.title(table.name()) + " over time, " + table.unit());
        int decimals = Numbers.decimals(table.rows().stream()
                .flatMap(r -> r.median().stream())
                .mapToDouble(Double::doubleValue)
                .toArray());
        figures.draw(
                charts.course(table),
                "Line: median of the valid samples in each step of %s s. Band: their quartiles. Each sample's own steps are in series.csv."
                        .formatted(table.step()),
                table.rows().stream()
                        .filter(r -> !r.median().isEmpty())
                        .map(r -> "%s: from %s to %s"
                                .formatted(
                                        r.label(),
                                        Numbers.fixed(Collections.min(r.median()), decimals),
                                        Numbers.fixed(Collections.max(r.median()), decimals)))
                        .collect(Collectors.joining("; ")));
    }

    private void latency(String place, LatencyTable table) {
        out.element("h3", "Latency of " + table.title());
        figures.draw(
                place,
                charts.curves(table),
                "Share of operations at or below a latency; both axes logarithmic, so that the tail can be read. All valid trials of a cell merged.",
                table.rows().stream()
                        .map(r -> "%s: p50 %s ms, p99 %s ms"
                                .formatted(
                                        r.label(),
                                        Numbers.fixed(r.quoted().get(0), 3),
                                        Numbers.fixed(r.quoted().get(2), 3)))
                        .collect(Collectors.joining("; ")));
        HtmlTables.latency(table, out);
    }

    private void cpu(WorkloadResults results) {
        List<MetricTable> tables = results.tables(Weight.CPU);
        if (tables.isEmpty() && results.cpu().isEmpty()) {
            return;
        }
        out.element("h3", "CPU");
        if (!results.cpu().isEmpty()) {
            figures.draw(
                    places.workload(results) + "-cpu",
                    charts.cpu(results),
                    "What the CPUs of client and server did during the measured seconds, mean of the valid samples, from sar. softirq is where packets are received. Idle is left empty."
                            + (results.cpu().size() > Charts.MANY ? " The first %d rows.".formatted(Charts.MANY) : ""),
                    results.cpu().stream()
                            .limit(Charts.MANY)
                            .map(u -> "%s %s: busy %s%%"
                                    .formatted(
                                            u.label(),
                                            u.role(),
                                            Numbers.fixed(u.mean().busy(), 0)))
                            .collect(Collectors.joining("; ")));
        }
        if (tables.isEmpty()) {
            return;
        }
        if (room.whole() || !charts.crowded(tables.getFirst())) {
            HtmlTables.means(tables, charts, out);
        }
        if (!room.whole()) {
            return;
        }
        out.open("details").element("summary", "Each of these with deviation, interval and comparison");
        tables.forEach(table -> HtmlTables.metric(table, charts, places.table(table), out));
        out.close("details");
    }

    /** Where those are that the page leaves out; nothing where it has all. */
    static void more(int workloads, Html out) {
        if (workloads > 0) {
            out.element(
                    "p", "And %s more workloads, in report.md and report.json.".formatted(Numbers.count(workloads)));
        }
    }
}
