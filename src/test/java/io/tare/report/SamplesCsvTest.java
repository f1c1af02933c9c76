package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.study.Better;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SamplesCsvTest {
    @Test
    void oneRowASampleAndMetricWithItsVerdict() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SamplesCsv.write(
                HandMadeRun.of("host", "nat")
                        .valid("host", 14594.6)
                        .noted("nat", "loss", 1.5e10)
                        .invalid("nat", "duration", -3)
                        .failed("nat", "no route")
                        .run()
                        .samples(),
                out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                block,trial,mode,data_path,tuning,workload,metric,unit,value,verdict\r
                1,1,host,host,none,iperf3-tcp,throughput,Mbit/s,14594.6,ok\r
                1,2,nat,nat,none,iperf3-tcp,throughput,Mbit/s,1.5E10,note\r
                1,3,nat,nat,none,iperf3-tcp,throughput,Mbit/s,-3.0,invalid\r
                """);
    }

    @Test
    void namesAreQuotedAndNoSpreadsheetTakesThemForFormulas() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SamplesCsv.write(
                HandMadeRun.of("=cmd|' /C calc'!A0")
                        .metric("a,\"b\"\nc", Better.HIGHER)
                        .valid("=cmd|' /C calc'!A0", 1)
                        .run()
                        .samples(),
                out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(",'=cmd|' /C calc'!A0,")
                .contains(",\"a,\"\"b\"\"\nc\",");
    }

    @Test
    void everyFormulaSignIsDisarmed() {
        for (String sign : new String[] {"=", "+", "-", "@", "\t", "\r"}) {
            assertThat(Csv.text(sign + "1")).contains("'" + sign);
        }
        assertThat(Csv.text("overlay-2")).isEqualTo("overlay-2");
    }
}
