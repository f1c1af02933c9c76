package io.tare.network;

import io.tare.host.Hand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a kernel can do, found by trying in a network namespace that ends at once. */
record KernelSupport(Hand hand) {
    /** Whether a device of that kind, with these settings, can be made. */
    boolean makesDevice(String... kind) {
        List<String> command = new ArrayList<>(List.of("unshare", "--net", "ip", "link", "add", "tare0", "type"));
        command.addAll(List.of(kind));
        return hand.run(command, Duration.ofSeconds(10)).exitCode() == 0;
    }

    /** Whether a device of that kind, with these settings, can be hung on another. */
    boolean makesDeviceOnAnother(String... kind) {
        List<String> command = new ArrayList<>(List.of(
                "unshare",
                "--net",
                "sh",
                "-c",
                "ip link add tare0 type bridge && ip link add link tare0 name tare1 type \"$@\"",
                "sh"));
        command.addAll(List.of(kind));
        return hand.run(command, Duration.ofSeconds(10)).exitCode() == 0;
    }

    /** Whether the kernel answers to that family of generic netlink: {@code ovs_datapath}, Open vSwitch's. Asking loads its module. */
    boolean hasFamily(String name) {
        return hand.run(List.of("genl", "ctrl", "get", "name", name), Duration.ofSeconds(10))
                        .exitCode()
                == 0;
    }

    /** Whether an ESP security association can be made. The key is of no use to anybody: it ends with its namespace. */
    boolean hasEsp() {
        String key = "0x" + "00".repeat(20);
        List<String> command = List.of(
                "unshare",
                "--net",
                "ip",
                "xfrm",
                "state",
                "add",
                "src",
                "192.0.2.1",
                "dst",
                "192.0.2.2",
                "proto",
                "esp",
                "spi",
                "0x1",
                "mode",
                "transport",
                "aead",
                "rfc4106(gcm(aes))",
                key,
                "64");
        return hand.run(command, Duration.ofSeconds(10)).exitCode() == 0;
    }
}
