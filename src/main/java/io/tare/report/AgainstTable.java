package io.tare.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A published table beside what the run has of it.
 *
 * @param measured the run's table; empty where it has none
 * @param says what differs and why, one sentence each
 */
public record AgainstTable(
        PublishedStudy.Table published, Optional<MetricTable> measured, List<AgainstRow> rows, List<String> says) {
    public AgainstTable {
        Objects.requireNonNull(published, "published is null");
        rows = List.copyOf(rows);
        says = List.copyOf(says);
    }

    /** Why the run has none of it; empty where it has some. */
    String missing() {
        return rows.stream().allMatch(r -> !r.missing().isEmpty())
                ? rows.stream()
                        .map(AgainstRow::missing)
                        .distinct()
                        .reduce((a, b) -> a + "; " + b)
                        .orElse("no rows")
                : "";
    }

    AgainstTable saying(List<String> sentences) {
        return new AgainstTable(published, measured, rows, sentences);
    }

    /** {@code Table 5.1: iperf3 TCP throughput}. */
    String title() {
        return "Table %s: %s".formatted(published.number(), published.title());
    }
}
