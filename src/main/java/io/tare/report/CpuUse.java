package io.tare.report;

import io.tare.result.CpuShare;
import io.tare.result.HostUse;
import io.tare.result.Sample;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a cell's hosts of one role spent the measured seconds, on average over the valid samples.
 *
 * @param role {@code client}, {@code server}, {@code host} where it is both, or {@code other}
 * @param n samples it is the mean of
 * @param mean all CPUs together, in percent
 */
public record CpuUse(String label, String mode, String role, int n, CpuShare mean) {

    /** One entry a role that was watched. */
    static List<CpuUse> of(String label, String mode, List<Sample> samples) {
        Map<String, Sums> roles = new LinkedHashMap<>();
        List.of("client", "server", "host", "other").forEach(role -> roles.put(role, new Sums()));
        for (Sample sample : samples) {
            if (sample.outcome() == Sample.Outcome.VALID) {
                for (HostUse host : sample.hosts()) {
                    Sums sums = roles.get(host.role());
                    if (sums != null && Double.isFinite(host.cpu().busy())) {
                        sums.add(host.cpu());
                    }
                }
            }
        }
        return roles.entrySet().stream()
                .filter(e -> e.getValue().size() > 0)
                .map(e -> new CpuUse(
                        label,
                        mode,
                        e.getKey(),
                        e.getValue().size(),
                        e.getValue().mean()))
                .toList();
    }

    /** Added up with compensation, in one pass. */
    private static final class Sums {
        private final DoubleSummaryStatistics user = new DoubleSummaryStatistics();
        private final DoubleSummaryStatistics system = new DoubleSummaryStatistics();
        private final DoubleSummaryStatistics iowait = new DoubleSummaryStatistics();
        private final DoubleSummaryStatistics irq = new DoubleSummaryStatistics();
        private final DoubleSummaryStatistics softirq = new DoubleSummaryStatistics();
        private final DoubleSummaryStatistics steal = new DoubleSummaryStatistics();
        private final DoubleSummaryStatistics idle = new DoubleSummaryStatistics();

        private void add(CpuShare cpu) {
            user.accept(cpu.user());
            system.accept(cpu.system());
            iowait.accept(cpu.iowait());
            irq.accept(cpu.irq());
            softirq.accept(cpu.softirq());
            steal.accept(cpu.steal());
            idle.accept(cpu.idle());
        }

        private int size() {
            return Math.toIntExact(user.getCount());
        }

        private CpuShare mean() {
            return new CpuShare(
                    user.getAverage(),
                    system.getAverage(),
                    iowait.getAverage(),
                    irq.getAverage(),
                    softirq.getAverage(),
                    steal.getAverage(),
                    idle.getAverage());
        }
    }
}
