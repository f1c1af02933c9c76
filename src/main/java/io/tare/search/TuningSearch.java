package io.tare.search;

import io.tare.host.HostInterrupted;
import io.tare.host.Uninterrupted;
import io.tare.result.Manifest;
import io.tare.result.Manifest.Spent;
import io.tare.result.Manifest.State;
import io.tare.result.RunFolder;
import io.tare.result.Sample;
import io.tare.result.SearchRecord;
import io.tare.result.SearchRecord.Offered;
import io.tare.run.Bench;
import io.tare.run.Event;
import io.tare.run.RunException;
import io.tare.run.Runner;
import io.tare.run.Testbed;
import io.tare.study.Cell;
import io.tare.study.Choice;
import io.tare.study.Study;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A search for the tunings that help one mode, on a testbed and into a run folder. Interrupting its thread ends it in order: the pair in flight is lost, all is undone,
 * and it can be gone on with.
 */
public final class TuningSearch {
    /** What undoing all and taking the lab down is expected to take, in s. */
    private static final double CLOSING = 12;

    private final Testbed testbed;
    private final RunFolder folder;
    private final Consumer<Event> events;
    private final Consumer<Progress> says;
    private Manifest manifest;
    private SearchRecord record;

    /** {@code manifest} is of a study of one mode, whose first workload decides; {@code record} as begun or as it was. */
    public TuningSearch(
            Testbed testbed,
            RunFolder folder,
            Manifest manifest,
            SearchRecord record,
            Consumer<Event> events,
            Consumer<Progress> says) {
        this.testbed = testbed;
        this.folder = folder;
        this.manifest = manifest;
        this.record = record;
        this.events = events;
        this.says = says;
    }

    /**
     * Searches to the end, or until the thread is interrupted; writes {@code tuning.yaml} where there is a winner.
     *
     * @param begun when the command was, for the budget
     * @return the manifest as last written
     */
    public Manifest run(Instant begun) {
        testbed.consent().refusal(List.of(testbed.server(), testbed.client())).ifPresent(why -> {
            throw new RunException.Missing("Nothing was tried: %s.".formatted(why));
        });
        List<Sample> recorded = folder.recorded().samples();
        Study study = manifest.study();
        Study untouched = study.tuned(List.of(Choice.of(Candidates.UNTOUCHED)));
        List<String> workloads = study.workloads().stream().map(Choice::name).toList();
        String mode = record.plan().mode();
        double before = record.spent();
        Budget budget = new Budget(record.plan().budget(), CLOSING, () -> before + seconds(begun));
        String goOn = "tare tune --resume " + folder.path();
        boolean whole = false;
        try (Bench bench = Bench.open(testbed, untouched, folder, goOn, events)) {
            try {
                warm(bench, study, workloads);
                Searcher searcher = new Searcher(
                        new BenchTrials(bench, mode, folder, recorded),
                        workloads,
                        manifest.seed(),
                        budget,
                        study.omit() + study.seconds() + 3 * Runner.OVERHEAD,
                        record,
                        this::keep,
                        says);
                searcher.run(Candidates.of(study), recorded);
                whole = true;
            } finally {
                Uninterrupted.run(() -> facts(bench, workloads));
            }
        } catch (HostInterrupted _) {
            folder.log("interrupted");
        } finally {
            State state = whole ? State.COMPLETE : State.PARTIAL;
            Uninterrupted.run(() -> end(state, begun));
        }
        return manifest;
    }

    private void keep(SearchRecord now) {
        record = now;
        folder.write(now);
    }

    private void warm(Bench bench, Study study, List<String> workloads) {
        for (String workload : workloads) {
            Cell cell = new Cell(record.plan().mode(), Candidates.UNTOUCHED, workload);
            bench.obstacle(cell).ifPresent(why -> {
                throw new RunException.Missing(
                        "There is nothing to tune: %s cannot be measured here: %s".formatted(cell, why));
            });
            for (int i = 0; i < study.warmup(); i++) {
                bench.trial(cell, 0, 0);
            }
        }
    }

    /** The study as it has become, with the knobs and combinations that were measured. */
    private void facts(Bench bench, List<String> workloads) {
        if (record.knobs().isEmpty()) {
            return;
        }
        List<Choice> tunings = Stream.concat(
                        Stream.of(Choice.of(Candidates.UNTOUCHED)),
                        Stream.concat(record.knobs().stream(), record.combinations().stream())
                                .filter(o -> o.obstacle().isEmpty())
                                .map(Offered::tuning))
                .toList();
        Study study = manifest.study().tuned(tunings);
        List<Cell> cells = tunings.stream()
                .flatMap(t -> workloads.stream().map(w -> new Cell(record.plan().mode(), t.name(), w)))
                .toList();
        manifest = manifest.studying(study).withCells(bench.facts(cells));
    }

    private void end(State state, Instant begun) {
        List<Sample> samples = folder.recorded().samples();
        double measured = samples.stream()
                .filter(s -> s.outcome() == Sample.Outcome.VALID)
                .mapToDouble(Sample::seconds)
                .sum();
        double total = manifest.spent().total() + seconds(begun);
        Instant end = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        manifest = manifest.ended(state, end, new Spent(measured, total));
        folder.write(manifest);
        Choice winner = record.outcome().winner();
        if (winner != null) {
            folder.replace(WinnerFile.NAME, WinnerFile.text(winner, testbed.name(), record, manifest));
        }
        events.accept(new Event.Ended(manifest));
    }

    private static double seconds(Instant begun) {
        return Duration.between(begun, Instant.now()).toMillis() / 1e3;
    }
}
