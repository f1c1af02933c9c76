package io.tare.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.result.Evidence;
import io.tare.result.Measurement;
import io.tare.result.RecordedRun;
import io.tare.result.Sample;
import io.tare.result.Sample.Outcome;
import io.tare.study.Better;
import io.tare.study.Cell;
import io.tare.study.Study;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenCellsTest {
    private static final Study STUDY =
            FakeStudy.study("samples: {until: 2%, at-least: 6, at-most: 20}\nmodes: [host, nat, overlay]\n");
    private static final Cell HOST = cell("host");
    private static final Cell NAT = cell("nat");
    private static final Cell OVERLAY = cell("overlay");

    @TempDir
    private Path folder;

    @Test
    void aCellEndsWhenItsIntervalIsNarrowAndTheBaselineGoesOnWithTheOthers() {
        OpenCells open = new OpenCells(STUDY, 7);
        blocks(open, 1, 10, 0.001, 0.2);
        open.before(6, _ -> false);
        assertThat(List.of(HOST, NAT, OVERLAY)).noneMatch(open::ended);
        open.before(7, _ -> false);
        assertThat(open.ended(NAT)).isTrue();
        assertThat(open.ended(OVERLAY)).isFalse();
        assertThat(open.ended(HOST)).isFalse();
        open.before(8, OVERLAY::equals);
        assertThat(open.ended(HOST)).isTrue();
    }

    /** The rule is asked of whole blocks alone: where a run was killed changes nothing. */
    @Test
    void aRunThatIsResumedEndsItsCellsWhereItWouldHaveEndedThem() {
        int whole = 0;
        OpenCells atOnce = new OpenCells(STUDY, 7);
        for (int block = 1; block <= 20 && whole == 0; block++) {
            atOnce.before(block, _ -> false);
            whole = atOnce.ended(OVERLAY) ? block : 0;
            blocks(atOnce, block, block, 0.001, 0.06);
        }
        OpenCells resumed = new OpenCells(STUDY, 7);
        blocks(resumed, 1, 20, 0.001, 0.06);
        assertThat(whole).isBetween(8, 20);
        resumed.before(whole - 1, _ -> false);
        assertThat(resumed.ended(OVERLAY)).isFalse();
        resumed.before(whole, _ -> false);
        assertThat(resumed.ended(OVERLAY)).isTrue();
    }

    /** Of six values each the interval of the ratio reaches some 1.8% to either side as it is, and 2.2% widened for their number. */
    @Test
    void anIntervalThatIsNarrowOnlyWithoutWideningEndsNothing() {
        double[] shares = {0.976, 0.988, 1, 1, 1.012, 1.024};
        OpenCells open = new OpenCells(STUDY, 7);
        for (int block = 1; block <= shares.length; block++) {
            open.add(sample(block, HOST, 100 * shares[block - 1], Outcome.VALID));
            open.add(sample(block, NAT, 90 * shares[shares.length - block], Outcome.VALID));
        }
        open.before(7, _ -> false);
        assertThat(open.ended(NAT)).isFalse();
    }

    @Test
    void invalidSamplesAndFewerThanAtLeastEndNothing() {
        OpenCells open = new OpenCells(STUDY, 7);
        for (int block = 1; block <= 12; block++) {
            open.add(sample(block, HOST, 100, Outcome.VALID));
            open.add(sample(block, NAT, 90, Outcome.INVALID));
        }
        open.before(13, _ -> false);
        assertThat(open.ended(NAT)).isFalse();
    }

    @Test
    void theRunnerTakesNoMoreThanItNeedsAndItsBlocksAreWhole() {
        FakeStudy fake = new FakeStudy(folder);
        fake.run(FakeStudy.study("samples: {until: 2%, at-least: 6, at-most: 20}"));
        RecordedRun run = fake.recorded();
        assertThat(run.complete()).isTrue();
        assertThat(run.samples()).hasSize(12);
        assertThat(run.samples())
                .extracting(Sample::block)
                .containsExactlyElementsOf(
                        IntStream.range(0, 12).map(i -> i / 2 + 1).boxed().toList());
    }

    private static void blocks(OpenCells open, int from, int to, double quiet, double noisy) {
        for (int block = from; block <= to; block++) {
            SplittableRandom random = new SplittableRandom(block);
            open.add(sample(block, HOST, 100 * random.nextDouble(1 - quiet, 1 + quiet), Outcome.VALID));
            open.add(sample(block, NAT, 90 * random.nextDouble(1 - quiet, 1 + quiet), Outcome.VALID));
            open.add(sample(block, OVERLAY, 30 * random.nextDouble(1 - noisy, 1 + noisy), Outcome.VALID));
        }
    }

    private static Sample sample(int block, Cell cell, double value, Outcome outcome) {
        return new Sample(
                Sample.VERSION,
                block,
                block,
                1,
                cell,
                cell.mode(),
                outcome,
                Instant.EPOCH,
                1,
                List.of(new Measurement("throughput", "Mbit/s", Better.HIGHER, value)),
                List.of(),
                List.of(),
                new Evidence(List.of(), 0, "", "", ""));
    }

    private static Cell cell(String mode) {
        return new Cell(mode, "none", "iperf3-tcp");
    }
}
