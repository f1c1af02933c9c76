package io.tare.result;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one host did during the measured seconds of a trial. What its single CPUs, its devices and softnet did is in {@code sar/HOST.jsonl}, in sysstat's own words.
 *
 * @param role {@code client}, {@code server} or {@code other}
 * @param seconds the time the figures cover, in s
 * @param cpus how many it has
 * @param cpu all CPUs together
 * @param cgroupSeconds CPU time of the host's own cgroup in s, where the host is a lab host that shares its kernel; else null
 */
public record HostUse(
        String host,
        String role,
        double seconds,
        int cpus,
        CpuShare cpu,
        @Nullable Double cgroupSeconds) {
    public HostUse {
        Objects.requireNonNull(host, "host is null");
        Objects.requireNonNull(role, "role is null");
        Objects.requireNonNull(cpu, "cpu is null");
    }
}
