package io.tare.cli;

import io.tare.study.TestbedReader;
import io.tare.study.TestbedSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The testbed that {@code tare lab up} is to raise: the keys of a study's testbed as options, checked by the study file's own reader. */
final class LabOptions {
    @Option(names = "--vm", description = "Virtual machines instead of namespaces of this machine.")
    private boolean vm;

    @Option(names = "--hosts", paramLabel = "N", description = "2 to 50; preset: 2.")
    private @Nullable String hosts;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "The underlay's offloads, without --vm: virtio (preset), offload or plain.")
    private @Nullable String profile;

    @Option(names = "--mtu", paramLabel = "BYTES", description = "Of the underlay; preset: 1500.")
    private @Nullable String mtu;

    @Option(names = "--rate", paramLabel = "RATE", description = "Limit of the underlay in bit/s, as 500M or 1G.")
    private @Nullable String rate;

    @Option(names = "--cpus", paramLabel = "N", description = "Of each virtual machine; preset: 2.")
    private @Nullable String cpus;

    @Option(names = "--memory", paramLabel = "SIZE", description = "Of each virtual machine; preset: 4G.")
    private @Nullable String memory;

    @Option(
            names = "--queues",
            paramLabel = "N",
            description = "Queues of each virtual machine's NIC (virtio multiqueue); preset: 1.")
    private @Nullable String queues;

    @Option(
            names = "--no-userland-proxy",
            description = "Without --vm: Engines without Docker's proxy for published ports.")
    private boolean noUserlandProxy;

    /** {@link io.tare.study.StudyException} with all that is wrong. */
    TestbedSpec testbed() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("lab", vm ? TestbedSpec.VM : TestbedSpec.NAMESPACE);
        put(given, "hosts", hosts);
        put(given, "profile", profile);
        put(given, "mtu", mtu);
        put(given, "rate", rate);
        put(given, "cpus", cpus);
        put(given, "memory", memory);
        put(given, "queues", queues);
        put(given, "userland-proxy", noUserlandProxy ? "false" : null);
        return TestbedReader.read("the lab", given);
    }

    private static void put(Map<String, String> given, String key, @Nullable String value) {
        if (value != null) {
            given.put(key, value);
        }
    }
}
