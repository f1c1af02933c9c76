package io.tare.result;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a host's kernel counted between two looks at {@code /proc}, one just before and one just after the measured seconds. Where hosts
 * share a kernel (a namespace lab), CPUs, softirqs, interrupts and softnet are those of the whole machine on each of them; spaces are the host's own.
 *
 * @param role {@code client}, {@code server} or {@code other}
 * @param seconds between the two looks, by the host's clock
 * @param sharedKernel whether other hosts of the testbed run on the same kernel
 * @param underlay the device that carries the underlay
 * @param cpus one entry a CPU, from {@code /proc/stat}
 * @param softirqs handled, by kind, one number a CPU, from {@code /proc/softirqs}
 * @param interrupts of devices, one number a CPU, from the numbered rows of {@code /proc/interrupts}
 * @param underlayInterrupts those of the underlay's queues, one number a CPU; empty where the device has no interrupt of its own (veth)
 * @param softnet one entry a CPU, from {@code /proc/net/softnet_stat}
 * @param conntrack null where the kernel has no connection tracking, or does not show it
 * @param spaces the host's own network namespace first, then the container's, then those an Engine makes for its overlays
 */
public record HostCounters(
        String host,
        String role,
        double seconds,
        boolean sharedKernel,
        String underlay,
        List<CpuTime> cpus,
        Map<String, List<Long>> softirqs,
        List<Long> interrupts,
        List<Long> underlayInterrupts,
        List<Softnet> softnet,
        @Nullable Conntrack conntrack,
        List<NetworkSpace> spaces) {
    public HostCounters {
        Objects.requireNonNull(host, "host is null");
        Objects.requireNonNull(role, "role is null");
        Objects.requireNonNull(underlay, "underlay is null");
        cpus = List.copyOf(cpus);
        softirqs = Map.copyOf(softirqs);
        interrupts = List.copyOf(interrupts);
        underlayInterrupts = List.copyOf(underlayInterrupts);
        softnet = List.copyOf(softnet);
        spaces = List.copyOf(spaces);
    }

    /** The namespace of this name; empty where the host has it not: a container in host mode has no namespace of its own. */
    public Optional<NetworkSpace> space(String name) {
        return spaces.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /** The counters where the workload's sockets are: the container's namespace, or the host's where it has none. */
    public Optional<NetworkSpace> sockets() {
        return space(NetworkSpace.CONTAINER).or(() -> space(NetworkSpace.HOST));
    }

    /**
     * What one CPU did, in s. {@code user} holds nice and guests, as the kernel adds them; the clock ticks that this is counted in are 10 ms on most
     * kernels.
     */
    public record CpuTime(
            double user, double system, double softirq, double irq, double steal, double iowait, double idle) {
        /** All that is neither idle nor waiting for a disk, in s. */
        public double busy() {
            return user + system + softirq + irq + steal;
        }

        public CpuTime plus(CpuTime other) {
            return new CpuTime(
                    user + other.user,
                    system + other.system,
                    softirq + other.softirq,
                    irq + other.irq,
                    steal + other.steal,
                    iowait + other.iowait,
                    idle + other.idle);
        }
    }

    /**
     * Receive work of one CPU.
     *
     * @param processed packets taken from a backlog or a device; a super-packet is one
     * @param dropped where the CPU's backlog was full ({@code net.core.netdev_max_backlog})
     * @param squeezed rounds that ended with packets left, for lack of budget or time ({@code net.core.netdev_budget})
     * @param steered how often another CPU's RPS woke this one for packets it gave it, by an interprocessor interrupt ({@code received_rps})
     * @param flowLimited packets the flow limit dropped
     */
    public record Softnet(long processed, long dropped, long squeezed, long steered, long flowLimited) {}

    /**
     * Connection tracking in the host's namespace.
     *
     * @param entries tracked when the measured seconds ended
     * @param changes of the per-CPU counters of {@code /proc/net/stat/nf_conntrack}, those that changed, by name
     */
    public record Conntrack(long entries, Map<String, Long> changes) {
        public Conntrack {
            changes = Map.copyOf(changes);
        }
    }
}
