package io.tare.workload;

import io.tare.result.Measurement;
import io.tare.result.Tail;
import io.tare.result.Verdict;
import io.tare.study.Better;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What both of memtier_benchmark's forms make metrics of.
 *
 * @param seconds measured
 * @param count of all operations
 */
record MemtierFigures(double seconds, double count) {
    private static final Pattern PERCENTILE = Pattern.compile("p(?<percent>[0-9.]+)(?: Latency)?");

    Measurement operations(double rate, double offered) {
        return new Measurement(
                offered > 0 ? "rate" : "operations",
                "operations/s",
                offered > 0 ? Better.NEITHER : Better.HIGHER,
                rate);
    }

    /** Of a column's or a field's name: the mean, or a percentile that so many operations carry. */
    Optional<Measurement> latency(String metric, String name, double milliseconds) {
        Matcher percentile = PERCENTILE.matcher(name);
        if (count < 1) {
            return Optional.empty();
        }
        if (name.equals("Avg. Latency") || name.equals("Latency")) {
            return Optional.of(LatencyFigures.milliseconds(metric, milliseconds));
        }
        if (!percentile.matches()) {
            return Optional.empty();
        }
        double percent = Double.parseDouble(percentile.group("percent"));
        return LatencyFigures.QUOTED.contains(percent) && Tail.carries(Math.round(count), percent)
                ? Optional.of(LatencyFigures.milliseconds(metric + "." + LatencyFigures.word(percent), milliseconds))
                : Optional.empty();
    }

    Optional<Measurement> misses(@Nullable Double rate) {
        return Optional.ofNullable(rate).map(value -> new Measurement("misses", "operations/s", Better.LOWER, value));
    }

    List<Verdict> verdicts(List<Measurement> metrics, double offered) {
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(Checks.answers(Math.round(count)));
        verdicts.add(Checks.duration(seconds));
        verdicts.add(LatencyFigures.enough(Math.round(count)));
        if (offered > 0) {
            verdicts.add(Checks.answeredRate(count / Math.max(seconds, 1e-9), offered, seconds, "operations/s"));
        } else {
            verdicts.add(Checks.closedLoop("memtier_benchmark"));
        }
        metrics.stream()
                .filter(m -> m.metric().equals("misses") && m.value() > 0)
                .findFirst()
                .ifPresent(m -> verdicts.add(Verdict.note(
                        "misses",
                        "%.4g GETs/s found nothing: where keys were not set before, little but requests was carried"
                                .formatted(m.value()))));
        return verdicts;
    }
}
