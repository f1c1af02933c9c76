package io.tare.report;

import io.tare.stats.Comparison;
import io.tare.stats.Holm;
import io.tare.study.Better;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of a table from the best mean to the worst, with a test between each and the next: Mann-Whitney, corrected after Holm over these steps.
 *
 * @param rows that have values
 * @param p of each step, one fewer than rows; NaN where a row has one value
 */
record Ranking(MetricTable table, List<CellRow> rows, List<Double> p) {
    private static final double ALPHA = 0.05;

    Ranking {
        rows = List.copyOf(rows);
        p = List.copyOf(p);
    }

    /** Of the rows without a tuning, or of all where none is without. */
    static Ranking of(MetricTable table) {
        List<CellRow> untuned =
                table.rows().stream().filter(r -> r.cell().untuned()).toList();
        return of(table, untuned.isEmpty() ? table.rows() : untuned);
    }

    static Ranking of(MetricTable table, List<CellRow> among) {
        Comparator<CellRow> mean =
                Comparator.comparingDouble(r -> r.summary().orElseThrow().mean());
        List<CellRow> rows = among.stream()
                .filter(r -> r.summary().isPresent())
                .sorted(table.better() == Better.HIGHER ? mean.reversed() : mean)
                .toList();
        double[] steps = new double[Math.max(0, rows.size() - 1)];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Comparison.mannWhitney(
                    rows.get(i).ascending(), rows.get(i + 1).ascending());
        }
        List<Double> p = new ArrayList<>();
        for (double adjusted : Holm.adjust(steps)) {
            p.add(adjusted);
        }
        return new Ranking(table, rows, p);
    }

    /** Whether row {@code i} is told apart from the one after it. */
    boolean clear(int i) {
        return p.get(i) < ALPHA;
    }

    /** The rows that are not told apart from the first: each tested against it, corrected after Holm over these. */
    List<CellRow> likeTheBest() {
        double[] tests = rows.stream()
                .skip(1)
                .mapToDouble(row -> Comparison.mannWhitney(rows.getFirst().ascending(), row.ascending()))
                .toArray();
        double[] adjusted = Holm.adjust(tests);
        return IntStream.range(0, adjusted.length)
                .filter(i -> !(adjusted[i] < ALPHA))
                .mapToObj(i -> rows.get(i + 1))
                .toList();
    }

    /** Whether samples are so few that no step could be clear, however far apart the values lie. */
    boolean blind() {
        for (int i = 0; i < p.size(); i++) {
            if (least(rows.get(i).points().size(), rows.get(i + 1).points().size()) < ALPHA) {
                return false;
            }
        }
        return !p.isEmpty();
    }

    /** The smallest two-sided p that two sets of such sizes can have: 2 / C(n + m, n). */
    private static double least(int n, int m) {
        double ways = 1;
        for (int i = 1; i <= Math.min(n, m); i++) {
            ways = ways * (Math.max(n, m) + i) / i;
        }
        return 2 / ways;
    }
}
