package io.tare.network;

import io.tare.host.Host;
import io.tare.study.Parameter;
import java.util.List;
import java.util.Map;

/**
 * What a study says of its {@code weave} mode.
 *
 * @param fast whether the fast data path is asked for, else the one in user space
 * @param range what the containers' addresses are taken from
 * @param image an image that holds the router; empty where none is named
 */
record WeaveSettings(boolean fast, boolean encrypted, AddressRange range, Router router, String image) {
    private static final Parameter DATA_PATH = Parameter.oneOf(
            "data-path", List.of("fastdp", "sleeve"), "the kernel's VXLAN, or UDP by the router itself");
    private static final Parameter ENCRYPTED =
            Parameter.of("encrypted", Parameter.Type.BOOLEAN, "false", "encryption of every packet between the hosts");
    private static final Parameter RANGE = Parameter.matching(
            "range",
            "[0-9]{1,3}(\\.[0-9]{1,3}){3}/([89]|1[0-9]|2[0-4])",
            "10.32.0.0/12",
            "what the containers' addresses are taken from");
    private static final Parameter ROUTER = Parameter.oneOf(
            "router",
            List.of("auto", "real", "stand-in"),
            "Weave's own router, the kernel's VXLAN in its place, or the first that can be had");
    private static final Parameter IMAGE =
            Parameter.of("image", Parameter.Type.TEXT, "", "an image that holds Weave's router as /home/weave/weaver");
    static final List<Parameter> ALL = List.of(DATA_PATH, ENCRYPTED, RANGE, ROUTER, IMAGE);

    /** Who carries the packets. */
    enum Router {
        AUTO,
        REAL,
        STAND_IN
    }

    /** From the study's words, which its reader has checked. */
    static WeaveSettings of(Map<String, String> given) {
        String range = value(given, RANGE);
        return new WeaveSettings(
                value(given, DATA_PATH).equals("fastdp"),
                Boolean.parseBoolean(value(given, ENCRYPTED)),
                AddressRange.of(range).orElseThrow(() -> new IllegalArgumentException("no range: " + range)),
                Router.valueOf(value(given, ROUTER).replace('-', '_').toUpperCase(java.util.Locale.ROOT)),
                value(given, IMAGE));
    }

    private static String value(Map<String, String> given, Parameter parameter) {
        return given.getOrDefault(parameter.name(), parameter.preset());
    }

    /** The data path as its router calls it. */
    String dataPath() {
        return fast ? "fastdp" : "sleeve";
    }

    /** What is asked for, in words: {@code sleeve, encrypted}. */
    String words() {
        return dataPath() + (encrypted ? ", encrypted" : ", not encrypted");
    }

    /**
     * The largest packet of a container on the fast data path, in bytes. Weave Net's preset is 1376, which fits an underlay of 1460 (its {@code
     * net/bridge.go}: IP 20, UDP 8, VXLAN 8, Ethernet 14 and, encrypted or not, 34 for ESP); for another underlay its manual takes off the same 84.
     */
    static int mtu(Host one, Host other) {
        int underlay = PathMtu.between(one, other);
        return underlay > 1500 ? underlay - 84 : Math.min(1376, underlay - 84);
    }
}
