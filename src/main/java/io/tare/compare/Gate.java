package io.tare.compare;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a comparison must not show: {@code latency.p99 > 5%}, {@code memcached:throughput > 10%}. A metric is worse by more than so much, in whichever
 * direction is worse for it.
 *
 * <pre>
 * gate = [ workload ":" ] metric ">" number "%"
 * </pre>
 *
 * @param workload the one it is for; empty for all
 * @param percent 0 to 1000
 */
public record Gate(Optional<String> workload, String metric, double percent) {
    private static final Pattern FORM = Pattern.compile(
            "\\s*(?:(?<workload>[A-Za-z0-9._-]+)\\s*:\\s*)?(?<metric>[A-Za-z0-9._-]+)\\s*>\\s*(?<percent>[0-9]+(?:\\.[0-9]+)?)\\s*%\\s*");
    private static final double MOST = 1000;

    public Gate {
        Objects.requireNonNull(workload, "workload is null");
        Objects.requireNonNull(metric, "metric is null");
    }

    /** {@link IllegalArgumentException} says what is wrong with the text, and the form it must have. */
    public static Gate parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no condition: %s. Write METRIC > N%% or WORKLOAD:METRIC > N%%, as 'latency.p99 > 5%%'"
                            .formatted(text, mistake(text)));
        }
        double percent = Double.parseDouble(parts.group("percent"));
        if (percent > MOST) {
            throw new IllegalArgumentException(
                    "'%s' is no condition: the percentage is 0 to %.0f".formatted(text, MOST));
        }
        return new Gate(Optional.ofNullable(parts.group("workload")), parts.group("metric"), percent);
    }

    private static String mistake(String text) {
        String plain = text.strip();
        if (plain.contains("<") || plain.contains("=")) {
            return "it can only say '>': worse by more than, whether less or more is worse";
        }
        if (!plain.contains(">")) {
            return "it lacks '> N%'";
        }
        if (plain.startsWith(">")) {
            return "it lacks the metric before '>'";
        }
        String limit = plain.substring(plain.indexOf('>') + 1).strip();
        if (limit.startsWith("-")) {
            return "the percentage must not be negative; worse is positive for every metric";
        }
        return limit.endsWith("%") ? "it does not read" : "the limit lacks its '%'";
    }

    /** Whether it is about this workload. */
    boolean isOf(String other) {
        return workload.map(other::equals).orElse(true);
    }

    /** Whether it is about this metric of this workload. */
    boolean watches(String ofWorkload, String ofMetric) {
        return metric.equals(ofMetric) && isOf(ofWorkload);
    }

    @Override
    public String toString() {
        String limit = percent == Math.rint(percent) ? Long.toString((long) percent) : Double.toString(percent);
        return workload.map(w -> w + ":").orElse("") + metric + " > " + limit + "%";
    }
}
