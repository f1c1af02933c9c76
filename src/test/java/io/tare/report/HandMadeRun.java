package io.tare.report;

import io.tare.result.Evidence;
import io.tare.result.Manifest;
import io.tare.result.Manifest.CellFacts;
import io.tare.result.Measurement;
import io.tare.result.RecordedRun;
import io.tare.result.Sample;
import io.tare.result.Sample.Outcome;
import io.tare.result.Series;
import io.tare.result.Verdict;
import io.tare.study.Better;
import io.tare.study.Cell;
import io.tare.study.Choice;
import io.tare.study.Placement;
import io.tare.study.Stopping;
import io.tare.study.Study;
import io.tare.study.TestbedSpec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run of one workload built value by value, so that a test can say what should come of it. */
final class HandMadeRun {
    private static final Instant STARTED = Instant.parse("2026-11-24T10:00:00Z");

    private final List<String> modes;
    private final List<Sample> samples = new ArrayList<>();
    private final List<CellFacts> cells = new ArrayList<>();
    private String workload = "iperf3-tcp";
    private String metric = "throughput";
    private Better better = Better.HIGHER;
    private int samplesAtMost = 6;
    private @Nullable Stopping stopping;

    private HandMadeRun(List<String> modes) {
        this.modes = modes;
    }

    /** The first mode is the baseline. */
    static HandMadeRun of(String... modes) {
        return new HandMadeRun(List.of(modes));
    }

    HandMadeRun workload(String name) {
        workload = name;
        return this;
    }

    HandMadeRun metric(String name, Better direction) {
        metric = name;
        better = direction;
        return this;
    }

    /** Cells end by a rule, with so many samples at most. */
    HandMadeRun until(double share, int atMost) {
        stopping = new Stopping(share, 6);
        samplesAtMost = atMost;
        return this;
    }

    /** {@code mode} may name a tuning too: {@code overlay+rps}. */
    HandMadeRun valid(String mode, double... values) {
        Arrays.stream(values).forEach(v -> add(mode, Outcome.VALID, v, List.of(Verdict.ok("bytes", "fine")), ""));
        return this;
    }

    /** A sample with what it went through in steps of half a second; its one metric is the first step's value. */
    HandMadeRun steps(String mode, Outcome outcome, double... values) {
        List<Double> steps = Arrays.stream(values).boxed().toList();
        return add(
                mode,
                outcome,
                values[0],
                List.of(),
                "",
                List.of(new Series("upload_throughput", "Mbit/s", 0.5, steps)));
    }

    HandMadeRun invalid(String mode, String check, double value) {
        return add(mode, Outcome.INVALID, value, List.of(Verdict.invalid(check, "0.3 s measured of 2 s asked")), "");
    }

    HandMadeRun noted(String mode, String check, double value) {
        return add(mode, Outcome.VALID, value, List.of(Verdict.note(check, "12% lost")), "");
    }

    HandMadeRun failed(String mode, String reason) {
        return add(mode, Outcome.FAILED, Double.NaN, List.of(), reason);
    }

    /** What carries a mode's packets is a stand-in. */
    HandMadeRun standingIn(String mode, String dataPath, String says) {
        cells.add(new CellFacts(
                new Cell(mode, "none", workload), dataPath, says, List.of("serve"), List.of("ask"), "measured", ""));
        return this;
    }

    RecordedRun run() {
        Study study = new Study(
                "by hand",
                null,
                TestbedSpec.PRESET,
                Placement.TWO_HOSTS,
                modes.stream().map(Choice::of).toList(),
                List.of(Choice.of(workload)),
                List.of(Choice.of("none")),
                samplesAtMost,
                2,
                0,
                1,
                modes.getFirst(),
                42L,
                Study.Order.RANDOM,
                null,
                false,
                stopping);
        Manifest manifest = Manifest.begun("0.1.0", "name: by hand\n", study, 42, STARTED)
                .withCells(cells)
                .ended(Manifest.State.COMPLETE, STARTED.plusSeconds(60), new Manifest.Spent(40, 60));
        return new RecordedRun(Path.of("no-such-folder"), manifest, samples, List.of());
    }

    Analysis analysis() {
        return Analysis.of(run());
    }

    /** The table of the run's one metric. */
    MetricTable table() {
        return analysis().workloads().getFirst().tables().getFirst();
    }

    private HandMadeRun add(String mode, Outcome outcome, double value, List<Verdict> verdicts, String reason) {
        return add(mode, outcome, value, verdicts, reason, List.of());
    }

    private HandMadeRun add(
            String mode, Outcome outcome, double value, List<Verdict> verdicts, String reason, List<Series> series) {
        int trial = samples.size() + 1;
        String[] cell = mode.split("\\+");
        List<Measurement> metrics =
                outcome == Outcome.FAILED ? List.of() : List.of(new Measurement(metric, "Mbit/s", better, value));
        samples.add(new Sample(
                Sample.VERSION,
                1,
                trial,
                1,
                new Cell(cell[0], cell.length > 1 ? cell[1] : "none", workload),
                cell[0],
                outcome,
                STARTED.plusSeconds(trial),
                2,
                metrics,
                verdicts,
                List.of(),
                new Evidence(List.of("iperf3"), 0, "", "", reason),
                series));
        return this;
    }
}
