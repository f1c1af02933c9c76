package io.tare.explain;

import io.tare.result.Measurement;
import io.tare.result.Sample;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a cell got done, on average over the samples given.
 *
 * @param bits carried for the application, in bit/s; NaN where the workload does not say
 * @param operations a second; NaN where the workload counts none
 * @param named what an operation is called: {@code requests}, {@code transactions}; empty where there are none
 */
public record Work(double bits, double operations, String named) {
    /** The metrics that count operations, the better known first. */
    private static final List<String> COUNTED = List.of("operations", "tps", "rate", "throughput");

    private static final Set<String> UNITS = Set.of("operations/s", "requests/s", "transactions/s");

    public Work {
        Objects.requireNonNull(named, "named is null");
    }

    static Work of(List<Sample> samples) {
        double bits = samples.stream()
                .flatMap(s -> s.metrics().stream())
                .filter(m -> m.metric().equals("throughput"))
                .mapToDouble(m -> m.value() * bitsEach(m.unit()))
                .average()
                .orElse(Double.NaN);
        List<Measurement> counts = samples.stream()
                .flatMap(s -> s.metrics().stream())
                .filter(m -> UNITS.contains(m.unit()))
                .toList();
        Optional<String> metric =
                COUNTED.stream().filter(name -> has(counts, name)).findFirst();
        if (metric.isEmpty()) {
            return new Work(bits, Double.NaN, "");
        }
        List<Measurement> of =
                counts.stream().filter(m -> m.metric().equals(metric.get())).toList();
        String unit = of.getFirst().unit();
        return new Work(
                bits,
                of.stream().mapToDouble(Measurement::value).average().orElse(Double.NaN),
                unit.substring(0, unit.indexOf('/')));
    }

    private static boolean has(List<Measurement> counts, String metric) {
        return counts.stream().anyMatch(m -> m.metric().equals(metric));
    }

    /** NaN where the unit is no amount of data a second. A KB has 1,024 bytes, as the workloads count it. */
    private static double bitsEach(String unit) {
        return switch (unit) {
            case "Mbit/s" -> 1e6;
            case "Gbit/s" -> 1e9;
            case "KB/s" -> 8 * 1024.0;
            case "MB/s" -> 8 * 1024.0 * 1024;
            default -> Double.NaN;
        };
    }
}
