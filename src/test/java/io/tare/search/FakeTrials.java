package io.tare.search;

import io.tare.result.Evidence;
import io.tare.result.Measurement;
import io.tare.result.Sample;
import io.tare.result.SearchRecord;
import io.tare.result.SearchRecord.Plan;
import io.tare.study.Better;
import io.tare.study.Cell;
import io.tare.study.Choice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A testbed by a formula: 1,000 Mbit/s and 10 ms, times what the knobs of the tuning do, times noise and the drift of a machine. A trial takes 3 s of a clock that only
 * trials move.
 */
final class FakeTrials implements Trials {
    private static final double TRIAL = 3;

    /** What a knob does to throughput and to the 99th percentile, as factors. */
    record Effect(double throughput, double tail) {}

    final List<Sample> samples = new ArrayList<>();
    final List<SearchRecord> kept = new ArrayList<>();
    private final Map<String, Effect> effects = new HashMap<>();
    private final Map<String, Choice> known = new HashMap<>();
    private final Map<String, String> obstacles = new HashMap<>();
    private final SplittableRandom random;
    private final double noise;
    private double clock;
    private double drift;
    private int mostTrials = Integer.MAX_VALUE;
    private String spoiler = "";
    private boolean spoiled;
    int mended;

    FakeTrials(long seed, double noise) {
        this.random = new SplittableRandom(seed);
        this.noise = noise;
    }

    FakeTrials with(String knob, double throughput, double tail) {
        effects.put(knob, new Effect(throughput, tail));
        return this;
    }

    FakeTrials without(String knob, String why) {
        obstacles.put(knob, why);
        return this;
    }

    /** The process is killed when it begins one more trial than these. */
    FakeTrials killedAfter(int trials) {
        mostTrials = trials;
        return this;
    }

    /** A search of these knobs; a record to go on with, or none. */
    SearchRecord search(
            double budget, long seed, List<String> knobs, Optional<SearchRecord> recorded, List<Sample> before) {
        Plan plan = new Plan("overlay", "tcp", "", budget, 0);
        return new Searcher(
                        this,
                        List.of("tcp"),
                        seed,
                        new Budget(budget, 10, () -> clock),
                        TRIAL,
                        recorded.orElse(SearchRecord.begun(plan)),
                        kept::add,
                        _ -> {})
                .run(knobs.stream().map(Choice::of).toList(), before);
    }

    SearchRecord search(double budget, String... knobs) {
        return search(budget, 7, List.of(knobs), Optional.empty(), List.of());
    }

    double clock() {
        return clock;
    }

    @Override
    public Optional<String> offer(Choice tuning) {
        known.put(tuning.name(), tuning);
        return Optional.ofNullable(obstacles.get(tuning.name()));
    }

    /** A knob after which nothing works until the testbed is mended. */
    FakeTrials spoiledBy(String knob) {
        spoiler = knob;
        return this;
    }

    @Override
    public void mend() {
        spoiled = false;
        mended++;
    }

    @Override
    public Sample trial(int block, String tuning, String workload) {
        if (samples.size() >= mostTrials) {
            throw new Killed();
        }
        clock += TRIAL;
        drift = 0.9 * drift + noise * random.nextGaussian();
        double throughput = 1000 * Math.exp(drift + noise * random.nextGaussian());
        double tail = 10 * Math.exp(drift + noise * random.nextGaussian());
        for (String knob : knobs(tuning)) {
            Effect effect = effects.getOrDefault(knob, new Effect(1, 1));
            throughput *= effect.throughput();
            tail *= effect.tail();
        }
        spoiled |= tuning.equals(spoiler);
        Sample sample = new Sample(
                Sample.VERSION,
                block,
                samples.size() + 1,
                1,
                new Cell("overlay", tuning, workload),
                "vxlan",
                spoiled ? Sample.Outcome.FAILED : Sample.Outcome.VALID,
                Instant.EPOCH,
                1,
                List.of(
                        new Measurement("throughput", "Mbit/s", Better.HIGHER, throughput),
                        new Measurement("latency.p99", "ms", Better.LOWER, tail)),
                List.of(),
                List.of(),
                new Evidence(List.of(), 0, "", "", spoiled ? "received nothing" : ""));
        samples.add(sample);
        return sample;
    }

    private List<String> knobs(String tuning) {
        Choice choice = known.getOrDefault(tuning, Choice.of(tuning));
        return choice.parts().isEmpty()
                ? List.of(choice.name())
                : choice.parts().stream().map(Choice::name).toList();
    }

    /** As SIGKILL: nothing is written any more. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
