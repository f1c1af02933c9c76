package io.tare.monitor;

import io.tare.result.HostUse;
import io.tare.result.Measurement;
import io.tare.result.Verdict;
import io.tare.study.Better;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of the hosts' CPU use in a sample. {@code cpu.client} and {@code cpu.server} are all CPUs' busy share as sar sees it; in a lab
 * whose hosts share a kernel both show the whole machine, and {@code cpu.client.own}, {@code cpu.server.own} add the CPU seconds per
 * second of the host's own control group (its containers and its Engine; receive work that the kernel does in interrupts is charged to whoever
 * was running). Where both sides stand on one host, {@code cpu.host} and {@code cpu.host.own} cover both, once: on one kernel the sender carries its
 * packet up into the receiver's socket, so that not even the containers' own control groups would tell which side the work was for.
 */
public final class CpuFigures {
    private static final double SATURATED = 95;
    private static final double STOLEN = 5;
    /** In CPUs. */
    private static final double DISTURBING = 0.2;

    private CpuFigures() {}

    public static List<Measurement> metrics(List<HostUse> hosts) {
        List<Measurement> metrics = new ArrayList<>();
        for (HostUse host : hosts) {
            String name = "cpu." + host.role();
            metrics.add(new Measurement(name, "%", Better.LOWER, host.cpu().busy()));
            if (host.cgroupSeconds() != null && host.seconds() > 0) {
                metrics.add(
                        new Measurement(name + ".own", "CPUs", Better.LOWER, host.cgroupSeconds() / host.seconds()));
            }
        }
        return metrics;
    }

    public static List<Verdict> verdicts(List<HostUse> hosts) {
        List<Verdict> verdicts = new ArrayList<>();
        for (HostUse host : hosts) {
            double busy = host.cpu().busy();
            String figure = "%s busy %.0f%% over all CPUs".formatted(host.host(), busy);
            verdicts.add(
                    busy >= SATURATED
                            ? Verdict.note(
                                    "cpu-" + host.role(), figure + ": no CPU left, more would not have been carried")
                            : Verdict.ok("cpu-" + host.role(), figure));
            if (host.cpu().steal() > STOLEN) {
                verdicts.add(Verdict.note(
                        "steal",
                        "%.0f%% of %s's CPU time was taken by its hypervisor"
                                .formatted(host.cpu().steal(), host.host())));
            }
        }
        disturbed(hosts).ifPresent(verdicts::add);
        return verdicts;
    }

    /**
     * In a lab whose hosts share a kernel: what the machine's processes used (sar's user and system time) less what the hosts' own control
     * groups did is somebody else's work. The groups' time may hold interrupts that hit them, so this is the least it can be.
     */
    private static Optional<Verdict> disturbed(List<HostUse> hosts) {
        if (hosts.isEmpty()) {
            return Optional.empty();
        }
        double own = 0;
        for (HostUse host : hosts) {
            if (host.cgroupSeconds() == null || !(host.seconds() > 0)) {
                return Optional.empty();
            }
            own += host.cgroupSeconds() / host.seconds();
        }
        HostUse any = hosts.getFirst();
        if (hosts.size() < 2 && !any.role().equals("host")) {
            return Optional.empty(); // one of two was not read
        }
        double all = (any.cpu().user() + any.cpu().system()) / 100 * any.cpus();
        double others = Math.max(0, all - own);
        String figure = "other work on this machine took at least %.1f of its %d CPUs".formatted(others, any.cpus());
        return Optional.of(
                others > DISTURBING
                        ? Verdict.note(
                                "disturbed", figure + ": figures are lower and vary more than on a quiet machine")
                        : Verdict.ok("disturbed", figure));
    }
}
