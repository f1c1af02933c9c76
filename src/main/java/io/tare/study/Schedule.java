package io.tare.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The order of trials: complete blocks, each one pass over all cells. A block's order depends on the seed and its number alone, so
 * that a run that is resumed, or asked for more samples, keeps the order of what it has.
 *
 * <p>Modes that exclude each other are connected in turn, which costs seconds. The cells of such a mode stay together in each block: the block draws
 * the order of these groups and of all other cells, then the order within each group. That is a split plot (Fisher 1925; Cochran and Cox 1957): in the
 * order of groups each is equally likely at every place, so drift still falls on all modes alike; but the trials of a group share one connection, and
 * what that happens to bring varies from block to block and not from trial to trial.
 *
 * @param cells in the order the study lists them
 * @param blocks how many, numbered from 1
 * @param inTurn the modes whose cells stay together
 */
public record Schedule(List<Cell> cells, int blocks, long seed, Study.Order order, Set<String> inTurn) {
    public Schedule {
        cells = List.copyOf(cells);
        inTurn = Set.copyOf(inTurn);
        Objects.requireNonNull(order, "order is null");
    }

    /** All cells of a study: every mode with every tuning under every workload, but for tunings that are for some of these alone. */
    public static List<Cell> cells(Study study) {
        List<Cell> cells = new ArrayList<>();
        for (Choice workload : study.workloads()) {
            for (Choice mode : study.modes()) {
                for (Choice tuning : study.tunings()) {
                    if (tuning.measures(mode.name(), workload.name())) {
                        cells.add(new Cell(mode.name(), tuning.name(), workload.name()));
                    }
                }
            }
        }
        return cells;
    }

    /** The order of a study whose modes can all stand side by side. */
    public static Schedule of(Study study, long seed) {
        return of(study, seed, Set.of());
    }

    /** The order of a study of which these modes are connected in turn. */
    public static Schedule of(Study study, long seed, Set<String> inTurn) {
        return new Schedule(cells(study), study.samples(), seed, study.order(), inTurn);
    }

    /** The cells as the study lists them, but those of a mode in turn together, where the first of them stands. */
    public List<Cell> listed() {
        return groups().stream().flatMap(List::stream).toList();
    }

    /** The cells in the order in which a block runs them. */
    public List<Cell> block(int number) {
        if (order == Study.Order.LISTED) {
            return listed();
        }
        SplittableRandom random = new SplittableRandom(start(number));
        List<List<Cell>> groups = groups();
        shuffle(groups, random);
        groups.forEach(group -> shuffle(group, random));
        return groups.stream().flatMap(List::stream).toList();
    }

    /** The method of Fisher and Yates, with a generator whose sequence the Java specification fixes. */
    private static void shuffle(List<?> list, SplittableRandom random) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, random.nextInt(i + 1));
        }
    }

    /** Each cell by itself, those of a mode in turn together. */
    private List<List<Cell>> groups() {
        List<List<Cell>> groups = new ArrayList<>();
        Map<String, List<Cell>> together = new HashMap<>();
        for (Cell cell : cells) {
            List<Cell> group = together.get(cell.mode());
            if (group == null) {
                group = new ArrayList<>();
                groups.add(group);
                if (inTurn.contains(cell.mode())) {
                    together.put(cell.mode(), group);
                }
            }
            group.add(cell);
        }
        return groups;
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
