package io.tare.network;

import io.tare.study.Parameter;
import java.util.List;
import java.util.Map;

/**
 * What a study says of its {@code flannel}, beside the range.
 *
 * @param backend the word of the study, which is flanneld's own
 * @param daemon who writes the routes
 */
record FlannelSettings(Backend backend, Who daemon) {
    private static final Parameter BACKEND = Parameter.oneOf(
            "backend",
            List.of("vxlan", "host-gw", "udp"),
            "how packets reach the other host: in the kernel's VXLAN, routed as they are, or through flanneld itself");
    private static final Parameter DAEMON = Parameter.oneOf(
            "daemon",
            List.of("auto", "real", "stand-in"),
            "flanneld where it can be had, flanneld alone, or the same kernel entries written by Tare");

    static final List<Parameter> PARAMETERS = List.of(BACKEND, DAEMON, FreeRange.PARAMETER);

    /** How a packet gets from host to host. */
    enum Backend {
        VXLAN("vxlan"),
        HOST_GW("host-gw"),
        UDP("udp");

        private final String word;

        Backend(String word) {
            this.word = word;
        }

        /** As flanneld's configuration and the study write it. */
        String word() {
            return word;
        }
    }

    /** Who writes the kernel's entries. */
    enum Who {
        AUTO,
        REAL,
        STAND_IN
    }

    static FlannelSettings of(Map<String, String> parameters) {
        String backend = parameters.getOrDefault(BACKEND.name(), BACKEND.preset());
        Who who = switch (parameters.getOrDefault(DAEMON.name(), DAEMON.preset())) {
            case "real" -> Who.REAL;
            case "stand-in" -> Who.STAND_IN;
            default -> Who.AUTO;
        };
        return new FlannelSettings(
                List.of(Backend.values()).stream()
                        .filter(b -> b.word().equals(backend))
                        .findFirst()
                        .orElseThrow(),
                who);
    }

    /** Whether the kernel alone can carry the packets, so that flanneld need not run. */
    boolean kernelAlone() {
        return backend != Backend.UDP;
    }
}
