package io.tare.report;

import io.tare.report.MetricTable.Weight;
import io.tare.report.Sentence.About;
import io.tare.stats.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each tuning returned: how far its own mode moved, and which share of the mode's cost came back. */
final class TuningSentences {
    private static final int MOST = 6;

    private TuningSentences() {}

    static List<Sentence> of(Analysis analysis, Places places) {
        List<Sentence> sentences = new ArrayList<>();
        Map<String, List<MetricTable>> unclear = new LinkedHashMap<>();
        for (WorkloadResults results : analysis.workloads()) {
            for (MetricTable table : results.tables(Weight.MAIN)) {
                for (CellRow row : table.gains()) {
                    Comparison gain = row.gain().orElseThrow();
                    if (gain.significant()) {
                        sentences.add(Sentence.of(About.TUNING, table, clear(analysis, table, row, gain), places));
                    } else {
                        unclear.computeIfAbsent(row.label(), _ -> new ArrayList<>())
                                .add(table);
                    }
                }
            }
        }
        unclear.forEach((label, tables) -> sentences.add(Sentence.of(
                About.TUNING,
                tables.getFirst(),
                "%s: no clear difference from the same mode untouched in %s."
                        .formatted(Plain.line(label), names(tables)),
                places)));
        return sentences;
    }

    private static String clear(Analysis analysis, MetricTable table, CellRow row, Comparison gain) {
        boolean helped = table.improves(gain.ratio() - 1);
        String words = "%s, %s: %s than %s untouched"
                .formatted(
                        Plain.line(row.label()),
                        Plain.line(table.workload()),
                        Percent.words(table.metric(), gain),
                        Plain.line(row.cell().mode()));
        if (!helped) {
            return "%s: it made it worse%s."
                    .formatted(
                            words,
                            Steering.of(analysis, row.cell())
                                    .flatMap(Steering::inVain)
                                    .map(why -> "; " + Plain.line(why))
                                    .orElse(""));
        }
        return words + returned(table, row) + ".";
    }

    /** The share of the cost against the baseline that came back, where there was a clear one. */
    private static String returned(MetricTable table, CellRow tuned) {
        var base = table.baselineRow().flatMap(CellRow::summary);
        var untuned = table.rows().stream()
                .filter(r ->
                        r.cell().mode().equals(tuned.cell().mode()) && r.cell().untuned())
                .findFirst();
        if (base.isEmpty()
                || untuned.isEmpty()
                || untuned.get().change().isEmpty()
                || !untuned.get().change().get().significant()
                || table.improves(untuned.get().change().get().ratio() - 1)) {
            return "";
        }
        double without = untuned.get().summary().orElseThrow().mean();
        double share =
                (tuned.summary().orElseThrow().mean() - without) / (base.get().mean() - without);
        return share > 1
                ? "; it returned all that the mode cost against %s, and more".formatted(Plain.line(table.baseline()))
                : "; it returned %.0f%% of what the mode cost against %s"
                        .formatted(100 * share, Plain.line(table.baseline()));
    }

    private static String names(List<MetricTable> tables) {
        List<String> names = tables.stream()
                .limit(MOST)
                .map(t -> "%s of %s".formatted(Plain.line(t.metric()), Plain.line(t.workload())))
                .toList();
        return String.join(", ", names) + (tables.size() > MOST ? " and %d more".formatted(tables.size() - MOST) : "");
    }
}
