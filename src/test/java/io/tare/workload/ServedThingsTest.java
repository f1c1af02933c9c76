package io.tare.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.host.ContainerFile;
import io.tare.study.WorkloadSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    /** In an image that lacks what asking needs the gate says so, and holds nothing up. */
    @Test
    void theRealToolsAskForTheSamePageAndTheSameValue() {
        WorkloadSpec.Client wrk = new Wrk("wrk").with(Map.of()).spec().client();
        assertThat(wrk.gate()).endsWith("tare-http-get", "{server}", "{port}", "/page");
        Pattern page = Pattern.compile(Objects.requireNonNull(wrk.gateExpects()));
        assertThat("200 1024 " + new Page(1024).hash() + "\n").containsPattern(page);
        assertThat("not asked: no bash here\n").containsPattern(page);
        assertThat("404 153 " + new Page(153).hash() + "\n").doesNotContainPattern(page);
        WorkloadSpec.Client unchecked =
                new Wrk("wrk").with(Map.of("check", "false")).spec().client();
        assertThat(unchecked.gate()).doesNotContain("tare-http-get");
        assertThat(unchecked.gateExpects()).isNull();
        WorkloadSpec.Client memtier = new Memtier().with(Map.of()).spec().client();
        assertThat(memtier.gate()).endsWith("tare-memcached-probe", "{server}", "{port}");
        assertThat("the value came back\n").containsPattern(Objects.requireNonNull(memtier.gateExpects()));
    }

    /** The gate's own script, run here with programs that stand for the tool and for what asks. */
    @ParameterizedTest
    @CsvSource({
        "true, echo, asked, 0",
        "no-such-tool-here, echo, there is no tool in the client container, 1",
        "true, false, '', 1",
        "{broken}, echo, tool cannot start in the client container: broken: error while loading shared libraries, 1"
    })
    void aRealToolsGateNeedsAToolThatStartsAndAnAnswer(
            String command, String asks, String said, int exitCode, @TempDir Path folder)
            throws IOException, InterruptedException {
        Path broken = folder.resolve("broken");
        Files.writeString(
                broken,
                "#!/bin/sh\necho 'broken: error while loading shared libraries: libevent.so.7' >&2\nexit 127\n");
        assertThat(broken.toFile().setExecutable(true)).isTrue();
        List<String> gate = new RealTool("tool", command.replace("{broken}", broken.toString()), null, null)
                .client(List.of(), List.of(asks, "asked"), "^asked$")
                .gate();
        Process process = new ProcessBuilder(gate).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(exitCode);
        assertThat(printed).startsWith(said);
    }

    @Test
    void memcachedHasRoomForEveryConnectionAndTimeForEveryKey() {
        assertThat(memcached(Map.of()).spec().server().command()).contains("--conn-limit=1024");
        assertThat(memcached(Map.of("threads", "8", "connections", "1000"))
                        .spec()
                        .server()
                        .command())
                .contains("--conn-limit=8100");
        assertThat(memcached(Map.of()).before()).isBetween(0.5, 1.0);
        assertThat(memcached(Map.of("keys", "10000000")).before()).isBetween(500.0, 600.0);
        assertThat(memcached(Map.of("keys", "10000000", "pre-fill", "false")).before())
                .isZero();
    }

    private static Workload memcached(Map<String, String> parameters) {
        return new Memcached("text").with(parameters);
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
