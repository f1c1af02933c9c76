package io.tare.run;

import io.tare.host.HostException;
import io.tare.host.HostInterrupted;
import io.tare.result.Manifest.CellFacts;
import io.tare.result.RunFolder;
import io.tare.result.Sample;
import io.tare.study.Cell;
import io.tare.study.Choice;
import io.tare.study.Study;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A study connected and standing ready, whose trials are asked for one by one, in whatever order and under tunings that need not be known
 * before. {@link HostInterrupted} where the thread is interrupted. Not safe for use by several threads.
 */
public final class Bench implements AutoCloseable {
    private final Testbed testbed;
    private final RunFolder folder;
    private final Stations stations;
    private final Trial trial;
    private final String goOn;

    private Bench(Testbed testbed, Study study, RunFolder folder, Stations stations, String goOn) {
        this.testbed = testbed;
        this.folder = folder;
        this.stations = stations;
        this.trial = new Trial(testbed, study, folder);
        this.goOn = goOn;
    }

    /**
     * Connects the study's modes with its workloads.
     *
     * @param goOn the command that goes on with what is measured, for messages
     */
    public static Bench open(Testbed testbed, Study study, RunFolder folder, String goOn, Consumer<Event> events) {
        return new Bench(testbed, study, folder, Stations.open(testbed, study, events), goOn);
    }

    /** Why a cell whose tuning is the study's or was offered cannot be measured; empty where it can. */
    public Optional<String> obstacle(Cell cell) {
        return stations.of(cell) == null ? Optional.of(stations.obstacle(cell)) : Optional.empty();
    }

    /** Tries a tuning on a mode and takes it back. Answers why it cannot be had, or that it changes nothing; empty where cells may have it. */
    public Optional<String> offer(String mode, Choice tuning) {
        return stations.offer(mode, tuning);
    }

    /**
     * Runs a trial once, and puts its sample into the run folder; a warm-up, whose number is 0, only into its log.
     * {@link RunException} where the testbed answers no more.
     */
    public Sample trial(Cell cell, int block, int number) {
        Sample sample;
        try {
            sample = trial.run(stations, cell, block, number, 1);
        } catch (HostInterrupted e) {
            throw e;
        } catch (HostException e) {
            testbed.requireAnswer(goOn);
            throw new RunException("Trial %d (%s) cannot be run: %s".formatted(number, cell, e.getMessage()), e);
        }
        if (number > 0) {
            folder.append(sample);
        }
        if (sample.outcome() == Sample.Outcome.FAILED) {
            folder.log("trial %d, %s failed: %s"
                    .formatted(number, cell, sample.evidence().reason()));
            testbed.requireAnswer(goOn);
        }
        return sample;
    }

    /** Connects a mode anew, with new containers: what a tuning has spoiled does not outlive it. {@link HostException} where that fails. */
    public void reconnect(String mode) {
        stations.reconnect(mode);
    }

    /** What the run folder has to know of the cells. */
    public List<CellFacts> facts(List<Cell> cells) {
        return cells.stream().map(cell -> stations.facts(cell, "")).toList();
    }

    /** Takes back the tuning that stands and closes all, newest first. */
    @Override
    public void close() {
        stations.close();
    }
}
