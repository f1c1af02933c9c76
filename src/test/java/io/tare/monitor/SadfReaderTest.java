package io.tare.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tare.result.CpuShare;
import io.tare.result.HostUse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On what watch.sh really printed with sysstat 12.6 (Debian 12) and 12.7 (Debian 13) on a busy machine of two CPUs. */
class SadfReaderTest {
    static String recorded(String name) {
        try (InputStream stream = Objects.requireNonNull(SadfReaderTest.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HostUse read(String printed) {
        return SadfReader.read("h1", "client", printed).use();
    }

    @Test
    void theBeginIsToldWithTheControlGroup() {
        String printed = recorded("watch-13.txt").replaceFirst("cgroup -1 -1", "cgroup -1 -1 1795565331357666237");
        assertThat(SadfReader.read("h1", "client", printed).begun()).isEqualTo("2026-11-25T00:08:51.357666237Z");
    }

    @Test
    void everythingIsRead() {
        HostUse use = read(recorded("watch-13.txt"));
        assertThat(use.host()).isEqualTo("h1");
        assertThat(use.role()).isEqualTo("client");
        assertThat(use.seconds()).isEqualTo(1);
        assertThat(use.cpu()).isEqualTo(new CpuShare(90, 9, 0, 0, 1, 0, 0));
        assertThat(use.cpus()).isEqualTo(2);
        assertThat(use.cgroupSeconds()).isNull(); // -1: the host has no control group of its own
    }

    @ParameterizedTest
    @ValueSource(strings = {"watch-12.txt", "watch-13.txt"})
    void theSharesOfEveryVersionAddUp(String name) {
        HostUse use = read(recorded(name));
        assertThat(use.cpus()).isEqualTo(2);
        assertThat(use.cpu().busy() + use.cpu().iowait() + use.cpu().idle()).isCloseTo(100, within(0.1));
    }

    @Test
    void theControlGroupsTimeIsInSeconds() {
        String printed = recorded("watch-13.txt").replaceFirst("cgroup -1 -1", "cgroup 5000000000 6250000000");
        assertThat(read(printed).cgroupSeconds()).isEqualTo(1.25);
        String reset = recorded("watch-13.txt").replaceFirst("cgroup -1 -1", "cgroup 5000000000 10");
        assertThat(read(reset).cgroupSeconds()).isNull();
    }

    @Test
    void whenItBeganToLookIsTold() {
        String printed = recorded("watch-13.txt").replaceFirst("cgroup -1 -1", "cgroup -1 -1 1795565758819159788");
        assertThat(SadfReader.read("h1", "server", printed).begun())
                .isEqualTo(java.time.Instant.ofEpochSecond(1795565758, 819_159_788));
        assertThat(SadfReader.read("h1", "server", recorded("watch-13.txt")).begun())
                .isNull();
    }

    @Test
    void theCpusOfALargeMachineAreCounted() {
        String one = "{\"cpu\": \"1\", \"usr\": 87.00";
        String many = IntStream.range(1, 384)
                .mapToObj(cpu -> "{\"cpu\": \"%d\", \"usr\": 87.00}".formatted(cpu))
                .collect(Collectors.joining(",\n"));
        String printed = recorded("watch-13.txt").replace(one, many + ",\n{\"cpu\": \"384\", \"usr\": 87.00");
        assertThat(read(printed).cpus()).isEqualTo(385);
        assertThat(read(printed).cpu().user()).isEqualTo(90);
    }

    @Test
    void singleCpusDevicesAndSoftnetAreKeptInOneLine() {
        assertThat(SadfReader.read("h1", "client", recorded("watch-13.txt")).raw())
                .startsWith("{\"sysstat\":")
                .contains(
                        "{\"cpu\":\"1\",\"usr\":87.0",
                        "{\"iface\":\"v1\",\"rxpck\":2.0",
                        "\"softnet\":[{\"cpu\":\"all\"")
                .doesNotContain("\n");
    }

    @Test
    void whatIsCutOffIsTold() {
        String whole = recorded("watch-13.txt");
        assertThatThrownBy(() -> read(whole.substring(0, whole.length() / 2)))
                .isInstanceOf(MonitorException.class)
                .hasMessageStartingWith("sar on h1: its JSON was cut off");
        assertThatThrownBy(() -> read(whole.substring(0, whole.indexOf('\n') + 1)))
                .isInstanceOf(MonitorException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "sadf: command not found\n", "cgroup\n{}", "cgroup 1\n{}", "cgroup x y\n{}", "cgroup 1 2"})
    void whatIsSomethingElseIsTold(String printed) {
        assertThatThrownBy(() -> read(printed))
                .isInstanceOf(MonitorException.class)
                .hasMessageStartingWith("sar on h1 printed something else than expected");
    }

    @Test
    void aReadingThatWasNotTakenIsTold() {
        assertThatThrownBy(() -> read("cgroup -1 -1\n{\"sysstat\": {\"hosts\": [{\"statistics\": []}]}}"))
                .isInstanceOf(MonitorException.class)
                .hasMessage("sar on h1 took no reading");
        assertThatThrownBy(() ->
                        read("cgroup -1 -1\n{\"sysstat\": {\"hosts\": [{\"statistics\": [{\"cpu-load\": []}]}]}}"))
                .hasMessage("sar on h1 has no CPU figures");
    }
}
