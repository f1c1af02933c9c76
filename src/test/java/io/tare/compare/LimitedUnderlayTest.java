package io.tare.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.compare.CellChange.Way;
import io.tare.result.RunFigures;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Three runs of one study on a namespace lab, kept with {@code tare compare RUN --save}: an underlay of 2 Gbit/s, the same again, and 1.8 Gbit/s. */
class LimitedUnderlayTest {
    private static final List<Gate> GATES = List.of(Gate.parse("throughput > 5%"));

    @Test
    void tenPercentLessIsFound() throws URISyntaxException {
        RunComparison comparison = RunComparison.of(run("base"), run("slower"), GATES);
        assertThat(comparison.gates())
                .extracting(GateResult::state)
                .containsExactly(GateResult.State.FAILED, GateResult.State.FAILED);
        assertThat(comparison.changes())
                .filteredOn(c -> c.family() == Family.GATED)
                .allSatisfy(c -> assertThat(c.percent()).isBetween(-10.5, -9.5));
        assertThat(comparison.differences())
                .contains(new TestbedDifference(
                        "study",
                        "testbed",
                        "2 hosts, virtio, MTU 1500, 2Gbit/s",
                        "2 hosts, virtio, MTU 1500, 1.8Gbit/s"));
    }

    @Test
    void theSameAgainPasses() throws URISyntaxException {
        RunComparison comparison = RunComparison.of(run("base"), run("again"), GATES);
        assertThat(comparison.gates()).extracting(GateResult::state).containsOnly(GateResult.State.PASSED);
        assertThat(comparison.changes()).extracting(CellChange::way).doesNotContain(Way.WORSE);
        assertThat(comparison.differences()).isEmpty();
    }

    private static RunFigures run(String name) throws URISyntaxException {
        return RunFigures.read(
                Path.of(Objects.requireNonNull(LimitedUnderlayTest.class.getResource("limited-" + name + ".json"))
                        .toURI()));
    }
}
