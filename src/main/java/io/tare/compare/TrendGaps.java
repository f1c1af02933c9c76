package io.tare.compare;

import io.tare.result.CellFigures;
import io.tare.result.RunFigures;
import io.tare.study.Cell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which runs a trend is without, whole or for a cell that other runs of their study have, and why. */
final class TrendGaps {
    private TrendGaps() {}

    /** One sentence a reason, with the runs that it holds for: {@code runs/a, runs/b: none of its cells has 'throughput'}. */
    static List<String> of(String metric, List<RunFigures> runs, List<Trend.Series> series) {
        Map<String, Map<Cell, Set<String>>> followed = new LinkedHashMap<>();
        for (Trend.Series of : series) {
            Set<String> has = followed.computeIfAbsent(of.study(), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(of.cell(), _ -> new HashSet<>());
            of.points().forEach(point -> has.add(point.run()));
        }
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        for (RunFigures run : runs) {
            Map<Cell, Set<String>> cells =
                    followed.getOrDefault(run.manifest().study().name(), Map.of());
            if (cells.values().stream().noneMatch(has -> has.contains(run.source()))) {
                add(reasons, whole(metric, run), run);
                continue;
            }
            cells.forEach((cell, has) -> {
                if (!has.contains(run.source())) {
                    add(reasons, "%s: %s".formatted(cell, lacking(metric, run.cell(cell))), run);
                }
            });
        }
        return reasons.entrySet().stream()
                .map(e -> "%s: %s".formatted(String.join(", ", e.getValue()), e.getKey()))
                .toList();
    }

    private static void add(Map<String, List<String>> reasons, String reason, RunFigures run) {
        reasons.computeIfAbsent(reason, _ -> new ArrayList<>()).add(run.source());
    }

    private static String whole(String metric, RunFigures run) {
        if (run.valid() == 0) {
            return run.cells().stream()
                    .findFirst()
                    .map(c -> "no valid sample (%s: %s)".formatted(c.cell(), c.lacks()))
                    .orElse("no valid sample");
        }
        return run.cells().stream()
                .filter(c -> c.metric(metric).isPresent())
                .findFirst()
                .map(c -> "%s: %s".formatted(c.cell(), lacking(metric, Optional.of(c))))
                .orElse("none of its cells has '%s'".formatted(metric));
    }

    private static String lacking(String metric, Optional<CellFigures> cell) {
        if (cell.isEmpty()) {
            return "it has no such cell";
        }
        if (cell.get().valid() == 0) {
            return "no valid sample (%s)".formatted(cell.get().lacks());
        }
        return cell.get()
                .metric(metric)
                .filter(f -> !f.values().isEmpty())
                .map(_ -> "its values of '%s' are too large for a mean".formatted(metric))
                .orElse("no valid sample has '%s'".formatted(metric));
    }
}
