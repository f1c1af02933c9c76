package io.tare.network;

import io.tare.study.Parameter;
import java.util.List;
import java.util.Map;

/** What a study says of its {@code calico}, beside the range. */
record CalicoSettings(DataPath dataPath) {
    private static final Parameter DATA_PATH = Parameter.oneOf(
            "data-path",
            List.of("bgp", "vxlan", "ipip"),
            "how packets reach the other host: as they are, by routes that bird exchanges, in the kernel's VXLAN, or in IP itself");

    static final List<Parameter> PARAMETERS = List.of(DATA_PATH, FreeRange.PARAMETER);

    /** How a packet gets from host to host; the names are the study's words, {@code headers} what is put around it, in bytes. */
    enum DataPath {
        BGP(0, "bgp"),
        VXLAN(VxlanDevice.HEADERS, "vxlan"),
        IPIP(20, "ipip");

        private final int headers;
        private final String carriedBy;

        DataPath(int headers, String carriedBy) {
            this.headers = headers;
            this.carriedBy = carriedBy;
        }

        int headers() {
            return headers;
        }

        /** What really runs, for the reports. */
        String carriedBy() {
            return "Calico-style " + carriedBy;
        }
    }

    static CalicoSettings of(Map<String, String> parameters) {
        return new CalicoSettings(
                switch (parameters.getOrDefault(DATA_PATH.name(), DATA_PATH.preset())) {
                    case "vxlan" -> DataPath.VXLAN;
                    case "ipip" -> DataPath.IPIP;
                    default -> DataPath.BGP;
                });
    }
}
