package io.tare.run;

import io.tare.host.HostException;
import io.tare.host.Uninterrupted;
import io.tare.network.Undoing;
import io.tare.result.Manifest.CellFacts;
import io.tare.study.Cell;
import io.tare.study.Choice;
import io.tare.study.Schedule;
import io.tare.study.Study;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All modes of a study connected side by side, with their servers running and their clients waiting, so that going from any trial to any
 * other costs nothing but the trial. Idle ones carry nothing. Of modes that exclude each other one is connected at a time, when its trial comes.
 */
final class Stations implements AutoCloseable {
    private static final int FIRST_PORT = 5301;

    private final boolean ephemeral;
    private final Study study;
    private final Consumer<Event> events;
    private final Tuner tuner;
    private final Map<String, String> untunable = new LinkedHashMap<>();
    private final Turns turns;
    private final Map<String, ModeStations> modes = new LinkedHashMap<>();
    private final List<AutoCloseable> prepared = new ArrayList<>();
    private int nextPort = FIRST_PORT;

    private Stations(Testbed testbed, Study study, Consumer<Event> events) {
        this.ephemeral = testbed.ephemeral();
        this.study = study;
        this.events = events;
        this.tuner = new Tuner(testbed, study.tunings(), what -> events.accept(new Event.Step(what)));
        this.turns = Turns.of(study);
        Images images = new Images(testbed);
        PreparedVolumes volumes =
                new PreparedVolumes(testbed, images, prepared, what -> events.accept(new Event.Step(what)));
        for (Choice mode : study.modes()) {
            modes.put(mode.name(), new ModeStations(testbed, study, mode, images, volumes, () -> nextPort++, events));
        }
    }

    /** Connects what can be connected; what cannot is told and left out. Undoes all of it when this fails itself. */
    static Stations open(Testbed testbed, Study study, Consumer<Event> events) {
        Stations stations = new Stations(testbed, study, events);
        try {
            stations.modes.forEach((name, mode) -> {
                stations.makeWay(name);
                mode.open();
                stations.tryTunings(name, mode);
            });
            return stations;
        } catch (RuntimeException failed) {
            try {
                stations.close();
            } catch (RuntimeException also) {
                failed.addSuppressed(also);
            }
            throw failed;
        }
    }

    /** The station of a cell, which may be closed while it is another mode's turn; null where it could not be connected: see {@link #obstacle}. */
    @Nullable
    Station of(Cell cell) {
        return untunable.containsKey(key(cell.mode(), cell.tuning()))
                ? null
                : mode(cell).of(cell.workload());
    }

    /** Puts the hosts into a cell's tuning; one that stands already stays. {@link HostException} where it is not taken. */
    void tune(Cell cell) {
        Station station = of(cell);
        if (station != null) {
            tuner.to(station, cell.tuning());
        }
    }

    /**
     * Adds a tuning to the study's and tries it on a mode, which must be connected. Answers why it cannot be had; where it changes nothing, that.
     * {@link io.tare.tuning.TuningContradiction} goes through as {@link RunException}.
     */
    Optional<String> offer(String mode, Choice tuning) {
        tuner.know(tuning);
        Optional<Station> first = first(
                mode(new Cell(mode, tuning.name(), "")),
                study.workloads().stream().map(Choice::name));
        if (first.isEmpty()) {
            return Optional.of("mode %s has no workload to try it on".formatted(mode));
        }
        Optional<String> obstacle = tuner.obstacle(first.get(), mode, tuning);
        return obstacle.isEmpty() && tuner.changes(first.get(), tuning) == 0
                ? Optional.of("it changes nothing: the hosts have these values already")
                : obstacle;
    }

    /** Closes a mode and connects it anew. {@link HostException} where that fails. */
    void reconnect(String mode) {
        ModeStations connected = mode(new Cell(mode, "", ""));
        tuner.close();
        connected.close();
        connected.reopen();
    }

    /** What became of a cell; {@code givenUp} says why it was, and is empty where it was not. */
    CellFacts facts(Cell cell, String givenUp) {
        Station station = of(cell);
        if (station == null) {
            return new CellFacts(cell, "", null, List.of(), List.of(), "unavailable", obstacle(cell));
        }
        return new CellFacts(
                cell,
                station.dataPath(),
                station.standIn(),
                station.serverCommand(),
                station.clientCommand(),
                givenUp.isEmpty() ? "measured" : "given-up",
                givenUp);
    }

    /** Why a cell has no station. */
    String obstacle(Cell cell) {
        String untuned = mode(cell).obstacle(cell.workload());
        return untuned.isEmpty() ? untunable.getOrDefault(key(cell.mode(), cell.tuning()), "") : untuned;
    }

    /** Makes sure that a cell's mode is connected, and closes what is in its way. {@link HostException} where that fails. */
    void ready(Cell cell) {
        ModeStations wanted = mode(cell);
        if (!wanted.isOpen()) {
            makeWay(cell.mode());
            wanted.reopen();
        }
    }

    /**
     * Ends every server and client and undoes the modes, newest first. An interrupt waits until that is done. On hosts that end with the run all
     * that is left to their end, which is sooner.
     */
    @Override
    public void close() {
        if (ephemeral) {
            return;
        }
        Uninterrupted.run(() -> {
            List<AutoCloseable> newestFirst = new ArrayList<>();
            newestFirst.add(tuner);
            newestFirst.addAll(List.copyOf(modes.values()).reversed());
            newestFirst.addAll(prepared.reversed()); // volumes go after the containers that see them
            Undoing.all(newestFirst, null);
        });
    }

    private void makeWay(String mode) {
        modes.forEach((other, stations) -> {
            if (turns.exclude(mode, other) && stations.isOpen()) {
                tuner.close();
                stations.close();
            }
        });
    }

    /** Tries every tuning of a mode on it, on the first station that is measured with it; one that it cannot have is told and left out. */
    private void tryTunings(String mode, ModeStations connected) {
        for (Choice tuning : study.tunings()) {
            List<Cell> cells = Schedule.cells(study).stream()
                    .filter(cell -> cell.mode().equals(mode) && cell.tuning().equals(tuning.name()))
                    .toList();
            first(connected, cells.stream().map(Cell::workload))
                    .flatMap(station -> tuner.obstacle(station, mode, tuning))
                    .ifPresent(why -> {
                        untunable.put(key(mode, tuning.name()), why);
                        events.accept(new Event.Unavailable(cells, why));
                    });
        }
    }

    private static Optional<Station> first(ModeStations connected, Stream<String> workloads) {
        return workloads.map(connected::of).filter(Objects::nonNull).findFirst();
    }

    private static String key(String mode, String tuning) {
        return mode + "\n" + tuning;
    }

    private ModeStations mode(Cell cell) {
        ModeStations known = modes.get(cell.mode());
        if (known == null) {
            throw new IllegalArgumentException("no mode of the study: " + cell);
        }
        return known;
    }
}
