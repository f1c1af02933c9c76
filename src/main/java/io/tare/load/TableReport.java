package io.tare.load;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/** The outcome for people. */
final class TableReport {
    private static final String ROW = "  %-12s %12s %9s %9s %9s %9s %9s %9s %9s%n";

    /** In ns; what is in flight for less when the window ends is no news. */
    private static final long LONG_UNANSWERED = 100_000_000;

    private final StringBuilder text = new StringBuilder();
    private final Report report;
    private final Outcome outcome;
    private final Tally tally;

    private TableReport(Report report) {
        this.report = report;
        this.outcome = report.outcome();
        this.tally = outcome.tally();
    }

    /** @param distribution whether every percentile of the histograms follows the table, as wrk2's {@code --latency} prints them */
    static String of(Report report, boolean distribution) {
        TableReport table = new TableReport(report);
        table.head();
        table.latencies();
        table.rest();
        if (distribution) {
            table.distributions();
        }
        return table.text.toString();
    }

    private void head() {
        add("%s %s%n"
                .formatted(
                        report.tool(),
                        report.parameters().entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .collect(Collectors.joining(" "))));
        String offered =
                Double.isNaN(outcome.offered()) ? "closed loop" : "%.1f/s offered".formatted(outcome.offered());
        add("%d right answers in %.2f s: %.1f/s (%s), %.1f KB/s%n"
                .formatted(tally.answers(), outcome.seconds(), outcome.achieved(), offered, report.throughput()));
    }

    private void latencies() {
        add(ROW.formatted("", "per second", "mean", "stddev", "p50", "p90", "p99", "p99.9", "max"));
        boolean open = !Double.isNaN(outcome.offered());
        tally.byName().forEach((name, latency) -> {
            row(name, latency.corrected());
            if (open) {
                row(name + " (raw)", latency.raw());
            }
        });
        if (open) {
            add("  Latency counts from when a request was due; raw, from when it was sent.%n".formatted());
        } else {
            add("  Closed loop: a slow answer delays the requests after it, so these latencies are no user's.%n"
                    .formatted());
        }
    }

    private void row(String name, Histogram histogram) {
        if (histogram.getTotalCount() == 0) {
            add("  %-12s %12s%n".formatted(name, "none"));
            return;
        }
        add(ROW.formatted(
                name,
                "%.1f".formatted(histogram.getTotalCount() / outcome.seconds()),
                time(histogram.getMean()),
                time(histogram.getStdDeviation()),
                time(histogram.getValueAtPercentile(50)),
                time(histogram.getValueAtPercentile(90)),
                time(histogram.getValueAtPercentile(99)),
                time(histogram.getValueAtPercentile(99.9)),
                time(histogram.getMaxValue())));
    }

    private void rest() {
        if (tally.hits + tally.misses > 0) {
            add("  Hits %d, misses %d%n".formatted(tally.hits, tally.misses));
        }
        for (Failure failure : Failure.values()) {
            if (tally.failures(failure) > 0) {
                add("  %s errors: %d (first: %s)%n"
                        .formatted(failure.word(), tally.failures(failure), tally.firstSaid.getOrDefault(failure, "")));
            }
        }
        if (tally.warmUpFailures > 0) {
            add("  Errors while warming up: %d%n".formatted(tally.warmUpFailures));
        }
        if (tally.reopened > 0) {
            add("  Connections opened anew: %d%n".formatted(tally.reopened));
        }
        if (tally.unsent > 0 || tally.oldestInFlight > LONG_UNANSWERED) {
            add("  Unfinished: %d unanswered, the oldest for %s; %d due and not sent%n"
                    .formatted(tally.inFlight, time(tally.oldestInFlight), tally.unsent));
        }
        add("  Own pauses over 1 ms: %d, the longest %s; garbage collections: %d; CPU: %.2f s%n"
                .formatted(
                        tally.pauses.count(),
                        time(tally.pauses.longest()),
                        outcome.cost().collections(),
                        outcome.cost().cpuNanos() / 1e9));
    }

    private void distributions() {
        for (Map.Entry<String, Latency> entry : tally.byName().entrySet()) {
            add("%nLatency of %s:%n".formatted(entry.getKey()));
            for (Percentile percentile : Percentile.values()) {
                Histogram histogram = entry.getValue().corrected();
                add("  %7s %9s%n"
                        .formatted(percentile.word(), time(histogram.getValueAtPercentile(percentile.percent()))));
            }
        }
    }

    private static String time(long nanos) {
        return time((double) nanos);
    }

    private static String time(double nanos) {
        if (nanos < 1e6) {
            return String.format(Locale.ROOT, "%.1fus", nanos / 1e3);
        }
        return nanos < Duration.ofSeconds(1).toNanos()
                ? String.format(Locale.ROOT, "%.2fms", nanos / 1e6)
                : String.format(Locale.ROOT, "%.2fs", nanos / 1e9);
    }

    private void add(String line) {
        text.append(line);
    }
}
