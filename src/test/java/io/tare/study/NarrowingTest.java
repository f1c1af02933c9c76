package io.tare.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NarrowingTest {
    private static final Study STUDY = StudyReaderTest.read("""
            modes: [host, nat, overlay: {as: vxlan}]
            workloads: [iperf3-tcp, iperf3-udp]
            seed: 7
            """);
    private static final Narrowing NOTHING = new Narrowing(null, null, null, null, null, null);

    @Test
    void withoutOptionsTheStudyIsAsWritten() {
        assertThat(NOTHING.of(STUDY)).isEqualTo(STUDY);
    }

    @Test
    void whatIsSetReplacesWhatIsNamedIsKept() {
        Study narrowed = new Narrowing(3, 1, List.of("vxlan", "host"), List.of("iperf3-udp"), null, 99L).of(STUDY);
        assertThat(narrowed.samples()).isEqualTo(3);
        assertThat(narrowed.seconds()).isEqualTo(1);
        assertThat(narrowed.seed()).isEqualTo(99);
        assertThat(narrowed.modes()).extracting(Choice::name).containsExactly("host", "vxlan"); // the study's order
        assertThat(narrowed.workloads()).extracting(Choice::name).containsExactly("iperf3-udp");
        assertThat(narrowed.baseline()).isEqualTo("host");
    }

    @Test
    void everyWordThatDoesNotFitIsNamed() {
        assertThatThrownBy(() -> new Narrowing(0, 100_000, List.of("vxlna"), List.of("redis"), null, null).of(STUDY))
                .isInstanceOf(StudyException.class)
                .hasMessage("""
                        the command line: --samples must be a whole number from 1 to 1000000; it is 0
                        the command line: --seconds must be a whole number of seconds from 1 to 86400; it is 100000
                        the command line: the study has no mode 'vxlna'; did you mean 'vxlan'?
                        the command line: the study has no workload 'redis'; there are iperf3-tcp, iperf3-udp""");
    }

    @Test
    void theBaselineCannotBeLeftOut() {
        assertThatThrownBy(() -> new Narrowing(null, null, List.of("nat"), null, null, null).of(STUDY))
                .hasMessage(
                        "the command line: --modes leaves out the baseline 'host', which the others are compared with; add it");
    }

    @Test
    void aListWithoutNamesKeepsNothingAndIsRefused() {
        assertThatThrownBy(() -> new Narrowing(null, null, null, List.of(), null, null).of(STUDY))
                .hasMessageContaining("--workloads names no workload");
    }

    private static final Study STEERED = StudyReaderTest.read("""
            modes: [host, nat, overlay]
            workloads: [iperf3-tcp, redis]
            tunings: [none, rps: {only: {modes: [overlay], workloads: [redis]}}, xps]
            """);

    private static Study steered(
            @Nullable List<String> modes, @Nullable List<String> workloads, @Nullable List<String> tunings) {
        return new Narrowing(null, null, modes, workloads, tunings, null).of(STEERED);
    }

    @Test
    void tuningsAreNarrowedAndOneWithoutACellLeftGoesByItself() {
        assertThat(steered(null, null, List.of("rps", "none")).tunings())
                .extracting(Choice::name)
                .containsExactly("none", "rps");
        assertThat(steered(List.of("host", "nat"), null, null).tunings())
                .extracting(Choice::name)
                .containsExactly("none", "xps");
        assertThat(steered(null, List.of("redis"), List.of("xps")).tunings())
                .extracting(Choice::name)
                .containsExactly("xps"); // the first is what others are compared with
    }

    @Test
    void aTuningThatIsAskedForAndHasNoCellLeftIsRefused() {
        assertThatThrownBy(() -> steered(List.of("host", "nat"), null, List.of("none", "rps")))
                .hasMessage(
                        "the command line: the study measures tuning 'rps' in no cell that is left: it is for overlay with redis");
        assertThatThrownBy(() -> steered(null, null, List.of("rsp")))
                .hasMessage("the command line: the study has no tuning 'rsp'; did you mean 'rps'?");
    }

    @Test
    void whatATuningOfSomeCellsIsComparedWithCannotBeLeftOut() {
        assertThatThrownBy(() -> steered(null, null, List.of("rps")))
                .hasMessage(
                        "the command line: --tunings leaves out 'none', which the others are compared with; add it");
    }
}
