package io.tare.workload;

import io.tare.result.Measurement;
import io.tare.result.Series;
import io.tare.result.Verdict;
import io.tare.study.Better;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * pgbench's log of intervals, {@code --log --aggregate-interval}: one file a thread, one line an interval with its start, how many transactions ended in it, the sum of their latencies
 * (us) and of the squares. The first and the last interval are shorter than the others and count for the latency alone.
 */
final class PgbenchIntervals implements OutputFormat {
    private static final Pattern LINE = Pattern.compile(
            "(?<start>\\d{9,11}) (?<count>\\d+) (?<sum>\\d+) (?<squares>\\d+) \\d+ \\d+(?: (?<lag>\\d+) \\d+ \\d+ \\d+)?(?: \\d+)*");
    private static final int LEAST = 3;

    /** Sums over the threads: times in us. */
    private record Interval(long count, double sum, double squares, double lag) {
        Interval plus(Interval other) {
            return new Interval(count + other.count, sum + other.sum, squares + other.squares, lag + other.lag);
        }
    }

    @Override
    public String name() {
        return "pgbench --log --aggregate-interval";
    }

    @Override
    public boolean fits(String text) {
        return LINE.matcher(text).lookingAt();
    }

    @Override
    public boolean inParts() {
        return true;
    }

    @Override
    public List<Integer> brokenLines(String text) {
        return PgbenchLog.broken(text, LINE);
    }

    @Override
    public List<FoundTrial> read(String text, double offered) {
        TreeMap<Long, Interval> intervals = new TreeMap<>();
        text.lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .forEach(line -> intervals.merge(Long.parseLong(line.group("start")), interval(line), Interval::plus));
        if (intervals.size() < LEAST) {
            throw new WorkloadException(
                    "it has %d intervals, and the first and the last are never whole: log shorter ones"
                            .formatted(intervals.size()));
        }
        Interval all = intervals.values().stream().reduce(new Interval(0, 0, 0, 0), Interval::plus);
        long first = intervals.firstKey();
        long step = intervals.higherKey(first) - first;
        List<Double> rates = intervals.subMap(first, false, intervals.lastKey(), false).values().stream()
                .map(interval -> (double) interval.count() / step)
                .toList();
        double tps = rates.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        boolean limited = all.lag() > 0;
        List<Measurement> metrics = new ArrayList<>();
        double mean = all.sum() / Math.max(1, all.count());
        metrics.add(LatencyFigures.milliseconds("latency", mean / 1e3));
        metrics.add(LatencyFigures.milliseconds(
                "latency.stddev",
                Math.sqrt(Math.max(0, all.squares() / Math.max(1, all.count()) - mean * mean)) / 1e3));
        if (limited) {
            metrics.add(LatencyFigures.milliseconds("lag", all.lag() / Math.max(1, all.count()) / 1e3));
        }
        metrics.add(new Measurement("tps", "transactions/s", limited ? Better.NEITHER : Better.HIGHER, tps));
        double seconds = (double) rates.size() * step;
        List<Verdict> verdicts = new ArrayList<>(List.of(Checks.answers(all.count()), Checks.duration(seconds)));
        if (offered > 0) {
            verdicts.add(PgbenchOutput.rate(tps, offered, seconds));
        }
        Instant started = Instant.ofEpochSecond(first);
        Reading reading = new Reading(
                seconds,
                metrics,
                verdicts,
                Map.of(),
                List.of(new Series("tps", "transactions/s", step, rates)),
                started);
        return List.of(FoundTrial.read(
                PgbenchLog.WORKLOAD, Map.of(PgbenchLog.RATE, limited ? "kept" : "none"), started, reading));
    }

    private static Interval interval(Matcher line) {
        return new Interval(
                Long.parseLong(line.group("count")),
                Double.parseDouble(line.group("sum")),
                Double.parseDouble(line.group("squares")),
                line.group("lag") == null ? 0 : Double.parseDouble(line.group("lag")));
    }
}
