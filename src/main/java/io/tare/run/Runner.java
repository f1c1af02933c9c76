package io.tare.run;

import io.tare.host.HostException;
import io.tare.host.HostInterrupted;
import io.tare.host.Uninterrupted;
import io.tare.result.LatencyLog;
import io.tare.result.Manifest;
import io.tare.result.Manifest.CellFacts;
import io.tare.result.Manifest.Spent;
import io.tare.result.Manifest.State;
import io.tare.result.RecordedRun;
import io.tare.result.RunFolder;
import io.tare.result.Sample;
import io.tare.study.Cell;
import io.tare.study.Choice;
import io.tare.study.Schedule;
import io.tare.study.Study;
import io.tare.workload.Workload;
import io.tare.workload.Workloads;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Walks a study's schedule: connects every mode, runs warm-ups, then complete blocks in their random order, one trial at a time. Every
 * sample is on the disk before the next trial begins. Interrupting the thread ends the run in order: the trial in flight is lost, all is
 * undone, and the run stays a valid partial one.
 */
public final class Runner {
    /** A trial that fails is repeated this often in all. */
    private static final int ATTEMPTS = 2;
    /** A cell that fails so many trials in a row is given up. */
    private static final int FAILURES = 3;
    /** What a trial is expected to cost beside its seconds, in s. */
    public static final double OVERHEAD = 0.15;

    private final Testbed testbed;
    private final RunFolder folder;
    private final Consumer<Event> events;
    private final Set<String> done = new HashSet<>();
    private final Map<Cell, Integer> failures = new HashMap<>();
    private final Map<Cell, String> givenUp = new HashMap<>();
    private final OpenCells open;
    private Manifest manifest;
    private int lastTrial;
    private double measured;

    /** What a study's trials are expected to take in s, warm-ups included; a client may need longer before its measured seconds than the study omits. */
    public static double expectedSeconds(Study study) {
        double longer = 0;
        for (Choice workload : study.workloads()) {
            Workload of = Workloads.of(workload);
            Timing timing = Timing.of(study, of.spec().client());
            double takes = of.starts() + of.passes() * (double) (timing.omit() + timing.seconds());
            longer += (takes - study.omit() - study.seconds())
                    * Schedule.cells(study).stream()
                            .filter(cell -> cell.workload().equals(workload.name()))
                            .count();
        }
        return Schedule.of(study, 0).expectedSeconds(study, OVERHEAD) + longer * (study.samples() + study.warmup());
    }

    /** What sampling each cell once with perf is expected to take in s; 0 where the study does not ask for it. */
    public static double expectedProfiles(Study study) {
        return study.profile() ? Schedule.cells(study).size() * (study.omit() + study.seconds() + Profiling.COST) : 0;
    }

    /** What connecting modes in turn is expected to add to that in s: a switch each mode and block, and the warm-ups after it. */
    public static double expectedTurns(Study study) {
        List<Cell> cells = Schedule.cells(study);
        double warmup = expectedSeconds(study) / (cells.size() * (study.samples() + study.warmup())) * study.warmup();
        Set<String> modes = Turns.of(study).modes();
        long inTurn = cells.stream().filter(cell -> modes.contains(cell.mode())).count();
        return modes.size() * study.samples() * Turns.COST + inTurn * (study.samples() - 1) * warmup;
    }

    /** The order in which a study's trials run; its warm-ups are not in it. */
    public static Schedule schedule(Study study, long seed) {
        return Schedule.of(study, seed, Turns.of(study).modes());
    }

    /** Runs into a folder just created with this manifest. */
    public Runner(Testbed testbed, RunFolder folder, Manifest manifest, Consumer<Event> events) {
        this.testbed = testbed;
        this.folder = folder;
        this.manifest = manifest;
        this.events = events;
        open = new OpenCells(manifest.study(), manifest.seed());
    }

    /** Goes on with a run: what it has is not measured again. */
    public Runner resuming(RecordedRun recorded) {
        for (Sample sample : recorded.samples()) {
            done.add(key(sample.block(), sample.cell()));
            lastTrial = Math.max(lastTrial, sample.trial());
            open.add(sample);
            measured += counted(sample);
        }
        // a trial that was lost when the run was killed may have left its latencies: its number is not given again
        LatencyLog.read(folder.path(), (trial, operation, histogram) -> lastTrial = Math.max(lastTrial, trial));
        return this;
    }

    /**
     * Runs to the end, or until the thread is interrupted.
     *
     * @param begun when the first change to a host was made, for the account of time
     * @return the manifest as last written
     */
    public Manifest run(Instant begun) {
        double before = manifest.spent().total();
        Study study = manifest.study();
        boolean whole = false;
        try (Stations stations = Stations.open(testbed, study, events)) {
            manifest = manifest.withCells(cells(study, stations));
            folder.write(manifest);
            whole = walk(study, stations);
            manifest = manifest.withCells(cells(study, stations));
        } catch (HostInterrupted _) {
            folder.log("interrupted");
        } finally {
            State state = whole ? State.COMPLETE : State.PARTIAL;
            Uninterrupted.run(() -> end(state, begun, before));
        }
        return manifest;
    }

    private void end(State state, Instant begun, double before) {
        Instant end = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        double total = before + Duration.between(begun, end).toMillis() / 1e3;
        manifest = manifest.ended(state, end, new Spent(measured, total));
        folder.write(manifest);
        events.accept(new Event.Ended(manifest));
    }

    private boolean walk(Study study, Stations stations) {
        Schedule schedule = schedule(study, manifest.seed());
        List<Cell> cells =
                schedule.cells().stream().filter(c -> stations.of(c) != null).toList();
        if (cells.isEmpty()) {
            throw new RunException("None of the study's cells can be measured on this testbed:%n%s"
                    .formatted(schedule.cells().stream()
                            .map(c -> "  %s: %s".formatted(c, stations.obstacle(c)))
                            .collect(Collectors.joining("\n"))));
        }
        List<TrialPlan.Planned> plan = new TrialPlan(schedule, Turns.of(study), study.warmup())
                .of((block, cell) -> cells.contains(cell) && !done.contains(key(block, cell)));
        double each = expectedSeconds(study) / (schedule.cells().size() * (study.samples() + study.warmup()));
        events.accept(new Event.Begun(plan.size(), plan.size() * each));
        long start = System.nanoTime();
        Trial trial = new Trial(testbed, study, folder);
        for (int i = 0; i < plan.size(); i++) {
            TrialPlan.Planned next = plan.get(i);
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
            open.before(next.block(), cell -> givenUp.containsKey(cell) || !cells.contains(cell));
            if (givenUp.containsKey(next.cell()) || open.ended(next.cell())) {
                continue;
            }
            boolean warmup = next.block() == 0;
            events.accept(new Event.TrialBegun(next.cell(), warmup, i + 1, plan.size()));
            Sample sample = attempted(trial, stations, next);
            if (warmup) {
                folder.log("warm-up %s: %s %s"
                        .formatted(
                                next.cell(), sample.outcome(), sample.evidence().reason()));
            } else {
                folder.append(sample);
                open.add(sample);
                measured += counted(sample);
            }
            double left = (System.nanoTime() - start) / 1e9 / (i + 1) * (plan.size() - i - 1);
            events.accept(new Event.TrialEnded(sample, warmup, i + 1, plan.size(), left));
            judge(sample);
        }
        if (study.profile()) {
            List<Cell> sound =
                    cells.stream().filter(c -> !givenUp.containsKey(c)).toList();
            new Profiling(testbed, folder, study.seconds(), events).of(sound, stations, trial);
        }
        return !Thread.currentThread().isInterrupted();
    }

    /** The trial's sample; one that fails is repeated once. */
    private Sample attempted(Trial trial, Stations stations, TrialPlan.Planned next) {
        int number = next.block() == 0 ? 0 : ++lastTrial;
        for (int attempt = 1; ; attempt++) {
            Sample sample;
            try {
                sample = trial.run(stations, next.cell(), next.block(), number, attempt);
            } catch (HostInterrupted e) {
                throw e;
            } catch (HostException e) {
                testbed.requireAnswer("tare run --resume " + folder.path());
                throw new RunException(
                        "Trial %d (%s) cannot be run: %s".formatted(number, next.cell(), e.getMessage()), e);
            }
            if (sample.outcome() != Sample.Outcome.FAILED) {
                return sample;
            }
            folder.log("trial %d, attempt %d, %s failed: %s"
                    .formatted(number, attempt, next.cell(), sample.evidence().reason()));
            testbed.requireAnswer("tare run --resume " + folder.path());
            if (attempt == ATTEMPTS) {
                return sample;
            }
        }
    }

    private static double counted(Sample sample) {
        return sample.outcome() == Sample.Outcome.VALID ? sample.seconds() : 0;
    }

    private void judge(Sample sample) {
        if (sample.outcome() != Sample.Outcome.FAILED) {
            failures.remove(sample.cell());
            return;
        }
        int inARow = failures.merge(sample.cell(), 1, Integer::sum);
        if (inARow >= FAILURES) {
            String reason = "%d trials in a row failed, the last: %s"
                    .formatted(inARow, sample.evidence().reason());
            givenUp.put(sample.cell(), reason);
            folder.log("given up: " + sample.cell() + ": " + reason);
            events.accept(new Event.GivenUp(sample.cell(), reason));
        }
    }

    private List<CellFacts> cells(Study study, Stations stations) {
        return Schedule.cells(study).stream()
                .map(cell -> stations.facts(cell, givenUp.getOrDefault(cell, "")))
                .toList();
    }

    private static String key(int block, Cell cell) {
        return block + " " + cell;
    }
}
