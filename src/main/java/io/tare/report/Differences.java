package io.tare.report;

import io.tare.stats.Comparison;
import io.tare.stats.Holm;
import io.tare.study.Better;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What to say of a published table beside the measured one: the order of modes, the size of changes, and the likely reasons. */
final class Differences {
    private Differences() {}

    static List<String> of(AgainstTable table, Reasons reasons) {
        List<String> says = new ArrayList<>();
        if (!table.missing().isEmpty()) {
            return List.of();
        }
        order(table, says);
        List<String> why = new ArrayList<>();
        for (AgainstRow row : table.rows()) {
            if (row.agreement().differs()) {
                says.add(size(row));
                reasons.of(row, table.published().better().better()).stream()
                        .filter(r -> !why.contains(r))
                        .forEach(why::add);
            }
        }
        if (table.rows().stream().anyMatch(r -> r.agreement().differs())) {
            why.forEach(r -> says.add("Likely: " + r + "."));
            List<String> cautions = reasons.cautions(table.published().workload());
            says.addAll(cautions);
            if (why.isEmpty() && cautions.isEmpty()) {
                says.add("No counter of this run shows a reason; the testbeds differ as the section says.");
            }
        }
        String note = table.published().note();
        if (note != null) {
            says.add("Of the published table: " + note);
        }
        return says;
    }

    private static String size(AgainstRow row) {
        PublishedRatio there = row.ratio().orElseThrow();
        Comparison here = row.change().orElseThrow();
        return "%s: %s × %s published, %s × here: %s."
                .formatted(
                        row.label(),
                        Numbers.fixed(there.ratio(), 2),
                        there.of(),
                        Numbers.fixed(here.ratio(), 2),
                        row.agreement().words());
    }

    private static void order(AgainstTable table, List<String> says) {
        List<AgainstRow> both = table.rows().stream()
                .filter(r -> r.measured().filter(m -> m.summary().isPresent()).isPresent())
                .toList();
        if (both.size() < 2) {
            return;
        }
        boolean higher = table.published().better().better() == Better.HIGHER;
        List<AgainstRow> there =
                sorted(both, Comparator.comparingDouble(r -> r.published().mean()), higher);
        List<AgainstRow> here = sorted(
                both,
                Comparator.comparingDouble(
                        r -> r.measured().orElseThrow().summary().orElseThrow().mean()),
                higher);
        if (there.equals(here)) {
            says.add("The order is the published one: %s.".formatted(names(here)));
            return;
        }
        List<String> clear = turned(there, here, table.published().samples());
        says.add("The order is not the published one: there %s; here %s. %s"
                .formatted(
                        names(there),
                        names(here),
                        clear.isEmpty()
                                ? "Of those that changed places no two are told apart in both."
                                : "Clear in both: %s.".formatted(String.join("; ", clear))));
    }

    /** Pairs that stand the other way round, and are told apart in both. */
    private static List<String> turned(List<AgainstRow> there, List<AgainstRow> here, int samples) {
        List<AgainstRow[]> pairs = new ArrayList<>();
        for (int i = 0; i < there.size(); i++) {
            for (int j = i + 1; j < there.size(); j++) {
                if (here.indexOf(there.get(j)) < here.indexOf(there.get(i))) {
                    pairs.add(new AgainstRow[] {there.get(j), there.get(i)});
                }
            }
        }
        double[] p = Holm.adjust(pairs.stream()
                .mapToDouble(pair -> Comparison.mannWhitney(
                        pair[0].measured().orElseThrow().ascending(),
                        pair[1].measured().orElseThrow().ascending()))
                .toArray());
        List<String> clear = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            AgainstRow[] pair = pairs.get(i);
            if (p[i] < 0.05 && apart(pair[0], pair[1], samples)) {
                clear.add("%s is ahead of %s here".formatted(pair[0].label(), pair[1].label()));
            }
        }
        return clear;
    }

    private static boolean apart(AgainstRow a, AgainstRow b, int samples) {
        return PublishedRatio.of(a.published(), samples, b.published(), samples).clear();
    }

    private static List<AgainstRow> sorted(List<AgainstRow> rows, Comparator<AgainstRow> by, boolean higher) {
        return rows.stream().sorted(higher ? by.reversed() : by).toList();
    }

    private static String names(List<AgainstRow> rows) {
        return rows.stream().map(AgainstRow::label).collect(Collectors.joining(", "));
    }
}
