package io.tare.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.tare.host.ExecResult;
import io.tare.result.Measurement;
import io.tare.result.Verdict;
import io.tare.result.Verdict.Level;
import io.tare.study.Better;
import io.tare.study.WorkloadSpec;
import io.tare.study.WorkloadSpec.Bound;
import io.tare.study.WorkloadSpec.Metric;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workloads that are data alone. */
class DataWorkloadTest {
    private static Metric pattern(String name, String pattern) {
        return new Metric(name, "ms", Better.LOWER, null, pattern, 1, true);
    }

    private static Metric pointer(String name, String pointer, double scale, boolean required) {
        return new Metric(name, "ms", Better.LOWER, pointer, null, scale, required);
    }

    private static DataWorkload reading(List<Metric> metrics, Bound... bounds) {
        return new DataWorkload(new WorkloadSpec(
                "own",
                "a workload",
                null,
                new WorkloadSpec.Server(List.of("s"), List.of("tcp"), WorkloadSpec.Ready.LISTENS, Map.of(), Map.of()),
                new WorkloadSpec.Client(List.of("c", "{seconds}"), List.of(), null, List.of(0, 3)),
                metrics,
                List.of(bounds)));
    }

    private static Map<String, Double> values(Workload workload, String output) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Measurement m : workload.read(Recorded.printed(0, output)).metrics()) {
            values.put(m.metric(), m.value());
        }
        return values;
    }

    @Test
    void pointersFindNumbersInJson() {
        DataWorkload workload = reading(List.of(
                pointer("mean", "/all/0/mean_us", 1e-3, true),
                pointer("text", "/all/0/p99", 1, true),
                pointer("slash", "/a~1b", 1, true),
                pointer("missing", "/all/7", 1, false)));
        assertThat(values(workload, "{\"all\":[{\"mean_us\":1500,\"p99\":\"2.5\"}],\"a/b\":3}"))
                .containsExactly(entry("mean", 1.5), entry("text", 2.5), entry("slash", 3.0));
    }

    @Test
    void aRequiredNumberThatIsMissingFailsTheTrial() {
        assertThatThrownBy(() -> values(reading(List.of(pointer("mean", "/mean", 1, true))), "{\"min\":1}"))
                .isInstanceOf(WorkloadException.class)
                .hasMessage("the client's output has no mean (looked for /mean)");
        assertThatThrownBy(() -> values(reading(List.of(pattern("p99", "p99=(?<value>\\d+)"))), "p50=3"))
                .hasMessageContaining("has no p99 (looked for p99=");
        assertThatThrownBy(() -> values(reading(List.of(pointer("mean", "/mean", 1, true))), "mean 3\n"))
                .hasMessageContaining("no whole JSON");
    }

    @Test
    void theLastMatchOfAPatternCounts() {
        DataWorkload workload = reading(List.of(pattern("rate", "^rate: (?<value>\\S+)( ops)?$")));
        assertThat(values(workload, "rate: 10\nrate: 20 ops\nmean rate: 99\n")).containsExactly(entry("rate", 20.0));
    }

    @Test
    void aMatchWithoutItsNumberIsPassedOver() {
        DataWorkload workload = reading(List.of(pattern("rate", "rate: ?(?<value>[0-9]+)?")));
        assertThat(values(workload, "rate: 10\nrate:\n")).containsExactly(entry("rate", 10.0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"12 | 12", "-0.5 | -0.5", "1.5e3 | 1500", ".5 | 0.5", "1,234,567.8 | 1234567.8"})
    void numbersAsToolsPrintThem(String printed, double value) {
        assertThat(values(reading(List.of(pattern("m", "m=(?<value>.*)"))), "m=" + printed))
                .containsExactly(entry("m", value));
    }

    /** A decimal comma, read as if it parted thousands, would make 0,5 ms five. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0,5", "nan", "NaN", "inf", "Infinity", "0x1p3", "1d", "--", "1e999"})
    void whatIsNoNumberFailsTheTrial(String printed) {
        assertThatThrownBy(() -> values(reading(List.of(pattern("m", "m=(?<value>.*)"))), "m=" + printed))
                .isInstanceOf(WorkloadException.class)
                .hasMessage("'%s', found for m, is no number".formatted(printed));
    }

    @Test
    @Timeout(20)
    void aPatternThatNeverEndsIsStopped() {
        DataWorkload workload = reading(List.of(pattern("m", "(a+)+\\1b(?<value>\\d)")));
        assertThatThrownBy(() -> values(workload, "a".repeat(60)))
                .isInstanceOf(WorkloadException.class)
                .hasMessage("the pattern of m takes longer than 2 s on this output; make it simpler");
    }

    @Test
    void aPatternThatGoesTooDeepIsAFailedTrialAndNoMore() {
        DataWorkload workload = reading(List.of(pattern("m", "(a|b)*c(?<value>\\d)")));
        assertThatThrownBy(() -> values(workload, "ab".repeat(200_000)))
                .isInstanceOf(WorkloadException.class)
                .hasMessageContaining("the pattern of m");
    }

    @Test
    void boundsBecomeVerdicts() {
        DataWorkload workload = reading(
                List.of(pattern("loss", "loss=(?<value>.*)")),
                new Bound("some", "loss", 0.0, 1.0, "note", "packets are lost"),
                new Bound("many", "loss", null, 10.0, "invalid", "too many are lost"),
                new Bound("absent", "other", 1.0, null, "invalid", "never judged"));
        assertThat(workload.read(Recorded.printed(0, "loss=20")).verdicts())
                .containsExactly(
                        Verdict.note("some", "packets are lost: loss is 20.00 ms"),
                        Verdict.invalid("many", "too many are lost: loss is 20.00 ms"));
        assertThat(workload.read(Recorded.printed(0, "loss=1")).verdicts()) // bounds belong to what is in order
                .extracting(Verdict::level)
                .containsExactly(Level.OK, Level.OK);
    }

    @Test
    void onlyTheExitCodesOfTheStudyAreAnEndInOrder() {
        DataWorkload workload = reading(List.of(pattern("m", "(?<value>\\d)")));
        assertThat(workload.read(Recorded.printed(3, "7")).metrics()).hasSize(1);
        assertThatThrownBy(() -> workload.read(new ExecResult(1, "7", "cannot connect\n", Duration.ZERO)))
                .hasMessage("the client ended with exit code 1: cannot connect");
    }

    /** redis-benchmark's columns are the same in Redis 7.0 (Debian 12) and 8.0 (Debian 13). */
    @ParameterizedTest
    @CsvSource({
        "redis-7.0.csv, 72202.16, 69204.15, 0.477, 0.478, 1.399, 1.815",
        "redis-8.0.csv, 29112.08, 34482.76, 1.306, 1.031, 15.079, 6.271"
    })
    void redisBenchmarkIsRead(
            String file, double set, double get, double setMean, double getMean, double p99, double g99) {
        assertThat(values(new Redis().with(Map.of()), Recorded.text(file)))
                .containsExactly(
                        entry("set_throughput", set),
                        entry("get_throughput", get),
                        entry("set_latency", setMean),
                        entry("get_latency", getMean),
                        entry("set_latency.p99", p99),
                        entry("get_latency.p99", g99));
    }

    /** The patterns of studies/described.yaml on what sockperf prints, colours included. */
    @Test
    void sockperfIsReadByTheShippedStudysPatterns() throws java.io.IOException {
        String study = java.nio.file.Files.readString(java.nio.file.Path.of("studies/described.yaml"));
        List<Metric> metrics = java.util.regex.Pattern.compile("pattern: '(.*)'")
                .matcher(study)
                .results()
                .map(found -> pattern("m" + found.start(), found.group(1)))
                .toList();
        assertThat(values(reading(metrics), Recorded.text("sockperf-3.7.txt")).values())
                .containsExactly(36.542, 63.845, 15052.0, 0.0);
    }

    /** It runs until its requests are answered, whatever the study's seconds say. */
    @Test
    void aClientThatTakesNoSecondsMeasuredAsLongAsItRan() {
        String printed = Recorded.text("redis-8.0.csv");
        Workload redis = new Redis().with(Map.of());
        Reading whole = redis.read(new ExecResult(0, printed, "", Duration.ofMillis(6_400)));
        assertThat(whole.seconds()).isEqualTo(6.4);
        assertThat(whole.verdicts()).containsExactly(Verdict.ok("duration", "6.40 s measured"));
        Reading brief = redis.read(new ExecResult(0, printed, "", Duration.ofMillis(400)));
        assertThat(Recorded.levels(brief)).containsEntry("duration", Level.INVALID);
        DataWorkload timed = reading(List.of(pattern("m", "(?<value>\\d)")));
        assertThat(timed.read(Recorded.printed(0, "7")).seconds()).isNaN();
    }

    @Test
    void scalesBringNumbersIntoTheirUnit() {
        assertThat(values(reading(List.of(pointer("m", "/us", 1e-3, true))), "{\"us\":2500}")
                        .get("m"))
                .isCloseTo(2.5, within(1e-12));
    }
}
