package io.tare.report;

import io.tare.report.Sentence.About;
import io.tare.stats.Comparison;
import io.tare.study.Choice;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What to take for a workload, by its first metric: of the modes that meet one condition the best, with all that cannot be told apart from it.
 * Says nothing where samples are too few or there is no choice.
 */
final class AdviceSentence {
    private AdviceSentence() {}

    static Sentence of(MetricTable table, Analysis analysis, Places places) {
        return Sentence.of(About.ADVICE, table, says(table, analysis), places);
    }

    private static String says(MetricTable table, Analysis analysis) {
        String name = "%s, by %s".formatted(Plain.line(table.workload()), Plain.line(table.metric()));
        Ranking all = Ranking.of(table, table.rows());
        if (all.rows().size() < 2) {
            return name
                    + ": nothing to recommend, for there is no choice: %s."
                            .formatted(
                                    all.rows().isEmpty() ? "no mode has a valid sample" : "one mode has valid samples");
        }
        if (all.blind()) {
            return name + ": nothing to recommend on so few samples.";
        }
        Map<Reach, List<CellRow>> classes = new EnumMap<>(Reach.class);
        Map<String, Choice> modes = new LinkedHashMap<>();
        analysis.manifest().study().modes().forEach(mode -> modes.put(mode.name(), mode));
        for (CellRow row : all.rows()) {
            Choice mode = Objects.requireNonNullElse(
                    modes.get(row.cell().mode()), Choice.of(row.cell().mode()));
            classes.computeIfAbsent(Reach.of(mode), _ -> new ArrayList<>()).add(row);
        }
        String advice = classes.entrySet().stream()
                .map(e -> clause(table, e.getKey(), e.getValue()))
                .collect(Collectors.joining("; "));
        return "%s: %s.%s".formatted(name, advice, condition(table, analysis));
    }

    private static String clause(MetricTable table, Reach reach, List<CellRow> rows) {
        Ranking ranking = Ranking.of(table, rows);
        CellRow best = ranking.rows().getFirst();
        List<String> equal = ranking.likeTheBest().stream()
                .map(row -> Plain.line(row.label()))
                .toList();
        String or = equal.isEmpty() ? "" : " (or %s: no clear difference)".formatted(String.join(", ", equal));
        return "%s%s %s%s".formatted(Plain.line(best.label()), or, reach.condition(), cost(table, best));
    }

    private static String cost(MetricTable table, CellRow best) {
        if (best.change().isEmpty()) {
            return "";
        }
        Comparison change = best.change().get();
        String base = Plain.line(table.baseline());
        return change.significant()
                ? ", at %s × %s".formatted(Numbers.ratio(change, table.ratioDecimals()), base)
                : ", with no clear difference from " + base;
    }

    /** What the samples themselves say against carrying this over to another machine. */
    private static String condition(MetricTable table, Analysis analysis) {
        boolean client = analysis.verdicts().stream()
                .anyMatch(v -> v.cell().workload().equals(table.workload())
                        && v.name().equals("client-saturated")
                        && v.level().equals("note"));
        boolean cpus = analysis.verdicts().stream()
                .anyMatch(v -> v.cell().workload().equals(table.workload())
                        && v.name().startsWith("cpu-")
                        && v.level().equals("note"));
        return client
                ? " The client was its own limit in some trials: a faster one may spread them further."
                : cpus ? " Holds for hosts whose CPUs are full, as these were in some trials." : "";
    }
}
