package io.tare.cli;

import static io.tare.cli.Said.tare;
import static org.assertj.core.api.Assertions.assertThat;

import io.tare.result.Imported;
import io.tare.result.RecordedRun;
import io.tare.result.Sample;
import io.tare.study.Cell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tare import} on recorded files of iperf3, pgbench, wrk2 and memtier_benchmark, whole, broken and mixed. */
class ImportCommandTest {
    @TempDir
    private Path folder;

    private RecordedFiles recorded;

    @BeforeEach
    void recordedFiles() {
        recorded = new RecordedFiles(folder.resolve("files"));
    }

    @Test
    void filesOfTwoModesBecomeARunLikeAnyOther() throws IOException {
        Path run = imported(1, "one");
        RecordedRun read = RecordedRun.read(run);
        assertThat(read.samples()).hasSize(12);
        assertThat(read.samples()).extracting(Sample::cell).contains(new Cell("overlay", "none", "iperf3-tcp"));
        Imported imported = Objects.requireNonNull(read.manifest().imported());
        assertThat(imported.files()).hasSize(12).allSatisfy(file -> {
            assertThat(file.sha256()).matches("[0-9a-f]{64}");
            assertThat(file.format()).isEqualTo("iperf3 --json");
            assertThat(file.trials()).hasSize(1);
        });
        assertThat(tare("report", run.toString()).out()).contains("overlay", "Imported, not measured by Tare");
        assertThat(Files.readString(run.resolve("report.html")))
                .contains(
                        "nobody checked that the answers were right",
                        "Imported files",
                        imported.files().getFirst().sha256())
                .doesNotContain("The commands as run", "server and client on two hosts");
        assertThat(tare("runs", folder.toString()).out()).contains("imported", "100%");
        Path slower = imported(0.8, "two");
        Said compared = tare("compare", run.toString(), slower.toString(), "--fail-on", "throughput > 10%");
        assertThat(compared.exitCode()).isEqualTo(3);
        assertThat(compared.out())
                .contains("overlay iperf3-tcp: 20.", "not known: imported")
                .doesNotContain("2 hosts");
        assertThat(tare("trend", "throughput", folder.toString()).out()).contains("overlay iperf3-tcp");
        assertThat(tare("run", "--resume", run.toString()).err()).contains("nothing to go on with");
    }

    @Test
    void theSameFilesGiveTheSameRun() throws IOException {
        Path one = imported(1, "one");
        Path again = folder.resolve("again");
        List<String> words = new ArrayList<>(List.of("import", "--to", again.toString(), "--mode", "host"));
        words.addAll(recorded.files(1, "one", "host"));
        words.addAll(List.of("--mode", "overlay"));
        words.addAll(recorded.files(1, "one", "overlay"));
        assertThat(tare(words.toArray(String[]::new)).exitCode()).isZero();
        assertThat(Files.readString(again.resolve("samples.jsonl")))
                .isEqualTo(Files.readString(one.resolve("samples.jsonl")));
        assertThat(RecordedRun.read(again).manifest().seed())
                .isEqualTo(RecordedRun.read(one).manifest().seed());
    }

    @Test
    void theLogsOfThreadsAreOneSampleAndTuningsAndNamesAreKept() throws IOException {
        Path to = folder.resolve("run");
        Said said = tare(
                "import",
                "--to",
                to.toString(),
                "--workload",
                "bank",
                "--rate",
                "100",
                "--baseline",
                "bridge",
                "--mode",
                "bridge",
                recorded.copy("pgbench-log.18078"),
                recorded.copy("pgbench-log.18078.1"),
                "--mode",
                "bridge+rps",
                recorded.copy("pgbench-log.18078", "b.7"),
                recorded.copy("pgbench-log.18078.1", "b.7.1"));
        assertThat(said.err()).isEmpty();
        RecordedRun run = RecordedRun.read(to);
        assertThat(run.samples())
                .extracting(Sample::cell)
                .containsExactly(new Cell("bridge", "none", "bank"), new Cell("bridge", "rps", "bank"));
        assertThat(run.samples().getFirst().verdicts())
                .extracting(v -> v.name())
                .contains("rate");
        assertThat(run.manifest().study().baseline()).isEqualTo("bridge");
        assertThat(Files.readString(to.resolve("latency.hlog"))).contains("Tag=1.all", "Tag=2.raw");
    }

    @Test
    void eachBrokenFileIsNamedWithWhatIsWrongAndNothingIsWritten() throws IOException {
        Path to = folder.resolve("run");
        String cut = recorded.write(
                "cut.json", RecordedFiles.text("iperf3-3.12-tcp.json").substring(0, 900));
        String empty = recorded.write("empty.json", "");
        String notes = recorded.write("notes.txt", "it was fast");
        String log = recorded.write(
                "log.3", RecordedFiles.text("pgbench-log.18078").replaceFirst("\n1 1 1670 ", "\n1 1 x "));
        String good = recorded.copy("iperf3-3.12-tcp.json");
        String[] words = {
            "import",
            "--to",
            to.toString(),
            "--mode",
            "host",
            good,
            cut,
            empty,
            notes,
            "/no/such/file",
            "--mode",
            "overlay",
            log
        };
        Said said = tare(words);
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err())
                .contains("cut.json: taken for iperf3 --json; it is cut off")
                .contains("empty.json: it is empty")
                .contains("notes.txt: it is of no form that Tare knows; expected one of: iperf3 --json")
                .contains("/no/such/file: there is no such file")
                .contains("log.3: line 2 is no whole line of pgbench --log: '1 1 x ")
                .contains("--skip-broken");
        assertThat(to).doesNotExist();
        words[1] = "--skip-broken";
        words[2] = "--to=" + to;
        Said rest = tare(words);
        assertThat(rest.exitCode()).isZero();
        assertThat(rest.err()).contains("left out").contains("cut.json");
        assertThat(RecordedRun.read(to).samples()).hasSize(2);
        assertThat(Files.readString(to.resolve("report.md"))).contains("empty.json", "left out, in whole or in part");
    }

    @Test
    void whatIsNoRepetitionCannotStandInOneTable() throws IOException {
        String to = folder.resolve("run").toString();
        String one = recorded.copy("iperf3-3.12-tcp.json");
        String two = recorded.copy("iperf3-3.12-streams.json");
        assertThat(tare("import", "--to", to, "--mode", "host", one, two).err()).contains("it was made with 'streams'");
        assertThat(tare("import", "--to", to, "--mode", "host", one, "--workload", "x", recorded.copy("wrk2.txt"))
                        .exitCode())
                .as("a file belongs behind a mode")
                .isEqualTo(2);
        assertThat(tare("import", "--to", to, "--mode", "host", one, recorded.copy("wrk2.txt"), "--workload", "x")
                        .err())
                .contains("it is of wrk2", "iperf3-tcp", "both cannot be 'x'");
        assertThat(tare(
                                "import",
                                "--to",
                                to,
                                "--mode",
                                "host",
                                recorded.copy("pgbench-log.txt"),
                                recorded.copy("pgbench-log.18078"))
                        .err())
                .as("the summary and the log of one trial are not two")
                .contains("pgbench's summary", "pgbench --log");
        assertThat(tare(
                                "import",
                                "--to",
                                to,
                                "--workload",
                                "one",
                                "--mode",
                                "host",
                                one,
                                "--workload",
                                "four",
                                "--mode",
                                "host",
                                two)
                        .exitCode())
                .isZero();
    }

    @Test
    void whatTheFilesDoNotSayIsSaid() throws IOException {
        Path to = folder.resolve("run");
        String refused = recorded.copy("iperf3-3.18-refused.json");
        assertThat(tare(
                                "import",
                                "--to",
                                to.toString(),
                                "--mode",
                                "host",
                                recorded.copy("wrk2.txt"),
                                recorded.copy("wrk.txt"),
                                recorded.copy("iperf3-3.12-tcp.json"),
                                "--mode",
                                "overlay",
                                recorded.copy("iperf3-3.12-tcp.json", "o"),
                                refused)
                        .err())
                .contains("it failed before it said what it would measure", "--workload");
        assertThat(tare(
                                "import",
                                "--to",
                                to.toString(),
                                "--mode",
                                "host",
                                recorded.copy("wrk2.txt"),
                                recorded.copy("wrk.txt"),
                                "--mode",
                                "overlay",
                                recorded.copy("wrk.txt", "w"))
                        .out())
                .contains("wrk2: the rate that was offered is not in the files")
                .contains("coordinated-omission", "no file of it was given");
    }

    @Test
    void aFailedTestIsAFailedSampleOfItsMode() throws IOException {
        Path to = folder.resolve("run");
        Said said = tare(
                "import",
                "--to",
                to.toString(),
                "--mode",
                "host",
                recorded.copy("iperf3-3.12-tcp.json"),
                "--mode",
                "overlay",
                recorded.copy("iperf3-3.18-refused.json"));
        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).contains("Connection refused");
        assertThat(RecordedRun.read(to).samples())
                .extracting(Sample::outcome)
                .containsExactlyInAnyOrder(Sample.Outcome.VALID, Sample.Outcome.FAILED);
    }

    @Test
    void windowsShellsWriteUtf16() throws IOException {
        Path file = folder.resolve("w.json");
        Files.write(
                file,
                ("\ufeff" + RecordedFiles.text("iperf3-3.12-tcp.json").replace("\n", "\r\n"))
                        .getBytes(StandardCharsets.UTF_16LE));
        Path to = folder.resolve("run");
        assertThat(tare("import", "--to", to.toString(), "--mode", "host", file.toString())
                        .exitCode())
                .isZero();
    }

    /** Six results a mode, a second apart; overlay's at a share of their rate. */
    private Path imported(double share, String name) throws IOException {
        Path to = folder.resolve(name);
        List<String> words = new ArrayList<>(List.of("import", "--mode", "host"));
        words.addAll(recorded.files(1, name, "host"));
        words.addAll(List.of("--mode", "overlay"));
        words.addAll(recorded.files(share, name, "overlay"));
        words.addAll(List.of("-o", to.toString()));
        Said said = tare(words.toArray(String[]::new));
        assertThat(said.err()).isEmpty();
        assertThat(said.exitCode()).isZero();
        return to;
    }
}
