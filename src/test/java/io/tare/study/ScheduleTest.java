package io.tare.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    private static final Study STUDY = StudyReaderTest.read("""
            modes: [host, nat, overlay]
            workloads: [iperf3-tcp, iperf3-udp]
            samples: 6
            seconds: 2
            """);

    @Test
    void cellsAreEveryModeUnderEveryWorkload() {
        assertThat(Schedule.cells(STUDY))
                .extracting(Cell::toString)
                .containsExactly(
                        "host iperf3-tcp",
                        "nat iperf3-tcp",
                        "overlay iperf3-tcp",
                        "host iperf3-udp",
                        "nat iperf3-udp",
                        "overlay iperf3-udp");
    }

    /** A tuned cell stands in every block beside its mode untouched, however few cells the tuning is for. */
    @Test
    void aTuningOfSomeCellsHasTheseInEveryBlock() {
        Study study = StudyReaderTest.read("""
                modes: [host, overlay, weave]
                workloads: [postgresql-300, redis]
                tunings: [none, rps: {only: {modes: [overlay, weave], workloads: [postgresql-300]}}]
                """);
        List<String> cells = List.of(
                "host postgresql-300",
                "overlay postgresql-300",
                "overlay+rps postgresql-300",
                "weave postgresql-300",
                "weave+rps postgresql-300",
                "host redis",
                "overlay redis",
                "weave redis");
        assertThat(Schedule.cells(study)).extracting(Cell::toString).containsExactlyElementsOf(cells);
        Schedule schedule = Schedule.of(study, 5, Set.of("overlay"));
        for (int block = 1; block <= 20; block++) {
            assertThat(schedule.block(block)).extracting(Cell::toString).containsExactlyInAnyOrderElementsOf(cells);
        }
    }

    @Test
    void everyBlockHoldsEveryCellOnce() {
        Schedule schedule = Schedule.of(STUDY, 42);
        for (int block = 1; block <= 50; block++) {
            assertThat(schedule.block(block)).containsExactlyInAnyOrderElementsOf(schedule.cells());
        }
    }

    /** Recorded runs rest on it: a seed that is in a run.json must give the same order in every later Tare. */
    @Test
    void theOrderOfASeedIsFixedForever() {
        Schedule schedule = Schedule.of(STUDY, 20190801);
        assertThat(IntStream.rangeClosed(1, 3)
                        .mapToObj(b -> schedule.block(b).stream()
                                .map(c -> Integer.toString(schedule.cells().indexOf(c)))
                                .toList())
                        .map(order -> String.join("", order)))
                .containsExactly("514230", "532014", "351204");
    }

    /** A run that is resumed, or repeated with more samples, keeps the order of the blocks it has. */
    @Test
    void moreSamplesAddBlocksAndChangeNone() {
        Schedule few = Schedule.of(STUDY, 7);
        Schedule many = Schedule.of(new Narrowing(60, null, null, null, null, null).of(STUDY), 7);
        for (int block = 1; block <= few.blocks(); block++) {
            assertThat(many.block(block)).isEqualTo(few.block(block));
        }
    }

    @Test
    void listedOrderIsTheStudysOwnInEveryBlock() {
        Schedule schedule = new Schedule(Schedule.cells(STUDY), 6, 42, Study.Order.LISTED, Set.of());
        assertThat(schedule.block(1)).isEqualTo(schedule.cells());
        assertThat(schedule.block(6)).isEqualTo(schedule.cells());
    }

    /** Over many blocks a cell stands in each place equally often: 3000 blocks, 500 expected, standard deviation 20. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 7, 20190801, Long.MIN_VALUE})
    void everyPlaceIsEquallyLikely(long seed) {
        Schedule schedule = Schedule.of(STUDY, seed);
        int[] first = new int[6];
        for (int block = 1; block <= 3000; block++) {
            first[schedule.cells().indexOf(schedule.block(block).getFirst())]++;
        }
        assertThat(Arrays.stream(first).boxed())
                .allSatisfy(count -> assertThat(count).isCloseTo(500, within(100)));
    }

    /**
     * Nor does a block tell anything of those after it: which cell stands at one place, against which stands at any place some blocks later.
     * Of 3000 blocks 83 are expected for each pair of cells, with a deviation of 9.
     */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3, 7})
    void blocksAreIndependentOfTheirNeighbours(long seed) {
        Schedule schedule = Schedule.of(STUDY, seed);
        int[][] orders = IntStream.rangeClosed(1, 3004)
                .mapToObj(b -> schedule.block(b).stream()
                        .mapToInt(schedule.cells()::indexOf)
                        .toArray())
                .toArray(int[][]::new);
        int furthest = 0;
        for (int apart = 1; apart <= 4; apart++) {
            for (int places = 0; places < 36; places++) {
                int[] pairs = new int[36];
                for (int block = 0; block < 3000; block++) {
                    pairs[orders[block][places / 6] * 6 + orders[block + apart][places % 6]]++;
                }
                furthest = Math.max(
                        furthest,
                        Arrays.stream(pairs)
                                .map(count -> Math.abs(count - 83))
                                .max()
                                .orElseThrow());
            }
        }
        assertThat(furthest).isLessThan(50);
    }

    /** Modes in turn: their cells stand together in every block, at every place equally often; the others stand where they like. */
    @ParameterizedTest
    @ValueSource(longs = {0, 7, 20190801})
    void theCellsOfAModeInTurnStayTogetherAndAllElseIsRandom(long seed) {
        Schedule schedule = Schedule.of(STUDY, seed, Set.of("nat", "overlay"));
        int[] natBegins = new int[6];
        int tcpFirst = 0;
        for (int block = 1; block <= 3000; block++) {
            List<Cell> order = schedule.block(block);
            assertThat(order).containsExactlyInAnyOrderElementsOf(schedule.cells());
            List<Integer> nat = IntStream.range(0, 6)
                    .filter(i -> order.get(i).mode().equals("nat"))
                    .boxed()
                    .toList();
            assertThat(nat.getLast() - nat.getFirst()).isEqualTo(1);
            natBegins[nat.getFirst()]++;
            tcpFirst += order.get(nat.getFirst()).workload().equals("iperf3-tcp") ? 1 : 0;
        }
        // of 4 groups, two of one cell and two of two: nat's begins at 0 in 1/4 of all orders, at 1 and 2 in 1/6, at 3
        // in 1/6, at 4 in 1/4
        assertThat(natBegins[0]).isCloseTo(750, within(120));
        assertThat(natBegins[4]).isCloseTo(750, within(120));
        assertThat(natBegins[1] + natBegins[2] + natBegins[3]).isCloseTo(1500, within(150));
        assertThat(tcpFirst).isCloseTo(1500, within(150));
    }

    @Test
    void listedOrderKeepsModesInTurnTogetherToo() {
        assertThat(Schedule.of(STUDY, 1, Set.of("nat")).listed())
                .extracting(Cell::toString)
                .containsExactly(
                        "host iperf3-tcp",
                        "nat iperf3-tcp",
                        "nat iperf3-udp",
                        "overlay iperf3-tcp",
                        "host iperf3-udp",
                        "overlay iperf3-udp");
    }

    @Test
    void seedsGiveDifferentOrders() {
        Set<List<Cell>> orders = new HashSet<>();
        for (long seed = 0; seed < 100; seed++) {
            orders.add(Schedule.of(STUDY, seed).block(1));
        }
        assertThat(orders).hasSizeGreaterThan(80); // of 720 that there are
    }

    @Test
    void theExpectedTimeCountsWarmUps() {
        assertThat(Schedule.of(STUDY, 1).expectedSeconds(STUDY, 0.5)).isCloseTo(6 * 7 * 2.5, within(1e-9));
    }
}
