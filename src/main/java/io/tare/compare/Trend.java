package io.tare.compare;

import io.tare.result.CellFigures;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One metric over many runs, a series for each cell of each study. A run is one point, the mean of its valid samples: what differs from run to run is the noise that a
 * change has to stand out of, and the samples of one run are no witnesses of it. Runs of two studies (by their names) never share a series, nor do values of two units.
 *
 * @param series one a study, cell and unit, in the order first met
 * @param left runs that are not in it, or not in all series of their study, one sentence a reason
 */
public record Trend(String metric, List<Series> series, List<String> left) {
    private static final double LEVEL = 0.05;
    /** The fewest runs that a change can be found in, where one series is looked at. */
    public static final int FEWEST = ChangePoints.fewest(LEVEL);

    public Trend {
        series = List.copyOf(series);
        left = List.copyOf(left);
    }

    /** A run's mean. */
    public record Point(String run, Instant started, int n, double mean) {}

    /**
     * @param changes of the level, at points of this series; the 5% of a false alarm is over all series of at least {@link #FEWEST} runs together
     */
    public record Series(
            String study, Cell cell, String unit, Better better, List<Point> points, List<ChangePoint> changes) {
        public Series {
            points = List.copyOf(points);
            changes = List.copyOf(changes);
        }

        /** Whether it has runs enough to be looked through for changes. */
        public boolean searched() {
            return points.size() >= FEWEST;
        }
    }

    private record Followed(String study, Cell cell, String unit) {}

    private record Measured(Point point, Better better) {}

    /** Of runs in any order; they are put into the order in which they began. */
    public static Trend of(String metric, List<RunFigures> runs) {
        List<RunFigures> inOrder = runs.stream()
                .sorted(Comparator.comparing((RunFigures r) -> r.manifest().started())
                        .thenComparing(RunFigures::source))
                .toList();
        Map<Followed, List<Measured>> followed = new LinkedHashMap<>();
        for (RunFigures run : inOrder) {
            for (CellFigures cell : run.cells()) {
                cell.metric(metric).filter(f -> !f.values().isEmpty()).ifPresent(f -> {
                    Point point = point(run, f);
                    if (Double.isFinite(point.mean())) {
                        followed.computeIfAbsent(
                                        new Followed(run.manifest().study().name(), cell.cell(), f.unit()),
                                        _ -> new ArrayList<>())
                                .add(new Measured(point, f.better()));
                    }
                });
            }
        }
        double level = level(
                followed.values().stream().filter(of -> of.size() >= FEWEST).count());
        List<Series> series = followed.entrySet().parallelStream()
                .map(e -> series(metric, e.getKey(), e.getValue(), level))
                .toList();
        return new Trend(metric, series, TrendGaps.of(metric, inOrder, series));
    }

    /** How many series are looked through for changes; they share the 5%. */
    public long searched() {
        return series.stream().filter(Series::searched).count();
    }

    /** The fewest runs that a change can be found in, where so many series are looked at. */
    public int needed() {
        return ChangePoints.fewest(level(searched()));
    }

    private static double level(long searched) {
        return LEVEL / Math.max(1, searched);
    }

    /** The same, with what was left out before it, one sentence each. */
    public Trend without(List<String> sentences) {
        return new Trend(
                metric, series, Stream.concat(left.stream(), sentences.stream()).toList());
    }

    private static Series series(String metric, Followed of, List<Measured> measured, double level) {
        List<Point> points = measured.stream().map(Measured::point).toList();
        double[] means = points.stream().mapToDouble(Point::mean).toArray();
        long seed = RowSeed.of(0, "trend", metric, of.study(), of.cell().toString(), of.unit());
        return new Series(
                of.study(),
                of.cell(),
                of.unit(),
                measured.getFirst().better(),
                points,
                ChangePoints.of(means, level, seed));
    }

    private static Point point(RunFigures run, Figures of) {
        double mean = Summary.of(of.array()).mean();
        return new Point(run.source(), run.manifest().started(), of.values().size(), mean);
    }
}
