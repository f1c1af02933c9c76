package io.tare.result;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one host did during the measured seconds of a trial.
 *
 * @param role {@code client}, {@code server} or {@code other}
 * @param seconds the time the figures cover, in s
 * @param cpu all CPUs together
 * @param perCpu one entry a CPU
 * @param softnet packets processed, dropped and squeezed per second, all CPUs together; null where sar has none
 * @param cgroupSeconds CPU time of the host's own cgroup in s, where the host is a lab host that shares its kernel; else null
 */
public record HostUse(
        String host,
        String role,
        double seconds,
        CpuShare cpu,
        List<CpuShare> perCpu,
        List<DeviceUse> devices,
        @Nullable Softnet softnet,
        @Nullable Double cgroupSeconds) {
    public HostUse {
        Objects.requireNonNull(host, "host is null");
        Objects.requireNonNull(role, "role is null");
        Objects.requireNonNull(cpu, "cpu is null");
        perCpu = List.copyOf(perCpu);
        devices = List.copyOf(devices);
    }

    /** {@code /proc/net/softnet_stat}, per second. */
    public record Softnet(double processed, double dropped, double squeezed, double receivedRps) {}
}
