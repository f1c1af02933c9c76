package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.report.MetricTable.Weight;
import io.tare.result.Measurement;
import io.tare.study.Better;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricMeaningTest {
    @Test
    void whatStandsBehindANameIsSaidInWords() {
        assertThat(MetricMeaning.title("upload.least")).isEqualTo("Upload, lowest interval");
        assertThat(MetricMeaning.title("latency.stddev")).isEqualTo("Latency, standard deviation");
    }

    @ParameterizedTest
    @CsvSource({
        "throughput, MAIN, 0",
        "get_throughput, MAIN, 0",
        "latency, MAIN, 1",
        "set_latency, MAIN, 1",
        "latency.p99.9, DETAIL, 2",
        "raw.latency, DETAIL, 2",
        "raw.latency.p99, DETAIL, 2",
        "retransmits, DETAIL, 3",
        "cpu.client, CPU, 3",
        "cpu.server.own, CPU, 3",
        "iperf3.cpu.client, CPU, 3",
    })
    void aMetricsNameSaysHowMuchRoomItGets(String metric, Weight weight, int rank) {
        assertThat(MetricMeaning.weight(new Measurement(metric, "ms", Better.LOWER, 1)))
                .isEqualTo(weight);
        assertThat(MetricMeaning.rank(metric)).isEqualTo(rank);
    }

    @Test
    void transactionsPerSecondAreAResultWhereTheyAreNotWhatWasOffered() {
        assertThat(MetricMeaning.weight(new Measurement("tps", "transactions/s", Better.HIGHER, 1)))
                .isEqualTo(Weight.MAIN);
        assertThat(MetricMeaning.weight(new Measurement("tps", "transactions/s", Better.NEITHER, 1)))
                .isEqualTo(Weight.DETAIL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "get_latency.p99|GET latency, p99",
                "raw.latency.p50|Latency, p50, from the real send time",
                "cpu.client.own|CPU of the client's own control group",
                "iperf3.cpu.server|CPU of iperf3 itself, server",
                "my_messages|My messages",
            })
    void aTitleIsForPeople(String metric, String title) {
        assertThat(MetricMeaning.title(metric)).isEqualTo(title);
    }

    @Test
    void everyCpuFigureSaysWhatItCovers() {
        assertThat(MetricMeaning.covers("cpu.client")).contains("sar").doesNotContain("%%");
        assertThat(MetricMeaning.covers("cpu.server.own"))
                .contains("control group")
                .doesNotContain("%%");
        assertThat(MetricMeaning.covers("iperf3.cpu.client"))
                .contains("process of iperf3")
                .contains("100% is");
        assertThat(MetricMeaning.covers("throughput")).isEmpty();
    }
}
