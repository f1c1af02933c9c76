package io.tare.report;

import io.tare.result.Manifest.CellFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cells of one mode that were not measured, or not to their end, for one reason.
 *
 * @param label the mode, and the tuning where there is one
 * @param workloads of these cells
 * @param outcome {@code unavailable} or {@code given-up}
 * @param reason in one sentence
 */
public record Gap(String label, List<String> workloads, String outcome, String reason) {
    public Gap {
        workloads = List.copyOf(workloads);
    }

    static List<Gap> of(List<CellFacts> cells) {
        Map<Gap, List<String>> gaps = new LinkedHashMap<>();
        for (CellFacts known : cells) {
            if (!known.outcome().equals("measured")) {
                gaps.computeIfAbsent(
                                new Gap(CellRow.label(known.cell(), known), List.of(), known.outcome(), known.reason()),
                                _ -> new ArrayList<>())
                        .add(known.cell().workload());
            }
        }
        return gaps.entrySet().stream()
                .map(e -> new Gap(
                        e.getKey().label(),
                        e.getValue(),
                        e.getKey().outcome(),
                        e.getKey().reason()))
                .toList();
    }

    /** The cells and what became of them: {@code weave with iperf3-tcp, iperf3-udp: unavailable}. */
    String what() {
        return "%s with %s: %s"
                .formatted(label, String.join(", ", workloads), outcome.equals("given-up") ? "given up" : outcome);
    }
}
