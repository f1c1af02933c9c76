package io.tare.compare;

import io.tare.result.Figures;
import io.tare.result.RunFigures;
import io.tare.stats.ChangePoints;
import io.tare.stats.ChangePoints.ChangePoint;
import io.tare.stats.RowSeed;
import io.tare.stats.Summary;
import io.tare.study.Better;
import io.tare.study.Cell;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One metric over many runs, a series for each cell. A run is one point, the mean of its valid samples: what differs from run to run is the noise that a change
 * has to stand out of, and the samples of one run are no witnesses of it.
 *
 * @param series one a cell, in the order first met
 * @param left runs and cells that are not in it, one sentence each
 */
public record Trend(String metric, List<Series> series, List<String> left) {
    private static final double LEVEL = 0.05;

    public Trend {
        series = List.copyOf(series);
        left = List.copyOf(left);
    }

    /** A run's mean. */
    public record Point(String run, Instant started, int n, double mean) {}

    /**
     * @param changes of the level, at points of this series; the 5% of a false alarm is over all series together
     */
    public record Series(Cell cell, String unit, Better better, List<Point> points, List<ChangePoint> changes) {
        public Series {
            points = List.copyOf(points);
            changes = List.copyOf(changes);
        }
    }

    /** Of runs in any order; they are put into the order in which they began. */
    public static Trend of(String metric, List<RunFigures> runs) {
        List<RunFigures> inOrder = runs.stream()
                .sorted(Comparator.comparing((RunFigures r) -> r.manifest().started())
                        .thenComparing(RunFigures::source))
                .toList();
        List<String> left = new ArrayList<>();
        Set<Cell> cells = new LinkedHashSet<>();
        for (RunFigures run : inOrder) {
            int before = cells.size();
            List<Cell> has = run.cells().stream()
                    .filter(c ->
                            c.metric(metric).filter(f -> !f.values().isEmpty()).isPresent())
                    .map(c -> c.cell())
                    .toList();
            cells.addAll(has);
            if (has.isEmpty() && before == cells.size()) {
                left.add("%s has no valid value of '%s'".formatted(run.source(), metric));
            }
        }
        List<Series> series = cells.parallelStream()
                .map(cell -> series(metric, cell, inOrder, LEVEL / cells.size()))
                .toList();
        series.stream()
                .filter(s -> s.points().size() < 2 * ChangePoints.SIDE)
                .forEach(s -> left.add("%s: %d runs; changes are looked for from %d on"
                        .formatted(s.cell(), s.points().size(), 2 * ChangePoints.SIDE)));
        return new Trend(metric, series, left);
    }

    private static Series series(String metric, Cell cell, List<RunFigures> runs, double level) {
        List<Point> points = new ArrayList<>();
        String unit = "";
        Better better = Better.NEITHER;
        for (RunFigures run : runs) {
            Optional<Figures> figures = run.cell(cell)
                    .flatMap(c -> c.metric(metric))
                    .filter(f -> !f.values().isEmpty());
            if (figures.isEmpty()) {
                continue;
            }
            Figures of = figures.get();
            if (points.isEmpty()) {
                unit = of.unit();
                better = of.better();
            }
            double mean = Summary.of(of.array()).mean();
            if (of.unit().equals(unit) && Double.isFinite(mean)) {
                points.add(new Point(
                        run.source(), run.manifest().started(), of.values().size(), mean));
            }
        }
        double[] means = points.stream().mapToDouble(Point::mean).toArray();
        long seed = RowSeed.of(0, "trend", metric, cell.toString());
        return new Series(cell, unit, better, points, ChangePoints.of(means, level, seed));
    }
}
