package io.tare.report;

import io.tare.report.MetricTable.Weight;
import io.tare.report.Sentence.About;
import java.util.ArrayList;
import java.util.List;
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
            results.tables(Weight.MAIN).stream()
                    .filter(MetricTable::judged)
                    .findFirst()
                    .ifPresent(table -> all.add(AdviceSentence.of(table, analysis, places)));
        }
        return all;
    }

    static Stream<Sentence> about(List<Sentence> all, About about) {
        return all.stream().filter(s -> s.about() == about);
    }
}
