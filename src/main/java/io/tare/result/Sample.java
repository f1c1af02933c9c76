package io.tare.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tare.study.Cell;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The outcome of one trial: one line of {@code samples.jsonl}.
 *
 * @param version of the line's format; 1 had what single CPUs and devices did in {@code hosts}, and until 2 metrics and verdicts were lists
 * @param block the pass over all cells it belongs to, from 1; 0 is a warm-up, recorded in the log only
 * @param trial its place in the order things ran, from 1
 * @param attempt 1, or 2 where it is the repetition of a trial that failed
 * @param dataPath what really carried the packets
 * @param started of the measured command
 * @param seconds measured, in s
 * @param series what the measured seconds went through, step by step; most workloads have none, and then the line has no word of it
 */
public record Sample(
        int version,
        int block,
        int trial,
        int attempt,
        Cell cell,
        String dataPath,
        Outcome outcome,
        Instant started,
        double seconds,
        List<Measurement> metrics,
        List<Verdict> verdicts,
        List<HostUse> hosts,
        Evidence evidence,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Series> series) {
    public static final int VERSION = 3;

    public Sample {
        Objects.requireNonNull(cell, "cell is null");
        Objects.requireNonNull(dataPath, "dataPath is null");
        Objects.requireNonNull(outcome, "outcome is null");
        Objects.requireNonNull(started, "started is null");
        metrics = Measurements.of(metrics);
        verdicts = List.copyOf(verdicts);
        hosts = hosts instanceof HostUses ? hosts : List.copyOf(hosts);
        Objects.requireNonNull(evidence, "evidence is null");
        series = List.copyOf(series);
    }

    /** A sample without a series. */
    public Sample(
            int version,
            int block,
            int trial,
            int attempt,
            Cell cell,
            String dataPath,
            Outcome outcome,
            Instant started,
            double seconds,
            List<Measurement> metrics,
            List<Verdict> verdicts,
            List<HostUse> hosts,
            Evidence evidence) {
        this(
                version, block, trial, attempt, cell, dataPath, outcome, started, seconds, metrics, verdicts, hosts,
                evidence, List.of());
    }

    /** Whether it has the metrics of another in the same order, as far as can be told at a glance: samples of a cell that were read from a file have. */
    @SuppressWarnings("ReferenceEquality") // the glance
    public boolean sharesMetrics(Sample other) {
        return ((Measurements) metrics).kinds() == ((Measurements) other.metrics).kinds();
    }

    /** What became of a trial. */
    public enum Outcome {
        VALID,
        /** It ran, and a verdict says that it does not measure what it says. */
        INVALID,
        /** It gave no numbers. */
        FAILED;

        /** Of a trial with these verdicts; {@code read} says whether it gave numbers. */
        public static Outcome of(boolean read, List<Verdict> verdicts) {
            if (!read) {
                return FAILED;
            }
            return verdicts.stream().anyMatch(v -> v.level() == Verdict.Level.INVALID) ? INVALID : VALID;
        }
    }
}
