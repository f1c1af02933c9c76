package io.tare.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.result.HostCounters.Conntrack;
import io.tare.result.HostCounters.CpuTime;
import io.tare.result.HostCounters.Softnet;
import io.tare.result.NetworkSpace.Device;
import io.tare.result.NetworkSpace.Traffic;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountersLogTest {
    @TempDir
    Path folder;

    private final List<HostCounters> read = new ArrayList<>();
    private final List<String> damage = new ArrayList<>();

    private static HostCounters counters(double seconds) {
        return new HostCounters(
                "h1",
                "client",
                seconds,
                true,
                "eth0",
                List.of(new CpuTime(0.5, 0.25, 1.1, 0, 0.01, 0, 0.2)),
                Map.of("NET_RX", List.of(11L)),
                List.of(7L),
                List.of(),
                List.of(new Softnet(12, 0, 1, 0, 0)),
                new Conntrack(3, Map.of("insert_failed", 1L)),
                List.of(new NetworkSpace(
                        NetworkSpace.HOST,
                        Map.of("TcpOutSegs", 40L),
                        List.of(new Device(
                                "eth0", "veth", 1500, new Traffic(1, 66, 0, 0), new Traffic(2, 3000, 0, 1))))));
    }

    private void record(List<Sample> samples, TrialCounters... lines) {
        try (RunFolder run = RunFolder.create(folder.resolve("run"), Examples.manifest())) {
            List.of(lines).forEach(run::appendCounters);
            samples.forEach(run::append);
        }
    }

    private void readBack() {
        CountersLog log = CountersLog.of(RecordedRun.read(folder.resolve("run")));
        log.trials().forEach(trial -> read.add(trial.line().counters()));
        damage.addAll(log.damage());
    }

    private static TrialCounters line(int version, int trial, int attempt, double seconds) {
        return new TrialCounters(version, trial, attempt, Examples.CELL, counters(seconds));
    }

    @Test
    void whatWasCountedIsReadBackAsItWas() {
        record(List.of(Examples.sample(1)), line(1, 1, 1, 2.01));
        readBack();
        assertThat(read).containsExactly(counters(2.01));
        assertThat(damage).isEmpty();
    }

    @Test
    void onlyTrialsWithAValidSampleCountAndOfSeveralLinesTheLast() {
        record(
                List.of(Examples.sample(1), Examples.sample(2)),
                line(1, 1, 1, 1.1), // lost when the run was killed, and run again
                line(1, 1, 1, 1.2),
                line(1, 2, 2, 1.3), // its sample is of the first attempt
                line(1, 3, 1, 1.4)); // has no sample
        readBack();
        assertThat(read).extracting(HostCounters::seconds).containsExactly(1.2);
    }

    @Test
    void whatCannotBeReadIsToldAndTheRestIsUsed() throws IOException {
        record(List.of(Examples.sample(1), Examples.sample(2)), line(1, 1, 1, 1.1), line(99, 2, 1, 1.2));
        Path file = folder.resolve("run/counters/h1.jsonl");
        Files.writeString(file, "{\"version\":1,\"tri", StandardOpenOption.APPEND);
        readBack();
        assertThat(read).hasSize(1);
        assertThat(damage)
                .containsExactly(
                        "counters/h1.jsonl line 2 is of format version 99, newer than this Tare reads (1)",
                        "counters/h1.jsonl line 3 cannot be read and is left out");
    }

    @Test
    void ofALongRunSomeTrialsAreReadEvenlySpaced() throws IOException {
        record(List.of(), line(1, 1, 1, 1));
        int trials = 80_000;
        try (BufferedWriter samples = Files.newBufferedWriter(folder.resolve("run/samples.jsonl"));
                BufferedWriter counters = Files.newBufferedWriter(folder.resolve("run/counters/h1.jsonl"))) {
            String sample = Json.LINES.writeValueAsString(Examples.sample(1));
            String line = Json.LINES.writeValueAsString(line(1, 1, 1, 2));
            for (int trial = 1; trial <= trials; trial++) {
                samples.write(sample.replace("\"trial\":1", "\"trial\":" + trial) + "\n");
                counters.write(line.replace("\"trial\":1", "\"trial\":" + trial) + "\n");
            }
        }
        CountersLog log = CountersLog.of(RecordedRun.read(folder.resolve("run")));
        assertThat(log.trials())
                .allSatisfy(
                        t -> assertThat(t.line().trial()).isEqualTo(t.sample().trial()));
        List<Integer> seen = log.trials().stream().map(t -> t.sample().trial()).toList();
        assertThat(log.damage()).isEmpty();
        assertThat(log.whole()).isFalse();
        assertThat(seen).doesNotHaveDuplicates().isSorted().startsWith(1, 2, 3).hasSizeBetween(10_000, 30_000);
        assertThat(seen.getLast()).isGreaterThan(trials * 85 / 100);
    }

    @Test
    void aRunOfAnOlderTareHasNone() {
        record(List.of(Examples.sample(1)));
        readBack();
        assertThat(read).isEmpty();
        assertThat(damage).isEmpty();
    }

    @Test
    void aProfileIsKeptByCellAndHost() {
        record(List.of());
        try (RunFolder run = RunFolder.resume(folder.resolve("run"))) {
            run.keepProfile(Examples.CELL, Profiles.MACHINE, "iperf3;do_syscall_64 3\n");
        }
        assertThat(Profiles.of(RecordedRun.read(folder.resolve("run")), Examples.CELL))
                .isEqualTo(Map.of(Profiles.MACHINE, List.of("iperf3;do_syscall_64 3")));
        assertThat(folder.resolve("run/profile/overlay_own_machine.folded")).exists();
    }
}
