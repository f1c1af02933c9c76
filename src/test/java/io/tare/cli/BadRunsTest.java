package io.tare.cli;

import static io.tare.cli.MadeRun.about;
import static io.tare.cli.MadeRun.tare;
import static org.assertj.core.api.Assertions.assertThat;

import io.tare.result.RunFolder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** {@code tare report} and {@code tare compare} on run folders that bad luck, an editor or another Tare had its hands on. */
class BadRunsTest {
    /** As many as keep this test under a second or two; docs/report.md has the time for a million. */
    private static final int MANY = 20_000;

    @TempDir
    private Path folder;

    private Path base = Path.of("");
    private Path bad = Path.of("");

    @BeforeEach
    void twoRuns() {
        base = MadeRun.of("host", "overlay").write(folder.resolve("base"), about(1));
        bad = MadeRun.of("host", "overlay").write(folder.resolve("bad"), about(1));
    }

    @Test
    void oneBrokenLineAmongManyIsNamedAndTheRestUsed() throws IOException {
        MadeRun made = MadeRun.of("host");
        Path many = folder.resolve("many");
        RunFolder.create(many, made.manifest()).close();
        JsonMapper json = JsonMapper.shared();
        try (BufferedWriter out = Files.newBufferedWriter(many.resolve("samples.jsonl"))) {
            for (int i = 1; i <= MANY; i++) {
                String line = json.writeValueAsString(made.sample(i, i, "host", 4000 + i % 100));
                out.write(i == MANY / 2 ? line.substring(0, line.length() / 2) : line);
                out.write('\n');
            }
        }
        String named = "samples.jsonl line %d cannot be read and is left out".formatted(MANY / 2);
        Said report = tare("report", many);
        assertThat(report.exitCode()).isZero();
        assertThat(report.out()).contains(named, "19,999 samples");
        assertThat(Files.readString(many.resolve("report.html"))).contains(named);
        Said compared = tare("compare", base, many);
        assertThat(compared.exitCode()).isZero();
        assertThat(compared.out()).contains(named, "8, 19999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'NaN'", "'Infinity'", "'-Infinity'", "1e999", "-1e300", "1e300", "0.0", "-4000"})
    void aValueThatNobodyMeasuresDoesNotStopEither(String value) throws IOException {
        String lines = Files.readString(bad.resolve("samples.jsonl"));
        String odd = lines.replaceFirst("\"throughput\":[0-9.]+", "\"throughput\":" + value.replace('\'', '"'));
        assertThat(odd).isNotEqualTo(lines);
        Files.writeString(bad.resolve("samples.jsonl"), odd);
        Said report = tare("report", bad);
        assertThat(report.exitCode()).isZero();
        assertThat(report.out()).contains("16 samples").doesNotContain("NaN").doesNotContain("Infinity");
        assertThat(Files.readString(bad.resolve("report.md")))
                .doesNotContain("NaN")
                .doesNotContain("Infinity");
        Said compared = tare("compare", base, bad, "--json");
        assertThat(compared.exitCode()).isZero();
        assertThat(JsonMapper.shared().readTree(compared.out()).path("changes").size())
                .isEqualTo(2);
        assertThat(tare("compare", base, bad).out()).doesNotContain("NaN").doesNotContain("Infinity");
    }

    @Test
    void onlyValuesThatAreNoNumbersAreNothingToCompare() throws IOException {
        String lines = Files.readString(bad.resolve("samples.jsonl"));
        Files.writeString(
                bad.resolve("samples.jsonl"),
                lines.replaceAll("\"(throughput|cpu[a-z.]*)\":[0-9.]+", "\"$1\":\"NaN\""));
        assertThat(tare("report", bad).exitCode()).isZero();
        Said compared = tare("compare", base, bad);
        assertThat(compared.exitCode()).isEqualTo(1);
        assertThat(compared.err()).contains("Nothing of", "can be compared");
    }

    @Test
    void anEditedManifestIsUsedAsFarAsItCanBeRead() throws IOException {
        edit("\"workload\" : \"iperf3-tcp\"", "\"workload\" : \"iperf3-tcp\", \"mood\" : \"fine\"");
        assertThat(tare("report", bad).exitCode()).isZero();
        assertThat(tare("compare", base, bad).exitCode()).isZero();
        edit("\"baseline\" : \"host\"", "\"baseline\" : \"nowhere\"");
        Said report = tare("report", bad);
        assertThat(report.exitCode()).isZero();
        assertThat(report.out()).contains("nowhere");
        edit("\"started\" : \"2026-11-24T10:00:00Z\"", "\"started\" : \"yesterday\"");
        neither("run.json is damaged", "yesterday");
    }

    @Test
    void aManifestThatDoesNotTellAMetricLeavesOutWhatHasIt() throws IOException {
        edit("\"throughput\" : {", "\"thoughput\" : {");
        Said report = tare("report", bad);
        assertThat(report.exitCode()).isZero();
        assertThat(report.out()).contains("left out (run.json does not say what metric", "and 8 more", "0 samples");
        assertThat(tare("compare", base, bad).exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "3", "{}", "{\"version\": 1}", "\u0001"})
    void aManifestThatIsNoneIsSaid(String text) throws IOException {
        Files.writeString(bad.resolve("run.json"), text);
        neither("run.json is damaged");
        assertThat(tare("runs", folder).out()).contains("unreadable", "complete");
        assertThat(tare("trend", "throughput", folder).exitCode()).isZero();
    }

    @Test
    void aManifestThatNamesACellTwiceOrNoModeAtAllIsRead() throws IOException {
        edit("\"modes\" : [ {", "\"modes\" : [ {\"name\":\"host\",\"kind\":\"host\",\"parameters\":{}}, {");
        assertThat(tare("report", bad).exitCode()).isZero();
        assertThat(tare("compare", base, bad).exitCode()).isZero();
    }

    @Test
    void aNewerFormatAsksForANewerTare() throws IOException {
        edit("\"version\" : 2", "\"version\" : 3");
        neither("is of format version 3", "Use a newer Tare");
    }

    @Test
    void newerSamplesAreLeftOutAndNamed() throws IOException {
        String lines = Files.readString(bad.resolve("samples.jsonl"));
        Files.writeString(bad.resolve("samples.jsonl"), lines.replaceFirst("\"version\":3", "\"version\":7"));
        assertThat(tare("report", bad).out()).contains("samples.jsonl line 1 is of format version 7", "15 samples");
        assertThat(tare("compare", base, bad).out()).contains("samples.jsonl line 1 is of format version 7");
    }

    @Test
    void anEmptyFolderIsNoRun() throws IOException {
        bad = Files.createDirectories(folder.resolve("empty"));
        neither("is no run folder: it has no run.json");
    }

    @Test
    void aRunWithoutASampleHasAReportThatSaysSo() throws IOException {
        Files.writeString(bad.resolve("samples.jsonl"), "");
        Said report = tare("report", bad);
        assertThat(report.exitCode()).isZero();
        assertThat(report.out()).contains("No valid sample: nothing to compare.");
        assertThat(tare("compare", base, bad).exitCode()).isEqualTo(1);
        Files.delete(bad.resolve("samples.jsonl"));
        assertThat(tare("report", bad).exitCode()).isZero();
        assertThat(tare("compare", bad, base).exitCode()).isEqualTo(1);
    }

    @Test
    void ofARunThatIsHalfValidTheOtherHalfIsCounted() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(bad.resolve("samples.jsonl")));
        for (int i = 0; i < lines.size(); i += 4) { // of host alone
            lines.set(i, lines.get(i).replace("\"VALID\"", "\"INVALID\""));
        }
        Files.write(bad.resolve("samples.jsonl"), lines);
        assertThat(tare("report", bad).out())
                .contains("16 samples, 12 valid", "4 samples of host: too few for an interval");
        assertThat(tare("compare", base, bad).out()).contains("8, 4");
        Said gated = tare("compare", base, bad, "--fail-on", "throughput > 5%");
        assertThat(gated.exitCode()).isZero();
    }

    @Test
    void oneModeAloneIsReportedAndCompared() {
        Path one = MadeRun.of("host").write(folder.resolve("one"), about(1));
        assertThat(tare("report", one).out()).contains("host");
        Said compared = tare("compare", base, one);
        assertThat(compared.exitCode()).isZero();
        assertThat(compared.out()).contains("overlay iperf3-tcp: only in the base run");
    }

    @Test
    void runsThatShareNoCellCannotBeCompared() {
        Path other = MadeRun.of("weave").write(folder.resolve("other"), about(1));
        Said compared = tare("compare", base, other, "--html", folder.resolve("c.html"));
        assertThat(compared.exitCode()).isEqualTo(1);
        assertThat(compared.err()).contains("they share no cell with valid samples");
        assertThat(folder.resolve("c.html")).content().contains("only in the new run");
    }

    @Test
    void aFolderCutOffInTheMiddleOfALineIsUsed() throws IOException {
        byte[] whole = Files.readAllBytes(bad.resolve("samples.jsonl"));
        Files.write(bad.resolve("samples.jsonl"), java.util.Arrays.copyOf(whole, whole.length - 30));
        edit("\"state\" : \"COMPLETE\"", "\"state\" : \"RUNNING\"");
        assertThat(tare("report", bad).out()).contains("samples.jsonl line 16 cannot be read", "running run");
        assertThat(tare("compare", base, bad).out()).contains("samples.jsonl line 16 cannot be read", "8, 7");
    }

    @Test
    void binaryRubbishBetweenTheLinesIsNamedByLine() throws IOException {
        byte[] lines = Files.readAllBytes(bad.resolve("samples.jsonl"));
        byte[] rubbish = new byte[4096];
        new java.util.Random(3).nextBytes(rubbish);
        for (int i = 0; i < rubbish.length; i++) {
            rubbish[i] = rubbish[i] == '\n' ? 0 : rubbish[i];
        }
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        all.write(rubbish);
        all.write('\n');
        all.write(lines);
        Files.write(bad.resolve("samples.jsonl"), all.toByteArray());
        Said report = tare("report", bad);
        assertThat(report.out()).contains("samples.jsonl line 1 cannot be read", "16 samples");
        assertThat(MadeRun.steering(report.out())).isEmpty();
        assertThat(new String(all.toByteArray(), StandardCharsets.ISO_8859_1)).hasSizeGreaterThan(4096);
        assertThat(tare("compare", base, bad).out()).contains("samples.jsonl line 1 cannot be read");
    }

    private void neither(String... says) {
        for (Said said : List.of(tare("report", bad), tare("compare", base, bad), tare("compare", bad, base))) {
            assertThat(said.exitCode()).isEqualTo(1);
            assertThat(said.err()).contains(says).doesNotContain("fault of Tare's own");
        }
    }

    private void edit(String old, String now) throws IOException {
        String text = Files.readString(bad.resolve("run.json"));
        assertThat(text).contains(old);
        Files.writeString(
                bad.resolve("run.json"),
                text.replaceFirst(java.util.regex.Pattern.quote(old), java.util.regex.Matcher.quoteReplacement(now)));
    }
}
