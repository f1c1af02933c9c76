package io.tare.study;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A study: what to measure, where, how often and in which order.
 *
 * @param placement where its server and client containers stand; two hosts in runs of a Tare that knew no other
 * @param samples repetitions of each cell; those that turn out invalid or failed are not replaced
 * @param seconds measured time of one trial, in whole s, as iperf3 and sysstat count
 * @param omit time at the start of each trial that is run and not measured, in whole s
 * @param warmup trials of each cell that are run first and discarded
 * @param baseline the mode that others are compared with
 * @param seed of the random order and of the bootstrap, or null: drawn when the run starts, and recorded
 * @param order {@code random} (complete blocks, shuffled) or {@code listed}
 * @param image an image of the user's to run instead of Tare's own, or null
 * @param stopping when a cell has enough samples before it has {@code samples}, or null: never
 * @param profile whether each cell is sampled with perf in one more trial after the measured ones; not so in runs of a Tare that could not
 */
public record Study(
        String name,
        @Nullable String description,
        TestbedSpec testbed,
        Placement placement,
        List<Choice> modes,
        List<Choice> workloads,
        List<Choice> tunings,
        int samples,
        int seconds,
        int omit,
        int warmup,
        String baseline,
        @Nullable Long seed,
        Order order,
        @Nullable String image,
        Boolean profile,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Stopping stopping) {
    public Study {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(testbed, "testbed is null");
        placement = Objects.requireNonNullElse(placement, Placement.TWO_HOSTS);
        modes = List.copyOf(modes);
        workloads = List.copyOf(workloads);
        tunings = List.copyOf(tunings);
        Objects.requireNonNull(baseline, "baseline is null");
        Objects.requireNonNull(order, "order is null");
        profile = Objects.requireNonNullElse(profile, false);
    }

    /** The tuning that the others are compared with: {@code none}, or else the first. */
    public Choice compared() {
        return compared(tunings);
    }

    static Choice compared(List<Choice> tunings) {
        return tunings.stream()
                .filter(tuning -> tuning.name().equals("none"))
                .findFirst()
                .orElse(tunings.isEmpty() ? Choice.of("none") : tunings.getFirst());
    }

    /** How many samples a cell takes, in words: {@code 30}, or {@code until ±2%, 10 to 60}. */
    public String sampling() {
        return stopping == null ? Integer.toString(samples) : stopping.words(samples);
    }

    /** The same study with so many samples of each cell, and no rule that ends one before. */
    public Study sampled(int count) {
        StudyDraft draft = new StudyDraft(this);
        draft.samples = count;
        draft.stopping = null;
        return draft.study();
    }

    /** The same study with another image. */
    public Study running(String other) {
        StudyDraft draft = new StudyDraft(this);
        draft.image = other;
        return draft.study();
    }

    /** The same study on another testbed. */
    public Study on(TestbedSpec other) {
        StudyDraft draft = new StudyDraft(this);
        draft.testbed = other;
        return draft.study();
    }

    /** The same study with other tunings. */
    public Study tuned(List<Choice> others) {
        StudyDraft draft = new StudyDraft(this);
        draft.tunings = others;
        return draft.study();
    }

    /** The same study with other workloads. */
    public Study loaded(List<Choice> others) {
        StudyDraft draft = new StudyDraft(this);
        draft.workloads = others;
        return draft.study();
    }

    /** The same study with another baseline. */
    public Study basedOn(String other) {
        StudyDraft draft = new StudyDraft(this);
        draft.baseline = other;
        return draft.study();
    }

    /** In which order a block walks its cells. */
    public enum Order {
        RANDOM,
        LISTED
    }
}
