package io.tare.serve;

import io.tare.host.Container;
import io.tare.host.ContainerSpec;
import io.tare.host.ContainerState;
import io.tare.host.DockerHost;
import io.tare.host.HostException;
import io.tare.lab.Lab;
import io.tare.lab.LabException;
import io.tare.lab.LabLock;
import io.tare.lab.Machine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The labs that stand, read as {@code tare lab status} reads them: each host's Engine is asked for its containers and the networks they are in. */
final class LabView {
    private static final String IN_USE = "in use: its Engines are not asked, which would disturb what is measured";

    private LabView() {}

    /**
     * @param ask whether Engines are asked that a Tare is using just now; it costs their hosts some ms of CPU, which a running study would have in its figures
     */
    static Map<String, Object> tree(boolean ask) {
        boolean root = Machine.isRoot();
        return Map.of(
                "root",
                root,
                "labs",
                Lab.known().stream()
                        .map(name -> !root
                                ? silent(name, "needs root")
                                : !ask && LabLock.held(name) ? silent(name, IN_USE) : lab(name))
                        .toList());
    }

    private static Map<String, Object> silent(String name, String state) {
        return Map.of("name", name, "state", state, "asked", false, "hosts", List.of());
    }

    private static Map<String, Object> lab(String name) {
        try {
            Optional<Lab> found = Lab.find(name);
            if (found.isEmpty()) {
                return silent(name, "what a crash left; 'tare clean' removes it");
            }
            try (Lab lab = found.get()) {
                Map<String, Object> told = new LinkedHashMap<>();
                told.put("name", name);
                told.put("state", lab.kept() ? "stands" : "a run's own, goes with it");
                told.put("asked", true);
                told.put("words", lab.spec().words());
                told.put("hosts", lab.hosts().stream().map(LabView::host).toList());
                return told;
            }
        } catch (LabException | HostException e) {
            return silent(name, String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Object> host(DockerHost host) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", host.name());
        told.put("address", host.address());
        try {
            told.put("version", host.engine().facts().version());
            told.put(
                    "containers",
                    host.engine().containers(ContainerSpec.LABEL).stream()
                            .map(LabView::container)
                            .toList());
        } catch (HostException e) {
            told.put("error", String.valueOf(e.getMessage()));
            told.put("containers", List.of());
        }
        return told;
    }

    private static Map<String, Object> container(Container container) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", container.name());
        try {
            ContainerState state = container.state();
            told.put("running", state.running());
            told.put("networks", new TreeMap<>(state.addresses()));
        } catch (HostException _) { // it went in the meantime
            told.put("running", false);
            told.put("networks", Map.of());
        }
        return told;
    }
}
