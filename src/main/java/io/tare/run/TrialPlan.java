package io.tare.run;

import io.tare.study.Cell;
import io.tare.study.Schedule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * The trials of a run in their order, with the warm-ups: each cell's before the first block, but for a mode that is connected in turn each time that
 * it is connected, because its servers and paths are new then.
 *
 * @param warmup trials of each cell that warm it up
 */
record TrialPlan(Schedule schedule, Turns turns, int warmup) {
    /** A trial to be run; block 0 is a warm-up. */
    record Planned(int block, Cell cell) {}

    /** {@code wanted} says which cells of which block have to be measured; a cell that no block wants is not warmed up. */
    List<Planned> of(BiPredicate<Integer, Cell> wanted) {
        List<Planned> trials = new ArrayList<>();
        Set<String> up = new HashSet<>();
        for (int block = 1; block <= schedule.blocks(); block++) {
            int number = block;
            List<Cell> cells = schedule.block(block).stream()
                    .filter(cell -> wanted.test(number, cell))
                    .toList();
            for (Cell cell : cells) {
                if (schedule.inTurn().contains(cell.mode()) && up.add(cell.mode())) {
                    up.removeIf(other -> turns.exclude(cell.mode(), other));
                    warm(
                            cells.stream()
                                    .filter(c -> c.mode().equals(cell.mode()))
                                    .toList(),
                            trials);
                }
                trials.add(new Planned(block, cell));
            }
        }
        List<Planned> all = new ArrayList<>();
        warm(
                schedule.cells().stream()
                        .filter(c -> !schedule.inTurn().contains(c.mode()))
                        .filter(c -> trials.stream().anyMatch(t -> t.cell().equals(c)))
                        .toList(),
                all);
        all.addAll(trials);
        return all;
    }

    private void warm(List<Cell> cells, List<Planned> into) {
        for (int i = 0; i < warmup; i++) {
            cells.forEach(cell -> into.add(new Planned(0, cell)));
        }
    }
}
