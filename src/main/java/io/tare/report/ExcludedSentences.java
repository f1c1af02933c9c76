package io.tare.report;

import io.tare.report.Sentence.About;
import io.tare.result.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which samples do not count and why, and what was not measured at all. */
final class ExcludedSentences {
    private static final int MOST = 8;

    private ExcludedSentences() {}

    static List<Sentence> of(Analysis analysis) {
        List<Sentence> sentences = new ArrayList<>();
        Map<String, List<VerdictCount>> checks = new LinkedHashMap<>();
        analysis.verdicts().stream()
                .filter(v -> !v.level().equals("note"))
                .forEach(v -> checks.computeIfAbsent(
                                v.cell().workload() + '\n' + v.level() + '\n' + v.name(), _ -> new ArrayList<>())
                        .add(v));
        checks.values().forEach(of -> sentences.add(sentence(of, analysis)));
        analysis.gaps()
                .forEach(gap -> sentences.add(
                        said("", "%s (%s).".formatted(Plain.line(gap.what()), Plain.line(gap.reason())))));
        if (sentences.isEmpty()) {
            int all = analysis.run().samples().size();
            sentences.add(said(
                    "",
                    all == 0
                            ? "The run has no sample."
                            : "Every one of the %s samples counts.".formatted(Numbers.count(all))));
        }
        return sentences;
    }

    private static Sentence sentence(List<VerdictCount> counts, Analysis analysis) {
        VerdictCount first = counts.getFirst();
        String workload = first.cell().workload();
        long all = analysis.run().samples().stream()
                .filter(s -> s.cell().workload().equals(workload))
                .count();
        long valid = analysis.run().samples().stream()
                .filter(s -> s.cell().workload().equals(workload) && s.outcome() == Sample.Outcome.VALID)
                .count();
        int count = counts.stream().mapToInt(VerdictCount::count).sum();
        boolean failed = first.level().equals("failed");
        return said(
                workload,
                "%s: %d of %d samples %s (%s%s). Of the first: %s.%s"
                        .formatted(
                                Plain.line(workload),
                                count,
                                all,
                                failed
                                        ? "failed"
                                        : "%s invalid by the check %s"
                                                .formatted(count == 1 ? "is" : "are", Plain.line(first.name())),
                                counts.stream()
                                        .limit(MOST)
                                        .map(v -> "%s %d"
                                                .formatted(Plain.line(v.cell().label()), v.count()))
                                        .collect(Collectors.joining(", ")),
                                counts.size() > MOST ? " and %d more cells".formatted(counts.size() - MOST) : "",
                                Plain.line(first.finding()),
                                valid == 0 ? " None is left: nothing can be said of this workload." : ""));
    }

    private static Sentence said(String workload, String says) {
        return new Sentence(About.EXCLUDED, workload, says, Places.VERDICTS, "Verdicts");
    }
}
