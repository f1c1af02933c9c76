package io.tare.report;

import io.tare.compare.CellChange;
import io.tare.compare.CellChange.Way;
import io.tare.compare.Family;
import io.tare.compare.RunComparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The changes of one metric of one workload, a row a cell, as every form of a comparison shows them.
 *
 * @param title with the unit
 * @param direction which way it improves
 */
record ChangeTables(String workload, String title, String direction, List<CellChange> changes) {
    static final List<String> HEAD = List.of("cell", "n", "base", "new", "change", "95%", "p", "");

    /** The column of {@link #HEAD} that has the change. */
    static final int CHANGE = 4;

    /** Of every metric that is gated or main, and of others where one changed, or all. */
    static List<ChangeTables> of(RunComparison comparison, boolean all) {
        Map<List<String>, List<CellChange>> tables = new LinkedHashMap<>();
        for (CellChange change : comparison.changes()) {
            tables.computeIfAbsent(
                            List.of(change.cell().workload(), change.metric(), change.unit()), _ -> new ArrayList<>())
                    .add(change);
        }
        List<ChangeTables> shown = tables.values().stream()
                .filter(of -> all || of.stream().anyMatch(c -> c.family() != Family.OTHER || c.way() != Way.UNCLEAR))
                .map(ChangeTables::table)
                .sorted(Comparator.comparing(ChangeTables::family))
                .toList();
        return comparison.changes().stream()
                .map(c -> c.cell().workload())
                .distinct()
                .flatMap(workload -> shown.stream().filter(t -> t.workload.equals(workload)))
                .toList();
    }

    private static ChangeTables table(List<CellChange> changes) {
        CellChange first = changes.getFirst();
        return new ChangeTables(
                first.cell().workload(),
                "%s, %s".formatted(MetricMeaning.title(first.metric()), first.unit()),
                MetricMeaning.direction(first.better()),
                changes);
    }

    /** The one that matters most of its rows. */
    private Family family() {
        return changes.stream()
                .map(CellChange::family)
                .min(Comparator.naturalOrder())
                .orElse(Family.OTHER);
    }

    List<List<String>> rows() {
        int decimals = Numbers.decimals(changes.stream()
                .flatMap(
                        c -> java.util.stream.Stream.of(c.base().mean(), c.now().mean()))
                .mapToDouble(Double::doubleValue)
                .toArray());
        return changes.stream().map(c -> row(c, decimals)).toList();
    }

    private static List<String> row(CellChange change, int decimals) {
        int before = change.base().n();
        int after = change.now().n();
        return List.of(
                label(change),
                before == after ? Integer.toString(before) : "%d, %d".formatted(before, after),
                Numbers.fixed(change.base().mean(), decimals),
                Numbers.fixed(change.now().mean(), decimals),
                percent(change.percent()),
                change.interval()
                        .map(i -> "[%s, %s]".formatted(percent(i.low()), percent(i.high())))
                        .orElse(Numbers.NONE),
                Numbers.p(change.comparison().pHolm()),
                word(change.way()));
    }

    /** The mode, and the tuning where there is one. */
    static String label(CellChange change) {
        return change.cell().label();
    }

    static String word(Way way) {
        return way == Way.UNCLEAR ? "" : way.name().toLowerCase(Locale.ROOT);
    }

    /** With a sign: {@code −9.8%}; changes beyond a hundredfold as factors. */
    static String percent(double percent) {
        if (Double.isNaN(percent)) {
            return Numbers.NONE;
        }
        if (Double.isInfinite(percent)) {
            return "from 0";
        }
        if (Math.abs(percent) >= 10_000) {
            return "× " + Numbers.fixed(1 + percent / 100, 0);
        }
        String text = Numbers.fixed(percent, Math.abs(percent) >= 100 ? 0 : 1);
        return (percent > 0 && !text.matches("[0.]+") ? "+" : "") + text + "%";
    }
}
