package io.tare.explain;

import io.tare.result.HostCounters;
import io.tare.result.HostCounters.CpuTime;
import io.tare.result.HostCounters.Softnet;
import io.tare.result.NetworkSpace;
import io.tare.result.NetworkSpace.Device;
import io.tare.result.NetworkSpace.Traffic;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * What one host spent on a cell, as rates, shares and costs over its valid trials that were read. Where hosts share a kernel the figures of the CPUs, softirqs,
 * interrupts and softnet are the whole machine's.
 *
 * @param counters of all trials, added up
 * @param work that was done meanwhile
 * @param ranked each trial's CPUs from the fullest to the idlest, added up by that rank
 */
public record HostFigures(HostCounters counters, Work work, List<CpuTime> ranked) {
    private static final double MOSTLY_TCP = 0.5;
    private static final int ENOUGH = 1_000;

    public HostFigures {
        Objects.requireNonNull(counters, "counters is null");
        Objects.requireNonNull(work, "work is null");
        ranked = List.copyOf(ranked);
    }

    static HostFigures of(Counted counted, Work work) {
        return new HostFigures(counted.counters(), work, counted.ranked());
    }

    public String role() {
        return counters.role();
    }

    /** Whose CPUs these are: {@code machine} where hosts share them. */
    public String whose() {
        return counters.sharedKernel() ? "machine" : counters.role();
    }

    /** How all CPUs together spent their time, in percent. */
    public CpuTime cpu() {
        return percent(counters.cpus().stream().reduce(CpuTime::plus).orElse(new CpuTime(0, 0, 0, 0, 0, 0, 0)));
    }

    /** The same of the CPU that was the fullest of its trial, then of the next fullest, and so on: whichever CPUs those were. */
    public List<CpuTime> rankedCpus() {
        return ranked.stream().map(HostFigures::percent).toList();
    }

    private static CpuTime percent(CpuTime t) {
        double of = (t.busy() + t.iowait() + t.idle()) / 100;
        return new CpuTime(
                t.user() / of,
                t.system() / of,
                t.softirq() / of,
                t.irq() / of,
                t.steal() / of,
                t.iowait() / of,
                t.idle() / of);
    }

    /** CPUs busy on average. */
    public double busyCpus() {
        return cpu().busy() / 100 * counters.cpus().size();
    }

    /** Cost in microseconds of CPU time an operation; NaN where the workload counts none. */
    public double microsecondsPerOperation() {
        return busyCpus() / work.operations() * 1e6;
    }

    /** Cost in seconds of CPU time for each Gbit carried; NaN where the workload does not tell how much it carried. */
    public double cpuSecondsPerGbit() {
        return busyCpus() / work.bits() * 1e9;
    }

    /** Softirqs handled a second, by kind. */
    public Map<String, Double> softirqs() {
        Map<String, Double> rates = new TreeMap<>();
        counters.softirqs().forEach((kind, cpus) -> rates.put(kind, rate(sum(cpus))));
        return rates;
    }

    /** Interrupts of devices a second. */
    public double interrupts() {
        return rate(sum(counters.interrupts()));
    }

    /** Interrupts of the underlay's queues for each packet it carried; NaN where the device has none of its own. */
    public double interruptsPerPacket() {
        Traffic both = underlay().map(d -> d.received().plus(d.sent())).orElse(new Traffic(0, 0, 0, 0));
        return counters.underlayInterrupts().isEmpty() || both.packets() == 0
                ? Double.NaN
                : (double) sum(counters.underlayInterrupts()) / both.packets();
    }

    /** The device that carries the underlay, where it carried anything. */
    public Optional<Device> underlay() {
        return counters.space(NetworkSpace.HOST).flatMap(s -> s.device(counters.underlay()));
    }

    /** The device at the workload's sockets that carried most bytes: the container's own, or the underlay where the container has no namespace. */
    public Optional<Device> atSockets() {
        Optional<NetworkSpace> container = counters.space(NetworkSpace.CONTAINER);
        return container.isEmpty()
                ? underlay()
                : most(container.get().devices().stream()
                        .filter(d -> !d.kind().equals("loopback"))
                        .toList());
    }

    /** The tunnel device that carried most bytes, in whichever namespace it stands. */
    public Optional<Device> tunnel() {
        return most(counters.spaces().stream()
                .flatMap(s -> s.devices().stream())
                .filter(d -> d.kind().equals("vxlan"))
                .toList());
    }

    private static Optional<Device> most(List<Device> devices) {
        return devices.stream()
                .filter(d -> d.heavier().packets() > 0)
                .max(Comparator.comparingLong(d -> d.heavier().bytes()));
    }

    /** A counter of the protocols where the workload's sockets are, over all trials. */
    public long count(String counter) {
        return counters.sockets().map(s -> s.count(counter)).orElse(0L);
    }

    /** TCP segments the sockets sent for each packet of their device: how large the super-packets are. NaN where fewer than {@value #ENOUGH} were sent or
     * most packets were not TCP's. */
    public double segmentsPerPacket() {
        long sent = count("TcpOutSegs");
        double each = (double) sent / atSockets().map(d -> d.sent().packets()).orElse(0L);
        return sent >= ENOUGH && each >= MOSTLY_TCP ? each : Double.NaN;
    }

    /** TCP segments sent again, in percent of those sent; NaN where fewer than {@value #ENOUGH} were sent. */
    public double retransmitted() {
        long sent = count("TcpOutSegs");
        return sent < ENOUGH ? Double.NaN : 100.0 * count("TcpRetransSegs") / sent;
    }

    /** The sum of a softnet counter over all CPUs, over all trials. */
    public long softnet(ToLongFunction<Softnet> counter) {
        return counters.softnet().stream().mapToLong(counter).sum();
    }

    /** A count over all trials as a number a second. */
    public double rate(long count) {
        return count / counters.seconds();
    }

    static long sum(List<Long> cpus) {
        return cpus.stream().mapToLong(Long::longValue).sum();
    }
}
