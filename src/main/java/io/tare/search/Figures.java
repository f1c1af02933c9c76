package io.tare.search;

import io.tare.result.Measurement;
import io.tare.result.Sample;
import io.tare.result.SearchRecord.Plan;
import io.tare.study.Better;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one side of a pair gave: the metric that decides and those that are watched, as logarithms that are greater where it is better.
 *
 * @param main the metric that decides
 * @param named its measurement, for its name and unit
 * @param watched by workload and metric: {@code nginx-1m latency.p99}
 */
record Figures(double main, Measurement named, Map<String, Double> watched) {
    /** What counts the work done, the better known first. */
    private static final List<String> WORK = List.of("operations", "tps", "rate", "throughput");

    static final String CPU = "CPU per operation";

    /** Added to what may be 0, so that it has a logarithm: one segment or error, a hundredth of a percent lost. */
    private static final double ONE = 1;

    private static final double LEAST_LOSS = 0.01;

    /** Of one sample a workload; empty where one is not valid, or the metric that decides has no logarithm. */
    static Optional<Figures> of(List<Sample> samples, Plan plan) {
        Measurement main = null;
        Map<String, Double> watched = new LinkedHashMap<>();
        for (Sample sample : samples) {
            if (sample.outcome() != Sample.Outcome.VALID) {
                return Optional.empty();
            }
            Optional<Measurement> first = judged(sample, plan);
            boolean decides = sample.cell().workload().equals(plan.workload());
            if (decides && first.isPresent()) {
                main = first.get();
            }
            watch(sample, decides ? main : null, watched);
        }
        return main == null || !(main.value() > 0)
                ? Optional.empty()
                : Optional.of(new Figures(side(main, Math.log(main.value())), main, watched));
    }

    /** The metric of a workload that stands for it. */
    private static Optional<Measurement> judged(Sample sample, Plan plan) {
        boolean named = !plan.metric().isEmpty() && sample.cell().workload().equals(plan.workload());
        return sample.metrics().stream()
                .filter(m -> m.better() != Better.NEITHER)
                .filter(m -> !named || m.metric().equals(plan.metric()))
                .findFirst();
    }

    private static void watch(Sample sample, @Nullable Measurement decides, Map<String, Double> watched) {
        String workload = sample.cell().workload() + " ";
        double work = WORK.stream()
                .flatMap(
                        name -> sample.metrics().stream().filter(m -> m.metric().equals(name)))
                .mapToDouble(Measurement::value)
                .findFirst()
                .orElse(Double.NaN);
        boolean first = decides == null;
        List<Double> cpu = new ArrayList<>();
        for (Measurement m : sample.metrics()) {
            if (m.metric().matches("cpu\\.(client|server|host)")) {
                cpu.add(m.value());
            } else if (m.metric().equals("loss")) {
                put(watched, workload + "loss", -Math.log(m.value() + LEAST_LOSS));
            } else if (m.metric().endsWith("retransmits") || m.metric().equals("errors")) {
                put(watched, workload + m.metric() + " per operation", Math.log(work) - Math.log(m.value() + ONE));
            } else if (!m.equals(decides) && m.better() != Better.NEITHER && (first || tail(m))) {
                put(watched, workload + m.metric(), side(m, Math.log(m.value())));
            }
            first &= m.better() == Better.NEITHER;
        }
        put(
                watched,
                workload + CPU,
                Math.log(work)
                        - Math.log(cpu.stream().mapToDouble(Double::doubleValue).sum()));
    }

    private static boolean tail(Measurement m) {
        return m.metric().endsWith(".p99") && !m.metric().startsWith("raw.");
    }

    private static void put(Map<String, Double> watched, String name, double value) {
        if (Double.isFinite(value)) {
            watched.put(name, value);
        }
    }

    private static double side(Measurement m, double logarithm) {
        return m.better() == Better.LOWER ? -logarithm : logarithm;
    }
}
