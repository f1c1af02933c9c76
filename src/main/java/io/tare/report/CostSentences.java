package io.tare.report;

import io.tare.report.MetricTable.Weight;
import io.tare.report.Sentence.About;
import io.tare.stats.Comparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each mode costs against the baseline over all workloads: where most, where least, and how many of these differences are clear. */
final class CostSentences {
    private CostSentences() {}

    static List<Sentence> of(Analysis analysis, Places places) {
        Map<String, List<Cost>> modes = new LinkedHashMap<>();
        for (WorkloadResults results : analysis.workloads()) {
            for (MetricTable table : results.tables(Weight.MAIN)) {
                for (CellRow row : table.rows()) {
                    row.change()
                            .filter(_ -> row.cell().untuned())
                            .ifPresent(change -> modes.computeIfAbsent(row.label(), _ -> new ArrayList<>())
                                    .add(new Cost(table, change)));
                }
            }
        }
        List<Sentence> sentences = new ArrayList<>();
        modes.forEach((mode, costs) -> sentences.add(sentence(Plain.line(mode), costs, places)));
        return sentences;
    }

    private static Sentence sentence(String mode, List<Cost> costs, Places places) {
        List<Cost> clear = costs.stream().filter(c -> c.change().significant()).toList();
        List<Cost> worse = clear.stream()
                .filter(c -> c.size() > 0)
                .sorted(Comparator.comparingDouble(Cost::size).reversed())
                .toList();
        List<Cost> better = clear.stream().filter(c -> c.size() < 0).toList();
        Cost first = worse.isEmpty() ? (better.isEmpty() ? costs.getFirst() : better.getFirst()) : worse.getFirst();
        String base = Plain.line(first.table().baseline());
        StringBuilder says = new StringBuilder();
        if (clear.isEmpty()) {
            says.append("%s: no clear cost against %s in %s.".formatted(mode, base, of(costs.size())));
        } else if (worse.size() == 1) {
            says.append("%s costs %s: %s.".formatted(mode, clear(clear.size(), costs.size()), first.words()));
        } else if (!worse.isEmpty()) {
            says.append("%s costs most with %s and, of what is clear, least with %s; %s."
                    .formatted(mode, first.words(), worse.getLast().words(), clear(clear.size(), costs.size())));
        }
        if (!better.isEmpty()) {
            says.append("%s%s is clearly better than %s with %s."
                    .formatted(
                            says.isEmpty() ? "" : " ",
                            mode,
                            base,
                            better.getFirst().words()));
        }
        return Sentence.of(About.COST, first.table(), says.toString(), places);
    }

    private static String clear(int clear, int of) {
        return of == 1 ? "a clear amount" : "clear in %d of %d comparisons".formatted(clear, of);
    }

    private static String of(int comparisons) {
        return comparisons == 1 ? "the one comparison there is" : "any of %d comparisons".formatted(comparisons);
    }

    /** One change against the baseline. */
    private record Cost(MetricTable table, Comparison change) {
        /** How much worse, as a logarithm, so that a half and a double weigh the same; negative where better. */
        double size() {
            double log = Math.log(change.ratio());
            return table.improves(1) ? -log : log;
        }

        /** {@code iperf3-tcp (throughput 73% lower [70, 75])}. */
        String words() {
            return "%s (%s)".formatted(Plain.line(table.workload()), Percent.words(table.metric(), change));
        }
    }
}
