package io.tare.report;

import io.tare.result.CpuShare;
import io.tare.result.HostUse;
import io.tare.result.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

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
        Map<String, List<CpuShare>> shares = new LinkedHashMap<>();
        List.of("client", "server", "host", "other").forEach(role -> shares.put(role, new ArrayList<>()));
        for (Sample sample : samples) {
            if (sample.outcome() == Sample.Outcome.VALID) {
                for (HostUse host : sample.hosts()) {
                    List<CpuShare> of = shares.get(host.role());
                    if (of != null && Double.isFinite(host.cpu().busy())) {
                        of.add(host.cpu());
                    }
                }
            }
        }
        return shares.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(e -> new CpuUse(label, mode, e.getKey(), e.getValue().size(), mean(e.getValue())))
                .toList();
    }

    private static CpuShare mean(List<CpuShare> shares) {
        return new CpuShare(
                "all",
                mean(shares, CpuShare::user),
                mean(shares, CpuShare::system),
                mean(shares, CpuShare::iowait),
                mean(shares, CpuShare::irq),
                mean(shares, CpuShare::softirq),
                mean(shares, CpuShare::steal),
                mean(shares, CpuShare::idle));
    }

    private static double mean(List<CpuShare> shares, ToDoubleFunction<CpuShare> state) {
        return shares.stream().mapToDouble(state).sum() / shares.size();
    }
}
