package io.tare.report;

import io.tare.report.MetricTable.Weight;
import io.tare.report.Sentence.About;
import io.tare.stats.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that a run's numbers have to say, by fixed rules: the same numbers give the same sentences. */
final class Sentences {
    /** So many of one kind are told in the page; report.md has all. */
    static final int MOST = 60;

    private Sentences() {}

    /** In the order of {@link About}, and in it that of the study. */
    static List<Sentence> of(Analysis analysis) {
        Places places = Places.of(analysis);
        List<Sentence> all = new ArrayList<>();
        for (WorkloadResults results : analysis.workloads()) {
            results.tables(Weight.MAIN).stream()
                    .filter(MetricTable::judged)
                    .forEach(table -> all.add(OrderSentence.of(table, places)));
        }
        all.addAll(CostSentences.of(analysis, places));
        all.addAll(TuningSentences.of(analysis, places));
        all.addAll(ExcludedSentences.of(analysis));
        for (WorkloadResults results : analysis.workloads()) {
            deciding(results).ifPresent(table -> all.add(AdviceSentence.of(table, analysis, places)));
        }
        return all;
    }

    /** The metric to choose by: the first that tells a mode from the baseline, else the mean latency (throughput may be what was offered), else the first. */
    private static Optional<MetricTable> deciding(WorkloadResults results) {
        List<MetricTable> tables =
                results.tables(Weight.MAIN).stream().filter(MetricTable::judged).toList();
        return tables.stream()
                .filter(t -> t.rows().stream()
                        .anyMatch(
                                r -> r.change().filter(Comparison::significant).isPresent()))
                .findFirst()
                .or(() -> tables.stream()
                        .filter(t -> t.metric().equals("latency"))
                        .findFirst())
                .or(() -> tables.stream().findFirst());
    }

    static Stream<Sentence> about(List<Sentence> all, About about) {
        return all.stream().filter(s -> s.about() == about);
    }
}
