package io.tare.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tare.study.Better;
import io.tare.study.Cell;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleReaderTest {
    private final MetricKinds table = MetricKinds.EMPTY.with(plain());
    private final SampleReader reader = new SampleReader(table);

    @Test
    void aSampleIsReadAsItWasWritten() {
        Sample sample = sample(
                List.of(new Measurement("throughput", "Mbit/s", Better.HIGHER, 9905.800240279706)),
                new HostUse("h1", "server", 2, 4, new CpuShare(1, 2, 3, 4, 5, 6, 79), 0.5));
        assertThat(read(line(sample))).isEqualTo(sample);
    }

    @Test
    void aValueStandsByItsMetricsNameAndAFindingByItsChecks() {
        assertThat(new String(line(plain()), StandardCharsets.UTF_8))
                .contains("\"metrics\":{\"throughput\":1.0}", "\"verdicts\":{\"loss\":{\"NOTE\":\"10.75% lost\"}}");
    }

    @Test
    void linesOfVersion2HaveListsOfAllThatMetricsAndVerdictsAre() {
        byte[] line = Json.LINES.writeValueAsBytes(plain());
        assertThat(new String(line, StandardCharsets.UTF_8))
                .contains("\"metrics\":[{\"metric\":", "\"verdicts\":[{\"name\":");
        assertThat(read(line)).isEqualTo(plain());
        assertThat(new SampleReader(MetricKinds.EMPTY).read(line, 0, line.length))
                .isEqualTo(plain());
    }

    @Test
    void aMetricThatTheTableDoesNotTellIsRefusedByItsName() {
        byte[] line = line(plain());
        assertThatThrownBy(() -> new SampleReader(MetricKinds.EMPTY).read(line, 0, line.length))
                .hasMessage("run.json does not say what metric throughput of iperf3-tcp is");
    }

    @Test
    void metricsBeforeTheirCellAreRefused() {
        String line = new String(line(plain()), StandardCharsets.UTF_8);
        String metrics = "\"metrics\":{\"throughput\":1.0},";
        byte[] first = ("{" + metrics + line.replace(metrics, "").substring(1)).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(first)).hasMessage("its metrics stand before its cell");
    }

    @Test
    void metricsThatAreOtherThanTheTableSaysAndNamesThatComeTwiceAreLists() {
        Sample other = sample(
                List.of(new Measurement("throughput", "MB/s", Better.HIGHER, 2)),
                plain().hosts().getFirst());
        assertThat(table.with(other)).isSameAs(table);
        assertThat(new String(line(other), StandardCharsets.UTF_8)).contains("\"unit\":\"MB/s\"");
        assertThat(read(line(other))).isEqualTo(other);
        Measurement one = plain().metrics().getFirst();
        Sample twice = sample(List.of(one, one), plain().hosts().getFirst());
        assertThat(read(line(twice))).isEqualTo(twice);
        Verdict note = plain().verdicts().getFirst();
        Sample noted = with(plain(), List.of(note, note), List.of());
        assertThat(new String(line(noted), StandardCharsets.UTF_8)).contains("\"verdicts\":[{\"name\":");
        assertThat(read(line(noted))).isEqualTo(noted);
    }

    @Test
    void findingsAreReadInOrderWhateverTheChecksBefore() {
        for (List<Verdict> verdicts : List.of(
                List.of(Verdict.note("a", "1"), Verdict.invalid("b", "2")),
                List.of(Verdict.invalid("b", "2")),
                List.of(Verdict.note("b", "2"), Verdict.note("a", "1"), Verdict.ok("c", "")),
                List.<Verdict>of())) {
            Sample sample = with(plain(), verdicts, List.of());
            assertThat(read(line(sample))).isEqualTo(sample);
        }
    }

    @Test
    void theWordsOfAPassedCheckStayInTheFile() {
        Sample sample = with(plain(), List.of(Verdict.ok("loss", "none lost")), List.of());
        assertThat(new String(line(sample), StandardCharsets.UTF_8)).contains("none lost");
        assertThat(read(line(sample)).verdicts()).containsExactly(Verdict.ok("loss", ""));
    }

    @Test
    void ofACheckOneLevelIsReadAndOtherFieldsArePassedOver() {
        assertThat(read(checked("{\"since\":[3],\"NOTE\":\"10.75% lost\",\"to\":{\"OK\":1}}")))
                .isEqualTo(plain());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {}                        | verdict loss has none of [OK, NOTE, INVALID]
            {"GRAVE":""}              | verdict loss has none of [OK, NOTE, INVALID]
            1                         | verdict loss has none of [OK, NOTE, INVALID]
            1,"OK":"x"                | verdict loss has none of [OK, NOTE, INVALID]
            {"NOTE":"a","INVALID":""} | verdict loss has two levels
            {"OK":null}               | a finding is no text
            {"NOTE":{"deep":1}}       | a finding is no text
            """)
    void aVerdictThatIsNotOneFindingIsRefused(String check, String message) {
        byte[] bad = checked(check);
        assertThatThrownBy(() -> read(bad)).hasMessage(message);
    }

    private byte[] checked(String check) {
        String line = new String(line(plain()), StandardCharsets.UTF_8);
        String odd = line.replaceFirst("\\{\"NOTE\":[^}]*}", check);
        assertThat(odd).isNotEqualTo(line);
        return odd.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void ofVersion1SingleCpusAreCountedAndDevicesPassedOver() {
        String line = new String(Json.LINES.writeValueAsBytes(plain()), StandardCharsets.UTF_8);
        String before = line.replace("{\"version\":3", "{\"version\":1")
                .replace("\"cpus\":2,\"cpu\":{", "\"cpu\":{\"cpu\":\"all\",")
                .replace("\"idle\":0.0}", """
                        "idle":0.0},"perCpu":[{"cpu":"0","user":1.5},{"cpu":"1","user":2}],\
                        "devices":[{"device":"eth0","sendDrops":0}],"softnet":{"processed":7}""");
        assertThat(before).contains("\"all\"", "softnet");
        Sample read = read(before.getBytes(StandardCharsets.UTF_8));
        assertThat(read.hosts()).isEqualTo(plain().hosts());
        assertThat(read.version()).isEqualTo(1);
    }

    @Test
    void valuesThatAreNoNumbersSurvive() {
        Sample sample = sample(
                List.of(
                        new Measurement("a", "ms", Better.LOWER, Double.NaN),
                        new Measurement("b", "ms", Better.LOWER, Double.NEGATIVE_INFINITY),
                        new Measurement("c", "ms", Better.LOWER, Double.MIN_VALUE)),
                new HostUse("h", "client", 1, 2, new CpuShare(0, 0, 0, 0, 0, 0, 0), null));
        byte[] line = line(sample);
        assertThat(new SampleReader(table.with(sample)).read(line, 0, line.length))
                .isEqualTo(sample);
    }

    @Test
    void aSeriesIsReadAsItWasWrittenAndALineWithoutHasNoWordOfIt() {
        List<Series> series = List.of(new Series("upload_throughput", "Mbit/s", 0.5, List.of(9905.8, 0.0, 1e-3)));
        Sample sample = with(plain(), plain().verdicts(), series);
        assertThat(read(line(sample))).isEqualTo(sample);
        assertThat(new String(line(plain()), StandardCharsets.UTF_8)).doesNotContain("series");
    }

    @Test
    void unknownFieldsArePassedOver() {
        String line = new String(line(plain()), StandardCharsets.UTF_8)
                .replace("{\"version\"", "{\"later\":{\"deep\":[1,{}]},\"version\"")
                .replace("\"cell\":{", "\"cell\":{\"also\":[[]],");
        assertThat(read(line.getBytes(StandardCharsets.UTF_8))).isEqualTo(plain());
    }

    @Test
    void whatRepeatsIsKeptOnce() {
        Sample first = read(line(plain()));
        Sample second = read(line(plain()));
        assertThat(second.cell()).isSameAs(first.cell());
        assertThat(second.evidence().command()).isSameAs(first.evidence().command());
    }

    @Test
    void aLineCutOffAnywhereIsRefused() {
        byte[] line = line(plain());
        for (int length = 1; length < line.length - 1; length++) {
            byte[] cut = java.util.Arrays.copyOf(line, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(RuntimeException.class);
        }
    }

    private Sample read(byte[] line) {
        return reader.read(line, 0, line.length);
    }

    private static Sample plain() {
        return sample(
                List.of(new Measurement("throughput", "Mbit/s", Better.HIGHER, 1)),
                new HostUse("h", "client", 1, 2, new CpuShare(0, 0, 0, 0, 0, 0, 0), null));
    }

    private static Sample sample(List<Measurement> metrics, HostUse host) {
        return new Sample(
                Sample.VERSION,
                2,
                3,
                1,
                new Cell("overlay", "none", "iperf3-tcp"),
                "vxlan \u00e4",
                Sample.Outcome.VALID,
                Instant.parse("2026-11-24T23:04:42.006Z"),
                2.002666,
                metrics,
                List.of(Verdict.note("loss", "10.75% lost")),
                List.of(host),
                new Evidence(List.of("iperf3", "--json"), 0, "", "", ""));
    }

    private static Sample with(Sample sample, List<Verdict> verdicts, List<Series> series) {
        return new Sample(
                sample.version(),
                sample.block(),
                sample.trial(),
                sample.attempt(),
                sample.cell(),
                sample.dataPath(),
                sample.outcome(),
                sample.started(),
                sample.seconds(),
                sample.metrics(),
                verdicts,
                sample.hosts(),
                sample.evidence(),
                series);
    }

    private byte[] line(Sample sample) {
        return SampleWriter.line(sample, table.with(sample));
    }
}
