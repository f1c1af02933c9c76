package io.tare.report;

import io.tare.report.MetricTable.Weight;
import io.tare.result.Manifest;
import io.tare.result.Sample;
import io.tare.stats.Comparison;
import io.tare.stats.Interval;
import io.tare.stats.Summary;
import io.tare.study.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code report.json}: the report for programs, one document with all that its tables hold, every digit kept. A number that is none (NaN, infinite) is null. {@code docs/report.md} has
 * its schema in words.
 */
final class JsonReport {
    static final String FORMAT = "tare-report";
    static final int VERSION = 1;

    private final Analysis analysis;
    private final Places places;

    private JsonReport(Analysis analysis) {
        this.analysis = analysis;
        places = Places.of(analysis);
    }

    static String of(Analysis analysis, Optional<Against> against) {
        Map<String, Object> root = new JsonReport(analysis).root();
        against.ifPresent(it -> root.put("against", JsonAgainst.of(it)));
        return JsonMapper.shared().writeValueAsString(root) + "\n";
    }

    private Map<String, Object> root() {
        Manifest manifest = analysis.manifest();
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", FORMAT);
        root.put("version", VERSION);
        root.put("run", run(manifest));
        root.put("hosts", manifest.hosts());
        root.put("image", manifest.image());
        root.put("notes", manifest.notes());
        root.put(
                "imported",
                manifest.imported() == null ? List.of() : manifest.imported().files());
        root.put("modes", analysis.modes());
        root.put("workloads", analysis.workloads().stream().map(this::workload).toList());
        root.put(
                "findings",
                Sentences.of(analysis).stream().map(JsonReport::finding).toList());
        root.put("gaps", analysis.gaps());
        root.put("standIns", StandIns.of(manifest));
        root.put("verdicts", analysis.verdicts());
        root.put("damage", analysis.damage());
        return root;
    }

    private Map<String, Object> run(Manifest manifest) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("study", manifest.study().name());
        run.put("description", manifest.study().description());
        run.put("tare", manifest.tare());
        run.put("state", manifest.state().name().toLowerCase(Locale.ROOT));
        run.put("started", manifest.started().toString());
        run.put("seed", manifest.seed());
        run.put("placed", manifest.placed());
        run.put("baseline", manifest.study().baseline());
        run.put("sampling", manifest.study().sampling());
        run.put("samples", analysis.run().samples().size());
        for (Sample.Outcome outcome : Sample.Outcome.values()) {
            run.put(outcome.name().toLowerCase(Locale.ROOT), analysis.count(outcome));
        }
        return run;
    }

    private Map<String, Object> workload(WorkloadResults results) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("workload", results.workload());
        told.put("metrics", results.tables().stream().map(this::metric).toList());
        told.put(
                "latencies",
                results.latencies().stream().map(JsonReport::latency).toList());
        told.put("series", results.series());
        told.put("cpu", results.cpu());
        return told;
    }

    private Map<String, Object> metric(MetricTable table) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("metric", table.metric());
        told.put("title", MetricMeaning.title(table.metric()));
        told.put("unit", table.unit());
        told.put("better", table.better().name().toLowerCase(Locale.ROOT));
        told.put("main", table.weight() == Weight.MAIN);
        told.put("table", places.table(table));
        told.put("baseline", table.baseline());
        told.put("rows", table.rows().stream().map(JsonReport::row).toList());
        return told;
    }

    private static Map<String, Object> row(CellRow row) {
        Map<String, Object> told = new LinkedHashMap<>(cell(row.cell(), row.label()));
        told.put("dataPath", row.dataPath());
        told.put("isBaseline", row.baseline());
        told.put("absent", row.absent());
        told.put("n", row.points().size());
        told.put("invalid", row.excluded().invalid());
        told.put("failed", row.excluded().failed());
        told.put("withoutValue", row.excluded().missing());
        Summary summary = row.summary().orElse(null);
        told.put("mean", summary == null ? null : finite(summary.mean()));
        told.put("sd", summary == null ? null : finite(summary.stddev()));
        told.put("interval", interval(row.interval()));
        told.put("median", summary == null ? null : finite(summary.median()));
        told.put("medianInterval", interval(row.medianInterval()));
        told.put("quartiles", summary == null ? null : finite(List.of(summary.q1(), summary.q3())));
        told.put("range", summary == null ? null : finite(List.of(summary.min(), summary.max())));
        told.put("change", row.change().map(JsonReport::change).orElse(null));
        told.put("gain", row.gain().map(JsonReport::change).orElse(null));
        return told;
    }

    static Map<String, Object> change(Comparison change) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("ratio", finite(change.ratio()));
        told.put("interval", interval(change.interval()));
        told.put("p", finite(change.p()));
        told.put("pHolm", finite(change.pHolm()));
        told.put("significant", change.significant());
        told.put("effect", finite(change.effect()));
        told.put("magnitude", change.magnitude());
        return told;
    }

    private static Map<String, Object> latency(LatencyTable table) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("operation", table.operation());
        told.put("unit", "ms");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (LatencyTable.Row row : table.rows()) {
            Map<String, Object> of = new LinkedHashMap<>(cell(row.cell(), row.label()));
            of.put("trials", row.trials());
            of.put("operations", row.operations());
            for (int i = 0; i < LatencyTable.QUOTED.size(); i++) {
                of.put(
                        TextLatency.name(LatencyTable.QUOTED.get(i)),
                        finite(row.quoted().get(i)));
            }
            of.put("max", finite(row.max()));
            rows.add(of);
        }
        told.put("rows", rows);
        return told;
    }

    private static Map<String, Object> finding(Sentence sentence) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("about", sentence.about().title());
        told.put("workload", sentence.workload());
        told.put("says", sentence.says());
        told.put("table", sentence.place());
        told.put("rests", sentence.rests());
        return told;
    }

    private static Map<String, Object> cell(Cell cell, String label) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("mode", cell.mode());
        told.put("tuning", cell.tuning());
        told.put("label", label);
        return told;
    }

    /** Low and high; null where there is none. */
    static @Nullable List<@Nullable Double> interval(Optional<Interval> interval) {
        return interval.map(i -> finite(List.of(i.low(), i.high()))).orElse(null);
    }

    private static List<@Nullable Double> finite(List<Double> values) {
        List<@Nullable Double> finite = new ArrayList<>();
        values.forEach(value -> finite.add(finite(value)));
        return finite;
    }

    static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
