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
import io.tare.network.Undoing;
import io.tare.study.Cell;
import io.tare.study.Choice;
import io.tare.study.Study;
import io.tare.study.WorkloadSpec;
import io.tare.workload.ClientTools;
import io.tare.workload.Workload;
import io.tare.workload.WorkloadException;
import io.tare.workload.Workloads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Images images;
    private final PreparedVolumes volumes;
    private int nextPort = FIRST_PORT;

    private Stations(Testbed testbed, Study study, Consumer<Event> events) {
        this.testbed = testbed;
        this.study = study;
        this.events = events;
        this.images = new Images(testbed);
        this.volumes = new PreparedVolumes(testbed, images, made, what -> events.accept(new Event.Step(what)));
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
        List<AutoCloseable> newestFirst = List.copyOf(made.reversed());
        made.clear();
        Undoing.all(newestFirst, null);
    }

    private void connect(Choice choice) {
        NetworkMode mode = Modes.named(choice.kind());
        Connection connection;
        try {
            List<String> found = mode.obstacles(testbed.hosts(), choice.parameters());
            if (!found.isEmpty()) {
                unavailable(choice.name(), "", String.join("; ", found));
                return;
            }
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
        double carries = carries(choice, connection, clients);
        for (Choice workload : study.workloads()) {
            open(choice, connection, workload, clients, carries);
        }
    }

    /** What the mode carries in Mbit/s, measured where a workload of the study offers a load that may be more; NaN where none does. */
    private double carries(Choice mode, Connection connection, Map<String, Container> clients) {
        if (study.workloads().stream().noneMatch(w -> Workloads.of(w).offers() > 0)) {
            return Double.NaN;
        }
        try {
            Container client = client(mode, connection, testbed.image().reference(), clients);
            double found = new Capacity(testbed, connection, client, mode.name(), nextPort++).measured();
            events.accept(new Event.Step("mode %s carries %.0f Mbit/s of TCP".formatted(mode.name(), found)));
            return found;
        } catch (HostInterrupted e) {
            throw e;
        } catch (HostException | WorkloadException e) {
            events.accept(new Event.Step(
                    "what mode %s carries could not be measured: %s".formatted(mode.name(), e.getMessage())));
            return Double.NaN;
        }
    }

    private void open(
            Choice mode, Connection connection, Choice choice, Map<String, Container> clients, double carries) {
        Workload workload = Workloads.of(choice);
        try {
            Container client = client(mode, connection, clientImage(workload.spec()), clients);
            ClientTool.of(workload.spec().client()).ifPresent(client::put);
            Station station = new Station(
                    testbed,
                    connection,
                    workload,
                    images.of(workload.spec().image()),
                    client,
                    mode.name() + "_" + choice.name(),
                    nextPort++,
                    Timing.of(study, workload.spec().client()),
                    volumes.of(workload.spec(), choice.name()),
                    carries);
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

    private String clientImage(WorkloadSpec spec) {
        return images.of(spec.client().image() != null ? spec.client().image() : spec.image());
    }

    /** The waiting client of a mode and image, started where there is none yet; with Tare's own tools where the image is Tare's. */
    private Container client(Choice mode, Connection connection, String image, Map<String, Container> clients) {
        Container known = clients.get(image);
        if (known != null) {
            return known;
        }
        Host host = testbed.client();
        String container = "tare-%s-client_%s%s"
                .formatted(testbed.name(), mode.name(), clients.isEmpty() ? "" : "_" + clients.size());
        made.add(host.journal().before(new Undo.RemoveContainer(container)));
        Container started = host.engine()
                .start(connection.client(ContainerSpec.of(container, image, List.of("sleep", "infinity"))
                        .labelled(ContainerSpec.LABEL, testbed.name())));
        if (image.equals(testbed.image().reference())) {
            started.put(ClientTools.files());
        }
        clients.put(image, started);
        return started;
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
