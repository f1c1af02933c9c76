package io.tare.cli;

import static io.tare.cli.Said.tare;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Over a folder of made-up runs: thirteen of one study in two units, two of another that changed its unit, one without the metric, one that failed. */
class TrendCommandTest {
    private static final String RUNS = "src/test/resources/io/tare/cli/trend";

    @Test
    void everyStudyAndUnitHasATableOfItsOwn() {
        Said said = tare("trend", "throughput", RUNS);
        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.out().lines())
                .contains("nightly, Mbit/s", "nightly, requests/s", "weekly, Mbit/s", "weekly, Gbit/s")
                .filteredOn(line -> line.startsWith("overlay iperf3-tcp:"))
                .singleElement()
                .asString()
                .contains("worse", "2026-11-08");
        assertThat(said.out()).containsOnlyOnce("No change of level was found.");
    }

    @Test
    void whatIsLeftOutIsNamedWithTheReason() {
        assertThat(tare("trend", "throughput", RUNS + "/").out())
                .contains("Left out")
                .contains(RUNS + "/nightly-05: overlay nginx-1kb: no valid sample")
                .contains(RUNS + "/delay-16: none of its cells has 'throughput'")
                .contains(RUNS + "/broken-17: no valid sample");
    }

    @Test
    void aProgramReadsTheStudyOfEachSeries() {
        JsonNode trend = JsonMapper.shared()
                .readTree(tare("trend", "throughput", RUNS, "--json").out());
        assertThat(trend.path("series"))
                .extracting(s -> s.path("study").asString() + " "
                        + s.path("unit").asString() + " " + s.path("points").size())
                .containsExactly(
                        "nightly Mbit/s 13",
                        "nightly Mbit/s 13",
                        "nightly requests/s 13",
                        "nightly requests/s 12",
                        "weekly Mbit/s 1",
                        "weekly Mbit/s 1",
                        "weekly Gbit/s 1",
                        "weekly Gbit/s 1");
        assertThat(trend.path("left")).hasSize(3);
    }

    @Test
    void aRunThatIsNamedTwiceIsOnePoint() {
        String once = tare("trend", "throughput", RUNS).out();
        assertThat(tare("trend", "throughput", RUNS, RUNS + "/nightly-02").out())
                .isEqualTo(once);
    }

    @Test
    void aMetricThatNoRunHasIsAnErrorThatNamesTheRuns() {
        Said said = tare("trend", "thruput", RUNS);
        assertThat(said.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(said.err())
                .contains("They have: latency, throughput")
                .contains(RUNS + "/delay-16: none of its cells has 'thruput'");
    }

    @Test
    void aRunThatCannotBeReadAndASearchAreLeftOutAndNamed(@TempDir Path folder) throws IOException {
        for (String run : List.of("weekly-14", "weekly-15")) {
            Path copy = Files.createDirectories(folder.resolve(run));
            for (String file : List.of("run.json", "samples.jsonl")) {
                Files.copy(Path.of(RUNS, run, file), copy.resolve(file));
            }
        }
        Files.writeString(folder.resolve("weekly-15/search.json"), "{}");
        Files.writeString(Files.createDirectories(folder.resolve("damaged")).resolve("run.json"), "{");
        String said = tare("trend", "throughput", folder.toString()).out();
        assertThat(said)
                .contains("weekly, Mbit/s")
                .doesNotContain("Gbit/s")
                .contains("a search for tunings", "run.json is damaged");
    }
}
