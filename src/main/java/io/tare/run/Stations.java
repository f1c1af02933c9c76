package io.tare.run;

import io.tare.host.Container;
import io.tare.host.ContainerSpec;
import io.tare.host.Host;
import io.tare.host.HostException;
import io.tare.host.HostInterrupted;
import io.tare.host.Undo;
import io.tare.host.Uninterrupted;
import io.tare.network.Connection;
import io.tare.network.Modes;
import io.tare.network.NetworkMode;
import io.tare.study.Cell;
import io.tare.study.Choice;
import io.tare.study.Study;
import io.tare.workload.Workload;
import io.tare.workload.Workloads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * All modes of a study connected side by side, with their servers running and their clients waiting, so that going from any trial to any
 * other costs nothing but the trial. Idle ones carry nothing.
 */
final class Stations implements AutoCloseable {
    private static final int FIRST_PORT = 5301;

    private final Testbed testbed;
    private final Study study;
    private final Consumer<Event> events;
    private final Map<String, Station> stations = new LinkedHashMap<>();
    private final Map<String, String> obstacles = new LinkedHashMap<>();
    private final List<AutoCloseable> made = new ArrayList<>();
    private int nextPort = FIRST_PORT;

    private Stations(Testbed testbed, Study study, Consumer<Event> events) {
        this.testbed = testbed;
        this.study = study;
        this.events = events;
    }

    /** Connects what can be connected; what cannot is told and left out. Undoes all of it when this fails itself. */
    static Stations open(Testbed testbed, Study study, Consumer<Event> events) {
        Stations stations = new Stations(testbed, study, events);
        try {
            for (Choice mode : study.modes()) {
                stations.connect(mode);
            }
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

    /** The station of a cell; null where it could not be connected: see {@link #obstacle}. */
    @org.jspecify.annotations.Nullable
    Station of(Cell cell) {
        return stations.get(key(cell.mode(), cell.workload()));
    }

    /** Why a cell has no station. */
    String obstacle(Cell cell) {
        return obstacles.getOrDefault(
                key(cell.mode(), cell.workload()), obstacles.getOrDefault(key(cell.mode(), ""), ""));
    }

    /** Ends every server and client and undoes the modes, newest first. An interrupt waits until that is done. */
    @Override
    public void close() {
        Uninterrupted.run(this::undo);
    }

    private void undo() {
        RuntimeException failure = null;
        for (AutoCloseable step : made.reversed()) {
            try {
                step.close();
            } catch (Exception e) {
                if (failure == null) {
                    failure = e instanceof RuntimeException r ? r : new HostException(e.toString(), e);
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        made.clear();
        if (failure != null) {
            throw failure;
        }
    }

    private void connect(Choice choice) {
        NetworkMode mode = Modes.named(choice.kind());
        List<String> found = mode.obstacles(testbed.hosts(), choice.parameters());
        if (!found.isEmpty()) {
            unavailable(choice.name(), "", String.join("; ", found));
            return;
        }
        Connection connection;
        try {
            connection = mode.connect(choice.name(), testbed.server(), testbed.client(), choice.parameters());
        } catch (HostInterrupted e) {
            throw e;
        } catch (HostException e) {
            unavailable(choice.name(), "", "it could not be connected: " + e.getMessage());
            return;
        }
        made.add(connection);
        events.accept(new Event.Step("mode %s connected (%s)".formatted(choice.name(), connection.dataPath())));
        Map<String, Container> clients = new LinkedHashMap<>();
        for (Choice workload : study.workloads()) {
            open(choice, connection, workload, clients);
        }
    }

    private void open(Choice mode, Connection connection, Choice choice, Map<String, Container> clients) {
        Workload workload = Workloads.of(choice);
        String image = Objects.requireNonNullElse(
                workload.spec().image(), testbed.image().reference());
        try {
            Container client = clients.computeIfAbsent(
                    image, i -> client(mode.name() + (clients.isEmpty() ? "" : "-" + clients.size()), connection, i));
            Station station = new Station(
                    testbed, connection, workload, client, mode.name() + "-" + choice.name(), nextPort++, study);
            made.add(station);
            station.open();
            station.gate();
            stations.put(key(mode.name(), choice.name()), station);
        } catch (HostInterrupted e) {
            throw e;
        } catch (HostException e) {
            unavailable(mode.name(), choice.name(), String.valueOf(e.getMessage()));
        }
    }

    private Container client(String name, Connection connection, String image) {
        Host host = testbed.client();
        String container = "tare-" + testbed.name() + "-client-" + name;
        made.add(host.journal().before(new Undo.RemoveContainer(container)));
        return host.engine()
                .start(connection.client(ContainerSpec.of(container, image, List.of("sleep", "infinity"))
                        .labelled(ContainerSpec.LABEL, testbed.name())));
    }

    private void unavailable(String mode, String workload, String reason) {
        obstacles.put(key(mode, workload), reason);
        events.accept(new Event.Unavailable(
                study.workloads().stream()
                        .filter(w -> workload.isEmpty() || w.name().equals(workload))
                        .map(w -> new Cell(mode, "none", w.name()))
                        .toList(),
                reason));
    }

    private static String key(String mode, String workload) {
        return mode + "\n" + workload;
    }
}
