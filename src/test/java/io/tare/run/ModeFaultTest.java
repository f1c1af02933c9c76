package io.tare.run;

import static io.tare.host.FakeEngine.failed;
import static io.tare.host.FakeEngine.printed;
import static org.assertj.core.api.Assertions.assertThat;

import io.tare.host.FakeHost;
import io.tare.result.Manifest;
import io.tare.result.Manifest.CellFacts;
import io.tare.result.Sample;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mode that is no longer what it was connected as: its trials fail and name it, whatever the client saw. */
class ModeFaultTest {
    private static final String STUDY = """
            modes: [host, weave: {router: real, image: 'weave:test'}]
            samples: 4
            warm-up: 0
            """;

    @TempDir
    private Path folder;

    private FakeStudy fake;

    @BeforeEach
    void hostsWithWeavesRouters() {
        fake = new FakeStudy(folder);
        routers(fake.server, "10.99.0.2");
        routers(fake.client, "10.99.0.1");
    }

    private static void routers(FakeHost host, String peer) {
        for (String done : List.of(
                "genl ctrl get",
                "ip -4 route show",
                "ip link set",
                "ip link delete",
                "ip link show",
                "ip address add",
                "bridge link",
                "sysctl",
                "perl -e",
                "iptables-nft",
                "sport >=")) {
            host.engine().answering(done, "");
        }
        host.engine()
                .answering("ip link show dev vethwe-bridge", _ -> failed(1, "does not exist"))
                .answering(
                        "/status/connections",
                        "-> %s:6783 established fastdp 02:00:00:00:11:01(h) mtu=1376\n".formatted(peer));
    }

    private List<Sample> overWeave() {
        return fake.recorded().samples().stream()
                .filter(s -> s.cell().mode().equals("weave"))
                .toList();
    }

    @Test
    void aRouterThatEndsMidwayFailsTheTrialsThatFollow() {
        fake.answering(n -> {
            if (n == 4) {
                fake.client.engine().end("tare-weave-router", 2, "panic: runtime error");
            }
            return printed(FakeStudy.tcp());
        });
        Manifest ended = fake.run(FakeStudy.study(STUDY));
        assertThat(overWeave())
                .filteredOn(s -> s.outcome() == Sample.Outcome.FAILED)
                .isNotEmpty()
                .allSatisfy(s -> {
                    assertThat(s.evidence().reason()).contains("Weave's router on h2 ended with exit code 2", "panic");
                    assertThat(s.metrics()).isEmpty();
                });
        assertThat(fake.recorded().samples())
                .filteredOn(s -> s.cell().mode().equals("host"))
                .hasSize(4)
                .extracting(Sample::outcome)
                .containsOnly(Sample.Outcome.VALID);
        assertThat(ended.cells()).extracting(CellFacts::dataPath).containsExactly("host", "fastdp");
        fake.assertUndone();
    }

    @Test
    void whileTheRoutersCarryEverySampleCounts() {
        fake.run(FakeStudy.study(STUDY));
        assertThat(overWeave()).hasSize(4).allSatisfy(s -> {
            assertThat(s.outcome()).isEqualTo(Sample.Outcome.VALID);
            assertThat(s.dataPath()).isEqualTo("fastdp");
        });
        fake.assertUndone();
    }
}
