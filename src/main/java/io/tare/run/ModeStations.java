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
import io.tare.study.Choice;
import io.tare.study.Schedule;
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
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One mode of a study: connected, with a server and a waiting client for each workload. Where other modes exclude it, it is closed for them and
 * opened again when its turn comes.
 */
final class ModeStations implements AutoCloseable {
    private final Testbed testbed;
    private final Study study;
    private final Choice choice;
    private final Images images;
    private final PreparedVolumes volumes;
    private final IntSupplier nextPort;
    private final Consumer<Event> events;
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final Map<String, Station> stations = new LinkedHashMap<>();
    private final Map<String, String> obstacles = new LinkedHashMap<>();
    private final Map<String, Container> clients = new LinkedHashMap<>();
    private final List<AutoCloseable> made = new ArrayList<>();
    private final ClientTool tools = new ClientTool();
    private double carries = Double.NaN;
    private boolean open;

    /** {@code nextPort} gives ports that no other server of the testbed has. */
    ModeStations(
            Testbed testbed,
            Study study,
            Choice choice,
            Images images,
            PreparedVolumes volumes,
            IntSupplier nextPort,
            Consumer<Event> events) {
        this.testbed = testbed;
        this.study = study;
        this.choice = choice;
        this.images = images;
        this.volumes = volumes;
        this.nextPort = nextPort;
        this.events = events;
    }

    /** The station of a workload, which may be closed now; null where there is none: see {@link #obstacle}. */
    @Nullable
    Station of(String workload) {
        return stations.get(workload);
    }

    /** Why a workload has no station. */
    String obstacle(String workload) {
        return obstacles.getOrDefault(workload, obstacles.getOrDefault("", ""));
    }

    boolean isOpen() {
        return open;
    }

    /** Connects the mode for the first time, and every workload that can be served over it; what cannot is told and left out. */
    void open() {
        NetworkMode mode = Modes.named(choice.kind());
        Connection connection;
        try {
            List<String> found = mode.obstacles(testbed.hosts(), choice.parameters());
            if (!found.isEmpty()) {
                unavailable("", String.join("; ", found));
                return;
            }
            connection = connect();
        } catch (HostInterrupted e) {
            throw e;
        } catch (HostException e) {
            unavailable("", "it could not be connected: " + e.getMessage());
            return;
        }
        events.accept(new Event.Step("mode %s connected (%s)".formatted(choice.name(), connection.dataPath())));
        connection.standIn().ifPresent(what -> events.accept(new Event.Step(what)));
        carries = carries(connection);
        for (Choice workload : study.workloads()) {
            try {
                station(connection, workload);
            } catch (HostInterrupted e) {
                throw e;
            } catch (HostException e) {
                stations.remove(workload.name());
                unavailable(workload.name(), String.valueOf(e.getMessage()));
            }
        }
    }

    /**
     * Connects the mode again with the workloads that it had. {@link HostException} where that fails; a workload's server that does not start is
     * tried again by its trial.
     */
    void reopen() {
        Connection connection = connect();
        for (Choice workload : study.workloads()) {
            if (stations.containsKey(workload.name())) {
                try {
                    station(connection, workload);
                } catch (HostInterrupted e) {
                    throw e;
                } catch (HostException e) {
                    events.accept(
                            new Event.Step("mode %s, connected again: %s".formatted(choice.name(), e.getMessage())));
                }
            }
        }
    }

    /** Ends its servers and clients and undoes the mode, newest first. An interrupt waits until that is done. */
    @Override
    public void close() {
        Uninterrupted.run(() -> {
            List<AutoCloseable> newestFirst = List.copyOf(made.reversed());
            made.clear();
            clients.clear();
            open = false;
            Undoing.all(newestFirst, null);
        });
    }

    private Connection connect() {
        Connection connection = Modes.named(choice.kind())
                .connect(choice.name(), testbed.server(), testbed.client(), choice.parameters());
        made.add(connection);
        open = true;
        return connection;
    }

    /** What the mode carries in Mbit/s, measured where a workload of the study offers a load that may be more; NaN where none does. */
    private double carries(Connection connection) {
        if (study.workloads().stream().noneMatch(w -> Workloads.of(w).offers() > 0)) {
            return Double.NaN;
        }
        String mode = choice.name();
        try {
            Container client = client(connection, testbed.image().reference());
            double found = new Capacity(testbed, connection, client, mode, nextPort.getAsInt()).measured();
            events.accept(new Event.Step("mode %s carries %.0f Mbit/s of TCP".formatted(mode, found)));
            return found;
        } catch (HostInterrupted e) {
            throw e;
        } catch (HostException | WorkloadException e) {
            events.accept(
                    new Event.Step("what mode %s carries could not be measured: %s".formatted(mode, e.getMessage())));
            return Double.NaN;
        }
    }

    private void station(Connection connection, Choice choice) {
        Workload workload = Workloads.of(choice);
        Container client = client(connection, clientImage(workload.spec()));
        tools.put(workload.spec().client(), client);
        Station station = new Station(
                testbed,
                connection,
                workload,
                images.of(workload.spec().image()),
                client,
                this.choice.name() + "_" + choice.name(),
                ports.computeIfAbsent(choice.name(), _ -> nextPort.getAsInt()),
                Timing.of(study, workload.spec().client()),
                volumes.of(workload.spec(), choice.name()),
                carries);
        made.add(station);
        stations.put(choice.name(), station);
        station.open();
        station.gate();
    }

    private String clientImage(WorkloadSpec spec) {
        return images.of(spec.client().image() != null ? spec.client().image() : spec.image());
    }

    /** The waiting client of an image, started where there is none yet; with Tare's own tools where the image is Tare's. */
    private Container client(Connection connection, String image) {
        Container known = clients.get(image);
        if (known != null) {
            return known;
        }
        Host host = testbed.client();
        String container = "tare-%s-client_%s%s"
                .formatted(testbed.name(), choice.name(), clients.isEmpty() ? "" : "_" + clients.size());
        made.add(host.journal().before(new Undo.RemoveContainer(container)));
        Container started = host.engine()
                .start(connection.client(ContainerSpec.of(container, image, List.of("sleep", "infinity"))
                        .labelled(ContainerSpec.LABEL, testbed.name())));
        connection.attach(host, started);
        if (image.equals(testbed.image().reference())) {
            started.put(ClientTools.files());
        }
        clients.put(image, started);
        return started;
    }

    private void unavailable(String workload, String reason) {
        obstacles.put(workload, reason);
        events.accept(new Event.Unavailable(
                Schedule.cells(study).stream()
                        .filter(cell -> cell.mode().equals(choice.name()))
                        .filter(cell -> workload.isEmpty() || cell.workload().equals(workload))
                        .toList(),
                reason));
    }
}
