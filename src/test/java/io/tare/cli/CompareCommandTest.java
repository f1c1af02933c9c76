package io.tare.cli;

import static io.tare.cli.Said.tare;
import static org.assertj.core.api.Assertions.assertThat;

import io.tare.result.Evidence;
import io.tare.result.Manifest;
import io.tare.result.Measurement;
import io.tare.result.RunFolder;
import io.tare.result.Sample;
import io.tare.result.Sample.Outcome;
import io.tare.study.Better;
import io.tare.study.Cell;
import io.tare.study.Choice;
import io.tare.study.Placement;
import io.tare.study.Study;
import io.tare.study.TestbedSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code tare compare} and {@code tare runs} on folders as users have them: whole, cut off, edited, empty, from another Tare. */
class CompareCommandTest {
    private static final Instant STARTED = Instant.parse("2026-11-24T10:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void aRegressionEndsWithThreeAndIsSaidInEveryForm() throws IOException {
        Path base = run("base", 1, "host", "overlay");
        Path now = run("new", 0.9, "host", "overlay");
        Path page = folder.resolve("c.html");
        Path markdown = folder.resolve("c.md");
        Said said = tare(
                "compare",
                base.toString(),
                now.toString(),
                "--fail-on",
                "throughput > 5%",
                "--html",
                page.toString(),
                "--markdown",
                markdown.toString());
        assertThat(said.exitCode()).isEqualTo(3);
        assertThat(said.out())
                .contains("failed  throughput > 5%, overlay iperf3-tcp: 10.0% worse")
                .contains("Of 2 comparisons 2 worse, 0 better");
        assertThat(said.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        assertThat(Files.readString(markdown)).contains("## iperf3-tcp: Throughput, Mbit/s", "| overlay |");
        assertThat(Files.readString(page)).contains("What differs between the two testbeds", "\"kind\":\"ratios\"");
    }

    @Test
    void twoRunsOfTheSamePassAndOneOfADifferentDirectionToo() {
        Path base = run("base", 1, "host", "overlay");
        assertThat(tare(
                                "compare",
                                base.toString(),
                                run("again", 1.0003, "host", "overlay").toString(),
                                "--fail-on",
                                "throughput > 1%")
                        .exitCode())
                .isZero();
        assertThat(tare(
                                "compare",
                                base.toString(),
                                run("fast", 1.5, "host", "overlay").toString(),
                                "--fail-on",
                                "throughput > 1%")
                        .exitCode())
                .isZero();
    }

    @Test
    void aKeptBaselineSaysTheSameAsItsRun() {
        Path base = run("base", 1, "host");
        Path now = run("new", 0.9, "host");
        Path kept = folder.resolve("base.json");
        assertThat(tare("compare", base.toString(), "--save", kept.toString()).exitCode())
                .isZero();
        JsonNode fromRun = json("compare", base.toString(), now.toString(), "--json");
        JsonNode fromFile = json("compare", kept.toString(), now.toString(), "--json");
        assertThat(fromFile.get("changes")).isEqualTo(fromRun.get("changes"));
        assertThat(fromRun.get("changes").get(0).get("way").asString()).isEqualTo("worse");
    }

    @Test
    void oneBrokenLineIsNamedAndTheRestIsUsed() throws IOException {
        Path base = run("base", 1, "host");
        Path now = run("new", 0.9, "host");
        List<String> lines = new ArrayList<>(Files.readAllLines(now.resolve("samples.jsonl")));
        lines.set(3, lines.get(3).substring(0, 40));
        Files.write(now.resolve("samples.jsonl"), lines);
        Said said = tare("compare", base.toString(), now.toString());
        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).contains("samples.jsonl line 4 cannot be read", "8, 7", "worse");
    }

    @Test
    void runsThatShareNothingCannotBeCompared() {
        Said said = tare(
                "compare",
                run("base", 1, "host").toString(),
                run("new", 1, "weave").toString());
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.out())
                .contains("host iperf3-tcp: only in the base run", "weave iperf3-tcp: only in the new run");
        assertThat(said.err()).contains("they share no cell");
        Said empty = tare(
                "compare", run("base2", 1, "host").toString(), run("empty", 1).toString());
        assertThat(empty.exitCode()).isEqualTo(1);
    }

    @Test
    void whatIsNoRunIsSaid() throws IOException {
        Path base = run("base", 1, "host");
        Path newer = folder.resolve("newer");
        Files.createDirectories(newer);
        Files.writeString(newer.resolve("run.json"), "{\"version\": 99}");
        Path text = Files.writeString(folder.resolve("notes.txt"), "hello");
        Path kept = Files.writeString(folder.resolve("kept.json"), "{\"format\":\"tare-baseline\",\"version\":7}");
        assertThat(tare("compare", base.toString(), newer.toString()).err()).contains("version 99", "Use a newer Tare");
        assertThat(tare("compare", text.toString(), base.toString()).err())
                .contains("neither a run folder nor a baseline");
        assertThat(tare("compare", kept.toString(), base.toString()).err()).contains("version 7", "Use a newer Tare");
        assertThat(tare("compare", base.toString()).exitCode()).isEqualTo(2);
        assertThat(tare("compare", base.toString(), base.toString(), "--fail-on", "throughput < 5%")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void runsAreListedWithTheirStates() throws IOException {
        run("one", 1, "host");
        Path cut = run("two", 1, "host", "overlay");
        Files.writeString(
                cut.resolve("run.json"),
                Files.readString(cut.resolve("run.json")).replace("COMPLETE", "RUNNING"));
        Files.createDirectories(folder.resolve("three"));
        Files.writeString(folder.resolve("three/run.json"), "{");
        try (RunFolder held = RunFolder.create(folder.resolve("four"), manifest("four", List.of("host")))) {
            assertThat(held.path()).exists();
            Said said = tare("runs", folder.toString());
            assertThat(said.exitCode()).isZero();
            assertThat(said.out()).contains("complete", "cut off", "unreadable", "running");
        }
        JsonNode listed = json("runs", folder.toString(), "--json");
        assertThat(listed.size()).isEqualTo(4);
        assertThat(listed.get(3).get("state").asString()).isEqualTo("unreadable");
        assertThat(listed.findValuesAsString("valid")).contains("8", "16", "0");
        assertThat(tare("runs", folder.resolve("nowhere").toString()).exitCode())
                .isEqualTo(1);
    }

    /** A run folder of 8 samples a mode; overlay and the rest carry {@code share} of 4,000 Mbit/s. */
    private Path run(String name, double share, String... modes) {
        Path to = folder.resolve(name);
        Manifest manifest = manifest(name, modes.length == 0 ? List.of("host") : List.of(modes));
        try (RunFolder run = RunFolder.create(to, manifest)) {
            int trial = 0;
            for (int block = 1; block <= 8; block++) {
                for (String mode : modes) {
                    run.append(sample(block, ++trial, mode, 4000 * share * (1 + 0.002 * Math.sin(trial))));
                }
            }
            run.write(manifest.ended(Manifest.State.COMPLETE, STARTED, new Manifest.Spent(1, 2)));
        }
        return to;
    }

    private static Manifest manifest(String name, List<String> modes) {
        Study study = new Study(
                name,
                null,
                TestbedSpec.PRESET,
                Placement.TWO_HOSTS,
                modes.stream().map(Choice::of).toList(),
                List.of(Choice.of("iperf3-tcp")),
                List.of(Choice.of("none")),
                8,
                2,
                0,
                1,
                modes.getFirst(),
                42L,
                Study.Order.RANDOM,
                null,
                false,
                null);
        return Manifest.begun("0.1.0", "name: x\n", study, 42, STARTED);
    }

    private static Sample sample(int block, int trial, String mode, double value) {
        return new Sample(
                Sample.VERSION,
                block,
                trial,
                1,
                new Cell(mode, "none", "iperf3-tcp"),
                mode,
                Outcome.VALID,
                STARTED,
                2,
                List.of(new Measurement("throughput", "Mbit/s", Better.HIGHER, value)),
                List.of(),
                List.of(),
                new Evidence(Collections.emptyList(), 0, "", "", ""));
    }

    private static JsonNode json(String... arguments) {
        return JsonMapper.shared().readTree(tare(arguments).out());
    }
}
