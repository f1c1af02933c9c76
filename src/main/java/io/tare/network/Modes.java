package io.tare.network;

import io.tare.study.Parameter;
import io.tare.study.Placement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All modes there are. */
public final class Modes {
    private static final List<NetworkMode> ALL = List.of(
            new HostMode(),
            new NatMode(),
            new OverlayMode(),
            new MacvlanMode(),
            new IpvlanMode(),
            new WeaveMode(),
            new FlannelMode(),
            new CalicoMode(),
            new BridgeMode(),
            new ContainerMode());

    /** Docker's words for containers that cannot be measured, each with the reason. */
    public static final Map<String, String> SENSELESS =
            Map.of("none", "a container with no network but its own loopback reaches no other, and nothing reaches it");

    private Modes() {}

    public static List<NetworkMode> all() {
        return ALL;
    }

    /** The mode of that name; the study reader has made sure that there is one. */
    public static NetworkMode named(String name) {
        return ALL.stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no mode " + name));
    }

    /** The modes' words for the study file. */
    public static Map<String, List<Parameter>> words() {
        Map<String, List<Parameter>> words = new LinkedHashMap<>();
        ALL.forEach(m -> words.put(m.name(), m.parameters()));
        return words;
    }

    /** Where the containers of each mode may stand. */
    public static Map<String, Set<Placement>> placements() {
        return ALL.stream().collect(Collectors.toMap(NetworkMode::name, NetworkMode::placements));
    }
}
