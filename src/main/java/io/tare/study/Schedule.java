package io.tare.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * The order of trials: complete blocks, each one pass over all cells. A block's order depends on the seed and its number alone, so
 * that a run that is resumed, or asked for more samples, keeps the order of what it has.
 *
 * @param cells in the order the study lists them
 * @param blocks how many, numbered from 1
 */
public record Schedule(List<Cell> cells, int blocks, long seed, Study.Order order) {
    public Schedule {
        cells = List.copyOf(cells);
        Objects.requireNonNull(order, "order is null");
    }

    /** All cells of a study: every mode with every tuning under every workload. */
    public static List<Cell> cells(Study study) {
        List<Cell> cells = new ArrayList<>();
        for (Choice workload : study.workloads()) {
            for (Choice mode : study.modes()) {
                for (Choice tuning : study.tunings()) {
                    cells.add(new Cell(mode.name(), tuning.name(), workload.name()));
                }
            }
        }
        return cells;
    }

    public static Schedule of(Study study, long seed) {
        return new Schedule(cells(study), study.samples(), seed, study.order());
    }

    /** The cells in the order in which a block runs them. */
    public List<Cell> block(int number) {
        List<Cell> order = new ArrayList<>(cells);
        if (this.order == Study.Order.RANDOM) {
            // Fisher and Yates, with a generator whose sequence the Java specification fixes
            SplittableRandom random = new SplittableRandom(start(number));
            for (int i = order.size() - 1; i > 0; i--) {
                Collections.swap(order, i, random.nextInt(i + 1));
            }
        }
        return Collections.unmodifiableList(order);
    }

    /**
     * Where a block's generator starts. Seeds that differ by the generator's own step would give blocks the same numbers shifted by one, so
     * the seed is mixed first and blocks lie apart by another odd number.
     */
    private long start(int block) {
        return new SplittableRandom(seed).nextLong() + 0xD1342543DE82EF95L * block;
    }

    /** The expected time in s, where a trial costs {@code overhead} s beside its measured and omitted ones. */
    public double expectedSeconds(Study study, double overhead) {
        return (double) cells.size() * (blocks + study.warmup()) * (study.seconds() + study.omit() + overhead);
    }
}
