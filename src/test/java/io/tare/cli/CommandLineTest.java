package io.tare.cli;

import static io.tare.cli.Said.tare;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the commands say and which exit code they end with, where nothing is changed on the machine. */
class CommandLineTest {
    private static final String QUICK = "studies/quick.yaml";

    @TempDir
    private Path folder;

    @Test
    void theDryRunSaysWhatWouldBeDoneAndChangesNothing() {
        Said said = tare("run", "--dry-run", QUICK, "--samples", "10", "--modes", "host,overlay");
        assertThat(said.exitCode()).isZero();
        assertThat(said.out())
                .contains(
                        "2 hosts, virtio, MTU 1500",
                        "host, overlay (baseline host)",
                        "4, each 10 samples of 2 s",
                        "takes");
        assertThat(Path.of("runs"))
                .satisfiesAnyOf(
                        p -> assertThat(p).doesNotExist(), p -> assertThat(p).isDirectory());
    }

    static List<List<String>> wrong() {
        return List.of(
                List.of("run", "studies/quick.yml", "--", "does not exist"),
                List.of("run", "studies", "--", "is a folder"),
                List.of("run", "--", "Name a study"),
                List.of("run", QUICK, "--resume", "runs/x", "--", "Name a study to run"),
                List.of(
                        "run",
                        QUICK,
                        "--seconds",
                        "-3",
                        "--",
                        "--seconds must be a whole number of seconds from 1 to 86400; it is -3"),
                List.of("run", QUICK, "--samples", "many", "--", "--samples", "many"),
                List.of("run", QUICK, "--modes", "host,overlai", "--", "no mode 'overlai'", "overlay"),
                List.of("run", QUICK, "--modes", "nat,overlay", "--", "leaves out the baseline 'host'"),
                List.of("tune", "--", "Name a study", "--mode overlay --workload iperf3-tcp"),
                List.of("tune", QUICK, "--", "tunes one mode", "host, nat, overlay"),
                List.of("tune", QUICK, "--mode", "overlay", "--budget", "soon", "--", "90s, 30m or 2h; it is 'soon'"),
                List.of("tune", QUICK, "--mode", "overlai", "--", "no mode 'overlai'"),
                List.of("runn", QUICK, "--", "runn", "run"),
                List.of("--", "A command is missing"),
                List.of("lab", "--", "A command is missing"),
                List.of(
                        "lab",
                        "up",
                        "--hosts",
                        "1",
                        "--",
                        "'hosts' of the lab must be a whole number from 2 to 50; it is '1'"),
                List.of(
                        "lab",
                        "up",
                        "--profile",
                        "fast",
                        "--",
                        "'profile' of the lab cannot be 'fast'",
                        "virtio, offload, plain"),
                List.of("lab", "up", "--rate", "fast", "--", "as 500M or 1G"),
                List.of("run", QUICK, "--to", "/proc/tare/run", "--", "cannot hold a run", "--to"),
                List.of("run", QUICK, "--to", "pom.xml/run", "--", "cannot hold a run", "Nothing was measured"),
                List.of("run", QUICK, "--lab", "../../x", "--", "'../../x' does not fit"),
                List.of("run", "/dev/zero", "--", "larger than 1 MiB"),
                List.of("report", "--", "RUN"),
                List.of("report", ".", "--against", "nope", "--", "'nope' is no published study", "haruna2019"),
                List.of("report", ".", "--against", "pom.xml", "--", "pom.xml is no published study"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void badInputIsExplainedAndEndsWithTwo(List<String> line) {
        int at = line.lastIndexOf("--");
        Said said = tare(line.subList(0, at).toArray(String[]::new));
        assertThat(said.exitCode()).as(said.err()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said.err()).contains(line.subList(at + 1, line.size())).doesNotContain("Exception", "\tat ");
        assertThat(said.out()).isEmpty();
    }

    @Test
    void aStudyWithSeveralFaultsTellsAllOfThemWithTheirPlaces() throws IOException {
        Path study = Files.writeString(folder.resolve("bad.yaml"), """
                modes: [hots, overlay]
                workloads: [iperf3-tcp]
                seconds: -1
                baseline: nat
                sample: 5
                """);
        Said said = tare("run", study.toString());
        assertThat(said.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said.err())
                .contains("bad.yaml:1:9:", "'hots'", "host")
                .contains("bad.yaml:3:10:", "from 1 to 86400")
                .contains("bad.yaml:5:1:", "'sample'", "samples");
    }

    @Test
    void aFolderThatIsNoRunCannotBeReportedOrResumed() {
        for (String[] line : List.of(
                new String[] {"report", folder.toString()}, new String[] {"run", "--resume", folder.toString()})) {
            Said said = tare(line);
            assertThat(said.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(said.err()).contains("is no run folder: it has no run.json");
        }
    }

    @Test
    void aRunIsReportedBesideAPublishedStudyAndForAPaper() throws IOException {
        Path recorded = Path.of("src/test/resources/io/tare/report/haruna2019-short");
        for (String file : List.of("run.json", "samples.jsonl")) {
            Files.copy(recorded.resolve(file), folder.resolve(file));
        }
        Path paper = folder.resolve("paper");
        Said said = tare("report", folder.toString(), "--against", "haruna2019", "--latex", paper.toString());
        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.out())
                .contains("against haruna2019: 15 of 16 tables and ", paper.resolve("report.tex") + ", with ");
        assertThat(folder.resolve("against.csv")).isRegularFile();
        assertThat(folder.resolve("report.html")).content().contains("Against haruna2019");
        assertThat(paper.resolve("figures/figure-5-1.pdf")).isRegularFile();
    }

    @Test
    void aFolderThatHoldsSomethingIsNotRunInto() throws IOException {
        Files.writeString(folder.resolve("thesis.tex"), "precious");
        Said said = tare("run", QUICK, "--to", folder.toString());
        assertThat(said.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said.err()).contains("is not empty", "--to");
        assertThat(folder).isDirectoryContaining("glob:**thesis.tex");
        assertThat(folder.resolve("run.json")).doesNotExist();
    }

    @Test
    void theStackTraceIsShownOnlyWhereAskedFor() {
        assertThat(tare("report", folder.toString()).err()).doesNotContain("\tat ");
        assertThat(tare("report", folder.toString(), "--debug").err()).contains("\tat io.tare");
    }

    @Test
    void modesAndWorkloadsAreListedWithWhatTheyTake() {
        assertThat(tare("modes").out()).contains("host", "nat", "overlay", "UDP 4789", "encrypted");
        assertThat(tare("workloads").out()).contains("iperf3-tcp", "streams", "block", "iperf3-udp", "rate");
    }

    @Test
    void theSchemaIsTheOneThatIsShipped() throws IOException {
        assertThat(tare("schema").out()).isEqualTo(Files.readString(Path.of("studies/study.schema.json")));
    }

    @Test
    void everyCommandExplainsItself() {
        CommandLine line = TareCommand.line();
        assertThat(line.getSubcommands().keySet())
                .contains("run", "report", "lab", "clean", "modes", "workloads", "doctor");
        line.getSubcommands().forEach((name, command) -> {
            Said said = tare(name, "--help");
            assertThat(said.exitCode()).as(name).isZero();
            assertThat(said.out()).as(name).contains("Usage: tare " + name);
            assertThat(command.getCommandSpec().usageMessage().description())
                    .as(name)
                    .isNotEmpty();
        });
    }
}
