package io.tare.report;

import io.tare.report.Sentence.About;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The order of a workload's modes by one metric, and which neighbours cannot be told apart. */
final class OrderSentence {
    /** More modes in one sentence nobody reads. */
    private static final int MOST = 12;

    private OrderSentence() {}

    static Sentence of(MetricTable table, Places places) {
        return Sentence.of(About.ORDER, table, says(table, Ranking.of(table)), places);
    }

    private static String says(MetricTable table, Ranking ranking) {
        List<CellRow> rows = ranking.rows();
        String name = "%s, %s".formatted(Plain.line(table.workload()), Plain.line(table.metric()));
        if (rows.isEmpty()) {
            return name + ": no mode has a valid sample, so nothing can be said of their order.";
        }
        if (rows.size() == 1) {
            return "%s: only %s has valid samples, so there is no order."
                    .formatted(name, Plain.line(rows.getFirst().label()));
        }
        String order = rows.stream()
                .limit(MOST)
                .map(r -> "%s (%s)"
                        .formatted(
                                Plain.line(r.label()),
                                Numbers.fixed(r.summary().orElseThrow().mean(), table.decimals())))
                .collect(Collectors.joining(", "));
        String more = rows.size() > MOST ? " and %d more".formatted(rows.size() - MOST) : "";
        return "%s, from the best: %s%s %s. %s".formatted(name, order, more, Plain.line(table.unit()), steps(ranking));
    }

    private static String steps(Ranking ranking) {
        if (ranking.blind()) {
            return "So few samples cannot tell any two neighbours apart: it may be chance.";
        }
        List<String> unclear = new ArrayList<>();
        for (int i = 0; i < ranking.p().size(); i++) {
            if (!ranking.clear(i)) {
                unclear.add("%s and %s (p %s)"
                        .formatted(
                                Plain.line(ranking.rows().get(i).label()),
                                Plain.line(ranking.rows().get(i + 1).label()),
                                Numbers.p(ranking.p().get(i))));
            }
        }
        if (unclear.isEmpty()) {
            return ranking.p().size() == 1 ? "The difference is clear." : "Each step is clear.";
        }
        String which = unclear.stream().limit(MOST).collect(Collectors.joining("; "));
        return unclear.size() == ranking.p().size()
                ? "No step is clear: " + which + "."
                : "No clear difference between " + which + ".";
    }
}
