package io.tare.network;

import io.tare.study.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All modes there are. */
public final class Modes {
    private static final List<NetworkMode> ALL =
            List.of(new HostMode(), new NatMode(), new OverlayMode(), new WeaveMode());

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
}
