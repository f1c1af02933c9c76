package io.tare.report;

import io.tare.compare.CellChange;
import io.tare.compare.RunComparison;
import io.tare.result.RunFigures;
import io.tare.stats.Summary;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A comparison for programs: one JSON document. A number that is none (NaN, infinite) is null. */
public final class ComparisonJson {
    private static final int VERSION = 1;

    private ComparisonJson() {}

    public static String of(RunComparison comparison) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("version", VERSION);
        root.put("base", run(comparison.base()));
        root.put("new", run(comparison.now()));
        root.put("differences", comparison.differences());
        root.put(
                "changes",
                comparison.changes().stream().map(ComparisonJson::change).toList());
        root.put("unmatched", comparison.unmatched());
        root.put("damage", ComparisonSummary.damage(comparison));
        root.put(
                "conditions",
                comparison.gates().stream()
                        .map(g -> {
                            Map<String, Object> gate = new LinkedHashMap<>();
                            gate.put("condition", g.gate().toString());
                            gate.put("cell", g.cell());
                            gate.put("state", g.state().name().toLowerCase(Locale.ROOT));
                            gate.put("says", g.says());
                            return gate;
                        })
                        .toList());
        return JsonMapper.shared().writeValueAsString(root);
    }

    private static Map<String, Object> run(RunFigures run) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("source", run.source());
        told.put("study", run.manifest().study().name());
        told.put("started", run.manifest().started().toString());
        told.put("state", run.manifest().state().name().toLowerCase(Locale.ROOT));
        told.put("samples", run.samples());
        told.put("valid", run.valid());
        return told;
    }

    private static Map<String, Object> change(CellChange change) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("cell", change.cell());
        told.put("metric", change.metric());
        told.put("unit", change.unit());
        told.put("better", change.better());
        told.put("family", change.family().name().toLowerCase(Locale.ROOT));
        told.put("base", summary(change.base()));
        told.put("new", summary(change.now()));
        told.put("percent", JsonReport.finite(change.percent()));
        told.put("low", change.interval().map(i -> JsonReport.finite(i.low())).orElse(null));
        told.put("high", change.interval().map(i -> JsonReport.finite(i.high())).orElse(null));
        told.put("p", JsonReport.finite(change.comparison().p()));
        told.put("pHolm", JsonReport.finite(change.comparison().pHolm()));
        told.put("effect", JsonReport.finite(change.comparison().effect()));
        told.put("way", change.way().name().toLowerCase(Locale.ROOT));
        return told;
    }

    private static Map<String, Object> summary(Summary of) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("n", of.n());
        told.put("mean", JsonReport.finite(of.mean()));
        told.put("sd", JsonReport.finite(of.stddev()));
        told.put("median", JsonReport.finite(of.median()));
        return told;
    }
}
