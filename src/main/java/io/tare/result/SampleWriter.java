package io.tare.result;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a line of {@code samples.jsonl}: {@code {"version":3, …, "metrics":{"latency":1.4, …}, "verdicts":{"loss":{"OK":"none lost"}, …}, …}}. What a metric's
 * value is in, and which way it improves, stands in the run's {@link MetricKinds}. Safe for use by several threads.
 */
public final class SampleWriter {
    private SampleWriter() {}

    /** The line with its line feed, in UTF-8. Metrics that the table does not tell, and verdicts of which two have one name, are lists of all they are. */
    public static byte[] line(Sample sample, MetricKinds table) {
        ObjectNode line = Json.LINES.valueToTree(sample);
        if (table.tells(sample)) {
            line.set("metrics", values(sample.metrics()));
        }
        if (sample.verdicts().stream().map(Verdict::name).distinct().count()
                == sample.verdicts().size()) {
            line.set("verdicts", findings(sample.verdicts()));
        }
        return (Json.LINES.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode values(List<Measurement> metrics) {
        ObjectNode values = Json.LINES.createObjectNode();
        metrics.forEach(m -> values.put(m.metric(), m.value()));
        return values;
    }

    private static ObjectNode findings(List<Verdict> verdicts) {
        ObjectNode findings = Json.LINES.createObjectNode();
        verdicts.forEach(v -> findings.putObject(v.name()).put(v.level().name(), v.finding()));
        return findings;
    }
}
