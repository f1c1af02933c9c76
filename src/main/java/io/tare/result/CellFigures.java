package io.tare.result;

import io.tare.study.Cell;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a run measured of one cell.
 *
 * @param dataPath what carried its packets; empty where nothing was recorded of it
 * @param reason why it was not measured or was given up; empty where neither
 * @param valid how many samples count
 * @param invalid how many a verdict calls invalid
 * @param failed how many gave no numbers
 * @param metrics in the order first met
 */
public record CellFigures(
        Cell cell, String dataPath, String reason, int valid, int invalid, int failed, List<Figures> metrics) {
    public CellFigures {
        Objects.requireNonNull(cell, "cell is null");
        Objects.requireNonNull(dataPath, "dataPath is null");
        Objects.requireNonNull(reason, "reason is null");
        metrics = List.copyOf(metrics);
    }

    public Optional<Figures> metric(String name) {
        return metrics.stream().filter(m -> m.metric().equals(name)).findFirst();
    }

    /** Why there is nothing of it to compare: its reason, or what became of its samples. */
    public String lacks() {
        if (!reason.isEmpty()) {
            return reason;
        }
        return invalid + failed == 0
                ? "it has no samples"
                : "of its samples %d are invalid and %d failed".formatted(invalid, failed);
    }
}
