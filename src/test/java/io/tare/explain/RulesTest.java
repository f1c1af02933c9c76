package io.tare.explain;

import static io.tare.explain.RecordedRuns.cell;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule on a recorded run that shows what it looks for, and on one that does not. */
class RulesTest {
    private static List<String> seen(String run, String cell) {
        return cell(run, cell).bottlenecks().stream().map(Bottleneck::rule).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "tunnel-segmentation, busy, overlay iperf3-tcp, nat iperf3-tcp",
        "receive-buffer, busy, host iperf3-udp, host iperf3-tcp",
        "one-cpu, quiet, overlay iperf3-udp, weave iperf3-tcp",
        "budget, quiet, weave iperf3-tcp, host iperf3-tcp",
        "application, quiet, overlay iperf3-udp, host iperf3-tcp",
        "backlog, flood, overlay+steered iperf3-udp, overlay iperf3-udp",
        "netfilter, flood, overlay+steered iperf3-udp, host udp-8m",
        "cpus-full, flood, overlay iperf3-udp, host udp-8m",
    })
    void oneCellOfARunShowsItAndAnotherDoesNot(String rule, String run, String shows, String not) {
        assertThat(seen(run, shows)).contains(rule);
        assertThat(seen(run, not)).doesNotContain(rule);
    }

    @Test
    void withoutOffloadsSegmentsLeaveOneByOne() {
        assertThat(seen("plain", "host iperf3-tcp")).contains("no-offload");
        assertThat(seen("busy", "host iperf3-tcp")).doesNotContain("no-offload");
        assertThat(seen("busy", "host iperf3-udp"))
                .doesNotContain("no-offload"); // datagrams, and hardly a segment of TCP
    }

    @Test
    void datagramsLargerThanTheMtuAreSeenAsFragments() {
        assertThat(seen("small", "overlay udp-8k")).contains("fragments");
        assertThat(seen("small", "host iperf3-udp")).doesNotContain("fragments");
    }

    @Test
    void segmentsSentAgainAreSeen() {
        assertThat(seen("plain", "host iperf3-tcp")).contains("loss");
        assertThat(seen("busy", "nat iperf3-tcp")).doesNotContain("loss");
    }

    @Test
    void containersWithLittleOfTheUnderlaysMtuAreSeen() {
        assertThat(seen("mtu", "nat iperf3-tcp")).contains("small-mtu");
        assertThat(seen("busy", "overlay iperf3-tcp"))
                .doesNotContain("small-mtu"); // 1450 of 1500 is what the tunnel leaves
    }

    @Test
    void theEvidenceNamesTheFiguresAndTheBaseline() {
        Bottleneck found = cell("busy", "overlay iperf3-tcp").bottlenecks().getFirst();
        assertThat(found.evidence())
                .containsExactly(
                        "vxlan0 of the client was given packets of 56,384 bytes on average",
                        "eth0 sent packets of 1,513 bytes: 37 for each",
                        "without the tunnel it sent packets of 57,857 bytes");
        assertThat(found.remedy()).contains("tx-udp_tnl-segmentation");
    }

    @Test
    void everyRuleHasItsRowInThePage() throws IOException {
        String page = Files.readString(Path.of("docs/explain.md"));
        assertThat(Rules.ALL).allSatisfy(rule -> assertThat(page).contains("| `" + rule.name() + "` |"));
    }
}
