package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.result.Sample.Outcome;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTableTest {
    private static final Analysis ANALYSIS = HandMadeRun.of("host", "nat")
            .workload("throughput-over-time")
            .steps("host", Outcome.VALID, 10, 100, 1000)
            .steps("host", Outcome.VALID, 20, 200)
            .steps("host", Outcome.VALID, 40, 400, 4000)
            .steps("host", Outcome.INVALID, 9e9, 9e9, 9e9)
            .steps("nat", Outcome.VALID, 5, 6)
            .analysis();

    @Test
    void aStepHasTheMedianAndTheQuartilesOfTheValidSamplesAsFarAsAllOfThemGo() {
        List<SeriesTable> tables = ANALYSIS.workloads().getFirst().series();
        assertThat(tables).extracting(SeriesTable::name).containsExactly("upload_throughput");
        SeriesTable.Row host = tables.getFirst().rows().getFirst();
        assertThat(host.samples()).isEqualTo(3);
        assertThat(host.median()).containsExactly(20.0, 200.0);
        assertThat(host.low()).containsExactly(15.0, 150.0); // type 7
        assertThat(host.high()).containsExactly(30.0, 300.0);
        assertThat(tables.getFirst().rows().getLast().median()).containsExactly(5.0, 6.0);
    }

    @Test
    void aRunWithoutSeriesHasNone() {
        Analysis plain = HandMadeRun.of("host").valid("host", 1, 2).analysis();
        assertThat(plain.workloads().getFirst().series()).isEmpty();
        assertThat(HtmlReport.of(plain)).doesNotContain("over time,");
    }

    @Test
    void thePageDrawsThem() {
        assertThat(HtmlReport.of(ANALYSIS))
                .contains("Upload throughput over time, Mbit/s")
                .contains("\"kind\":\"course\"")
                .contains("\"median\":[20.0,200.0]");
    }

    @Test
    void everyStepOfEverySampleIsARowOfTheCsv() throws IOException {
        StringBuilder csv = new StringBuilder();
        SeriesCsv.write(ANALYSIS.run().samples(), csv);
        assertThat(csv.toString().lines())
                .hasSize(1 + 3 + 2 + 3 + 3 + 2)
                .startsWith("block,trial,mode,data_path,tuning,workload,series,unit,from,to,value,verdict")
                .contains("1,2,host,host,none,throughput-over-time,upload_throughput,Mbit/s,0.5,1.0,200.0,ok")
                .contains("1,4,host,host,none,throughput-over-time,upload_throughput,Mbit/s,1.0,1.5,9.0E9,invalid");
    }
}
