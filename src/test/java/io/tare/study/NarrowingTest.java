package io.tare.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NarrowingTest {
    private static final Study STUDY = StudyReaderTest.read("""
            modes: [host, nat, overlay: {as: vxlan}]
            workloads: [iperf3-tcp, iperf3-udp]
            seed: 7
            """);
    private static final Narrowing NOTHING = new Narrowing(null, null, null, null, null);

    @Test
    void withoutOptionsTheStudyIsAsWritten() {
        assertThat(NOTHING.of(STUDY)).isEqualTo(STUDY);
    }

    @Test
    void whatIsSetReplacesWhatIsNamedIsKept() {
        Study narrowed = new Narrowing(3, 1, List.of("vxlan", "host"), List.of("iperf3-udp"), 99L).of(STUDY);
        assertThat(narrowed.samples()).isEqualTo(3);
        assertThat(narrowed.seconds()).isEqualTo(1);
        assertThat(narrowed.seed()).isEqualTo(99);
        assertThat(narrowed.modes()).extracting(Choice::name).containsExactly("host", "vxlan"); // the study's order
        assertThat(narrowed.workloads()).extracting(Choice::name).containsExactly("iperf3-udp");
        assertThat(narrowed.baseline()).isEqualTo("host");
    }

    @Test
    void everyWordThatDoesNotFitIsNamed() {
        assertThatThrownBy(() -> new Narrowing(0, 100_000, List.of("vxlna"), List.of("redis"), null).of(STUDY))
                .isInstanceOf(StudyException.class)
                .hasMessage("""
                        the command line: --samples must be a whole number from 1 to 1000000; it is 0
                        the command line: --seconds must be a whole number of seconds from 1 to 86400; it is 100000
                        the command line: the study has no mode 'vxlna'; did you mean 'vxlan'?
                        the command line: the study has no workload 'redis'; there are iperf3-tcp, iperf3-udp""");
    }

    @Test
    void theBaselineCannotBeLeftOut() {
        assertThatThrownBy(() -> new Narrowing(null, null, List.of("nat"), null, null).of(STUDY))
                .hasMessage(
                        "the command line: --modes leaves out the baseline 'host', which the others are compared with; add it");
    }

    @Test
    void aListWithoutNamesKeepsNothingAndIsRefused() {
        assertThatThrownBy(() -> new Narrowing(null, null, null, List.of(), null).of(STUDY))
                .hasMessageContaining("--workloads names no workload");
    }
}
