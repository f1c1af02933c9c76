package io.tare.report;

import io.tare.stats.Summary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run beside a published study, for programs. */
final class JsonAgainst {
    private JsonAgainst() {}

    static Map<String, Object> of(Against against) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("study", against.study().name());
        told.put("source", against.study().source());
        told.put("summary", AgainstWords.summary(against));
        told.put("tables", against.tables().stream().map(JsonAgainst::table).toList());
        told.put("figures", against.figures().stream().map(JsonAgainst::figure).toList());
        return told;
    }

    private static Map<String, Object> table(AgainstTable table) {
        PublishedStudy.Table published = table.published();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("number", published.number());
        told.put("title", published.title());
        told.put("workload", published.workload());
        told.put("metric", published.metric());
        told.put("publishedUnit", published.unit());
        told.put("unit", table.measured().map(MetricTable::unit).orElse(null));
        told.put("missing", table.missing());
        told.put("says", table.says());
        told.put("rows", table.rows().stream().map(JsonAgainst::row).toList());
        return told;
    }

    private static Map<String, Object> row(AgainstRow row) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("mode", row.published().mode());
        told.put("tuning", row.published().tuning());
        told.put("label", row.label());
        Map<String, Object> there = new LinkedHashMap<>();
        there.put("mean", JsonReport.finite(row.published().mean()));
        there.put("sd", JsonReport.finite(row.published().stddev()));
        there.put("over", row.ratio().map(PublishedRatio::of).orElse(null));
        there.put("ratio", row.ratio().map(r -> JsonReport.finite(r.ratio())).orElse(null));
        there.put(
                "interval",
                row.ratio().map(r -> JsonReport.interval(r.interval())).orElse(null));
        told.put("published", there);
        Summary summary = row.measured().flatMap(CellRow::summary).orElse(null);
        Map<String, Object> here = new LinkedHashMap<>();
        here.put("n", summary == null ? 0 : summary.n());
        here.put("mean", summary == null ? null : JsonReport.finite(summary.mean()));
        here.put("sd", summary == null ? null : JsonReport.finite(summary.stddev()));
        here.put("change", row.change().map(JsonReport::change).orElse(null));
        told.put("measured", here);
        told.put("reading", row.missing().isEmpty() ? row.agreement().words() : "");
        told.put("missing", row.missing());
        return told;
    }

    private static Map<String, Object> figure(AgainstFigure figure) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("number", figure.published().number());
        told.put("title", figure.published().title());
        List<Map<String, Object>> parts = figure.parts().stream()
                .map(part -> {
                    Map<String, Object> of = new LinkedHashMap<>();
                    of.put("shows", part.words());
                    of.put("place", part.place().orElse(null));
                    of.put("missing", part.missing());
                    return of;
                })
                .toList();
        told.put("parts", parts);
        return told;
    }
}
