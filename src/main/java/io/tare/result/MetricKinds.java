package io.tare.result;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tare.study.Better;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The unit and direction of each metric of each workload. They stand once in {@code run.json}, and not in each line of {@code samples.jsonl}. Immutable.
 *
 * @param workloads what each workload's metrics are, by their names
 */
public record MetricKinds(@JsonValue Map<String, Map<String, Kind>> workloads) {
    public static final MetricKinds EMPTY = new MetricKinds(Map.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MetricKinds {
        Map<String, Map<String, Kind>> copy = new LinkedHashMap<>();
        workloads.forEach((workload, kinds) -> {
            kinds.forEach((metric, kind) -> Objects.requireNonNull(kind, metric + " is null"));
            copy.put(workload, Collections.unmodifiableMap(new LinkedHashMap<>(kinds)));
        });
        workloads = Collections.unmodifiableMap(copy);
    }

    /** What a metric is beside its name and value, as {@link Measurement} has it. */
    public record Kind(String unit, Better better) {
        public Kind {
            Objects.requireNonNull(unit, "unit is null");
            Objects.requireNonNull(better, "better is null");
        }
    }

    /** This one, and of a sample's metrics those that its workload has not had yet; this one itself where there are none. */
    public MetricKinds with(Sample sample) {
        Map<String, Kind> known = of(sample);
        Map<String, Kind> kinds = new LinkedHashMap<>(known);
        sample.metrics().forEach(m -> kinds.putIfAbsent(m.metric(), new Kind(m.unit(), m.better())));
        if (kinds.size() == known.size()) {
            return this;
        }
        Map<String, Map<String, Kind>> grown = new LinkedHashMap<>(workloads);
        grown.put(sample.cell().workload(), kinds);
        return new MetricKinds(grown);
    }

    /** Whether a sample's metrics are known by their names: each with the unit and direction it has here, none there twice. */
    public boolean tells(Sample sample) {
        Map<String, Kind> known = of(sample);
        List<Measurement> metrics = sample.metrics();
        return metrics.stream().map(Measurement::metric).distinct().count() == metrics.size()
                && metrics.stream().allMatch(m -> new Kind(m.unit(), m.better()).equals(known.get(m.metric())));
    }

    /** A workload's metrics without their values; none where it is not known. */
    Measurement[] of(String workload) {
        return workloads.getOrDefault(workload, Map.of()).entrySet().stream()
                .map(e -> new Measurement(
                        e.getKey(), e.getValue().unit(), e.getValue().better(), 0))
                .toArray(Measurement[]::new);
    }

    private Map<String, Kind> of(Sample sample) {
        return workloads.getOrDefault(sample.cell().workload(), Map.of());
    }
}
