package io.tare.workload;

import io.tare.host.ExecResult;
import io.tare.host.LastWords;
import io.tare.result.Measurement;
import io.tare.result.Verdict;
import io.tare.study.WorkloadSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A workload that is data through and through: metrics by JSON pointer or regular expression, verdicts by bounds. What a client measured is
 * the study's seconds where its command takes them, and otherwise as long as it ran, its start included.
 */
public record DataWorkload(WorkloadSpec spec) implements Workload {
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,2})?");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?");

    public DataWorkload {
        Objects.requireNonNull(spec, "spec is null");
    }

    @Override
    public Reading read(ExecResult output) {
        if (!spec.client().exitCodes().contains(output.exitCode())) {
            throw new WorkloadException(
                    "the client ended with exit code %d: %s".formatted(output.exitCode(), LastWords.of(output)));
        }
        List<Measurement> metrics = metrics(spec, output.stdout());
        List<Verdict> verdicts = verdicts(spec, metrics);
        if (spec.client().command().stream().anyMatch(argument -> argument.contains("{seconds}"))) {
            return new Reading(Double.NaN, metrics, verdicts, Map.of());
        }
        double seconds = output.took().toNanos() / 1e9;
        verdicts.add(Checks.duration(seconds));
        return new Reading(seconds, metrics, verdicts, Map.of());
    }

    /** The metrics that a specification finds in an output. */
    static List<Measurement> metrics(WorkloadSpec spec, String output) {
        JsonNode tree = spec.metrics().stream().anyMatch(m -> m.pointer() != null) ? json(output) : null;
        List<Measurement> found = new ArrayList<>();
        for (WorkloadSpec.Metric metric : spec.metrics()) {
            Optional<Double> value = tree != null && metric.pointer() != null
                    ? pointed(tree, metric.pointer())
                    : matched(output, Objects.requireNonNull(metric.pattern()), metric.name());
            if (value.isPresent()) {
                found.add(new Measurement(metric.name(), metric.unit(), metric.better(), value.get() * metric.scale()));
            } else if (metric.required()) {
                throw new WorkloadException("the client's output has no %s (looked for %s)"
                        .formatted(metric.name(), metric.pointer() != null ? metric.pointer() : metric.pattern()));
            }
        }
        return found;
    }

    /** The verdict of every bound, those that are kept included. */
    static List<Verdict> verdicts(WorkloadSpec spec, List<Measurement> metrics) {
        List<Verdict> verdicts = new ArrayList<>();
        for (WorkloadSpec.Bound bound : spec.bounds()) {
            metrics.stream()
                    .filter(m -> m.metric().equals(bound.metric()))
                    .findFirst()
                    .ifPresent(m -> verdicts.add(verdict(bound, m)));
        }
        return verdicts;
    }

    private static Verdict verdict(WorkloadSpec.Bound bound, Measurement metric) {
        boolean kept = (bound.atLeast() == null || metric.value() >= bound.atLeast())
                && (bound.atMost() == null || metric.value() <= bound.atMost());
        String figure = "%s is %.4g %s".formatted(metric.metric(), metric.value(), metric.unit());
        if (kept) {
            return Verdict.ok(bound.name(), figure);
        }
        String finding = bound.says() + ": " + figure;
        return bound.level().equals("note")
                ? Verdict.note(bound.name(), finding)
                : Verdict.invalid(bound.name(), finding);
    }

    /** The client's output as JSON; {@link WorkloadException} where it was cut short or is none. */
    static JsonNode json(String output) {
        try {
            JsonNode tree = JsonMapper.shared().readTree(output);
            if (tree == null || tree.isMissingNode()) {
                throw new WorkloadException("the client printed nothing");
            }
            return tree;
        } catch (JacksonException e) {
            throw new WorkloadException("the client's output is no whole JSON (%d characters; %s)"
                    .formatted(output.length(), e.getOriginalMessage()));
        }
    }

    private static Optional<Double> pointed(JsonNode tree, String pointer) {
        JsonNode node = tree.at(pointer);
        if (node.isString()) {
            return Optional.of(number(node.asString(), pointer));
        }
        return node.isNumber() ? Optional.of(node.asDouble()) : Optional.empty();
    }

    /** The last match counts: tools print their summary at the end. */
    private static Optional<Double> matched(String output, String pattern, String metric) {
        Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(new Deadline(output, metric));
        String last = null;
        while (Deadline.found(matcher, metric)) {
            last = Objects.requireNonNullElse(matcher.group("value"), last);
        }
        return last == null ? Optional.empty() : Optional.of(number(last, metric));
    }

    /** A decimal number; commas may part its thousands. */
    private static double number(String text, String of) {
        String plain = THOUSANDS.matcher(text).matches() ? text.replace(",", "") : text;
        if (!NUMBER.matcher(plain).matches()) {
            throw new WorkloadException("'%s', found for %s, is no number".formatted(text, of));
        }
        return Double.parseDouble(plain);
    }
}
