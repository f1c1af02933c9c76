package io.tare.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.host.ContainerFile;
import io.tare.study.WorkloadSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What servers serve and clients are given, and that the gate knows it. */
class ServedThingsTest {
    @ParameterizedTest
    @CsvSource({"1K, 1024", "1M, 1048576", "100, 100", "1, 1"})
    void aPageHasExactlyItsSize(String size, int bytes) {
        assertThat(new Page((int) Sizes.of(size)).content()).hasSize(bytes);
    }

    @Test
    void aPageIsTheSameEveryTimeAndEveryLineAnother() {
        Page page = new Page(1024);
        assertThat(page.content()).isEqualTo(new Page(1024).content());
        assertThat(page.content().lines()).doesNotHaveDuplicates().hasSize(16);
        assertThat(page.hash()).hasSize(64).isNotEqualTo(new Page(1023).hash());
    }

    @Test
    void theGateExpectsTheVeryPageThatIsServed() {
        WorkloadSpec spec = new Nginx("nginx-1kb", "1K").with(Map.of()).spec();
        String served = spec.server().files().get("/srv/tare/page");
        assertThat(served).isEqualTo(new Page(1024).content());
        assertThat("200 1024 " + new Page(1024).hash()).matches(spec.client().gateExpects());
        assertThat("404 153 " + new Page(153).hash()).doesNotMatch(spec.client().gateExpects());
    }

    @Test
    void aGateCanBeSwitchedOffToSeeTheVerdictsCatchIt() {
        WorkloadSpec spec = new Nginx("nginx-1kb", "1K")
                .with(Map.of("check", "false", "path", "/none"))
                .spec();
        assertThat(spec.client().gate()).isEmpty();
        assertThat(spec.client().command().getLast()).endsWith("/none");
    }

    @Test
    void threeThousandPagesOfAMegabyteAreTwentyFiveGigabits() {
        assertThat(new Nginx("nginx-1mb", "1M").with(Map.of()).offers()).isBetween(25_000.0, 25_300.0);
        assertThat(new Memcached("text").with(Map.of()).offers()).isZero();
    }

    @Test
    void aClientContainerGetsTheGeneratorsWithTheirLibrariesAndTheScripts() {
        List<String> paths =
                ClientTools.files().stream().map(ContainerFile::path).toList();
        assertThat(paths)
                .contains(
                        "/opt/tare/tare.jar",
                        "/usr/local/bin/tare-load",
                        "/usr/local/bin/tare-http-get",
                        "/usr/local/bin/tare-memcached-probe",
                        "/usr/local/bin/tare-pgbench")
                .doesNotHaveDuplicates();
        for (String library :
                List.of("netty-transport-native-epoll", "netty-common", "HdrHistogram", "picocli", "jspecify")) {
            assertThat(paths).anyMatch(path -> path.startsWith("/opt/tare/" + library + "-"));
        }
    }

    @Test
    void postgresqlHasRoomForItsClientsUnlessTheStudySaysOtherwise() {
        assertThat(new Postgresql(300).with(Map.of()).spec().server().command()).endsWith("120");
        assertThat(new Postgresql(300)
                        .with(Map.of("max-connections", "50"))
                        .spec()
                        .server()
                        .command())
                .endsWith("50");
        assertThat(new Postgresql(300).with(Map.of()).spec().server().prepare())
                .as("both rates prepare the same, so that it is done once")
                .isEqualTo(new Postgresql(500).with(Map.of()).spec().server().prepare());
    }
}
