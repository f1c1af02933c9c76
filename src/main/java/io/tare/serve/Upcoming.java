package io.tare.serve;

import io.tare.result.Sample;
import io.tare.run.Runner;
import io.tare.study.Cell;
import io.tare.study.Schedule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which trials come next: the schedule's, after the last sample. */
final class Upcoming {
    private final RunHead head;
    private final Schedule schedule;

    Upcoming(RunHead head) {
        this.head = head;
        this.schedule = Runner.schedule(head.manifest().study(), head.manifest().seed());
    }

    /** A trial to come. */
    record Planned(int block, Cell cell) {}

    /** So many at most after this sample, or from the first where it is null. */
    List<Planned> after(@Nullable Sample last, int most) {
        List<Planned> next = new ArrayList<>();
        int first = last == null ? 1 : last.block();
        for (int block = first; block <= schedule.blocks() && next.size() < most; block++) {
            List<Cell> cells = schedule.block(block);
            int from = last != null && block == first ? cells.indexOf(last.cell()) + 1 : 0;
            for (Cell cell : cells.subList(from, cells.size())) {
                if (next.size() < most && head.open(cell)) {
                    next.add(new Planned(block, cell));
                }
            }
        }
        return next;
    }
}
