package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedStudiesTest {
    private static final String ONE = """
            {"version": 1, "name": "mine", "source": "A paper", "baseline": "host", "tables": [
              {"number": "1", "title": "T", "workload": "iperf3-tcp", "metric": "throughput", "unit": "Mbit/s", "better": "higher", "samples": 5,
               "rows": [{"mode": "host", "mean": 10, "stddev": 1}, {"mode": "nat", "mean": %s, "stddev": 1}]}]}
            """;

    @TempDir
    Path folder;

    @Test
    void everyTableAndFigureOfTheStudyOf2019IsThere() {
        PublishedStudy study = PublishedStudies.open("haruna2019");
        assertThat(study.tables())
                .extracting(PublishedStudy.Table::number)
                .containsExactlyElementsOf(
                        Stream.concat(IntStream.rangeClosed(1, 14).mapToObj(i -> "5." + i), Stream.of("6.1", "6.2"))
                                .toList());
        assertThat(study.figures())
                .extracting(PublishedStudy.Figure::number)
                .containsExactlyElementsOf(Stream.concat(
                                IntStream.rangeClosed(1, 19).mapToObj(i -> "5." + i),
                                Stream.of("6.2", "6.3", "6.4", "6.5"))
                        .toList());
        assertThat(study.tables()).allSatisfy(t -> {
            assertThat(t.rows()).hasSize(4);
            assertThat(t.samples()).isEqualTo(30);
        });
    }

    /** What the study's own text says of its tables, in percent of host. */
    @ParameterizedTest
    @CsvSource({
        "5.1, nat, -8", "5.1, overlay, -77", "5.1, weave, -82", "5.2, nat, -52", "5.2, overlay, -66", "5.2, weave, -70",
        "5.4, nat, 26", "5.4, overlay, 49", "5.4, weave, 48", "5.7, overlay, -30", "5.7, weave, -29", "5.8, nat, 20",
        "5.8, overlay, 42", "5.8, weave, 40", "5.12, nat, 5", "5.13, nat, 8.5", "5.13, overlay, 85", "5.13, weave, 42",
        "5.14, nat, 3", "5.14, overlay, 34", "5.14, weave, 20"
    })
    void theNumbersGiveThePercentagesOfTheText(String number, String mode, double percent) {
        PublishedStudy.Table table = table(number);
        double change = 100
                * (table.row(mode, "none").orElseThrow().mean()
                                / table.row("host", "none").orElseThrow().mean()
                        - 1);
        assertThat(change).isCloseTo(percent, within(1.01));
    }

    @ParameterizedTest
    @CsvSource({"6.1, overlay, 26.6", "6.1, weave, 23", "6.2, overlay, 11.4", "6.2, weave, 22.8"})
    void soDoThoseOfTheTuning(String number, String mode, double percent) {
        PublishedStudy.Table table = table(number);
        double gain = 100
                * (1
                        - table.row(mode, "rps").orElseThrow().mean()
                                / table.row(mode, "none").orElseThrow().mean());
        assertThat(gain).isCloseTo(percent, within(0.1));
    }

    @Test
    void theIntervalOfARatioIsThatOfTheDeltaMethod() {
        PublishedStudy.Table table = table("5.1");
        PublishedRatio ratio = PublishedRatio.of(
                table.row("nat", "none").orElseThrow(),
                30,
                table.row("host", "none").orElseThrow(),
                30);
        // by hand: errors of the means 0.836887% and 0.889137%, together 1.221033%; exp(1.959964 x 0.01221033) =
        // 1.024220
        assertThat(ratio.ratio()).isCloseTo(0.919845, within(1e-6));
        assertThat(ratio.interval().orElseThrow().low()).isCloseTo(0.919845 / 1.024220, within(1e-5));
        assertThat(ratio.interval().orElseThrow().high()).isCloseTo(0.919845 * 1.024220, within(1e-5));
        assertThat(ratio.clear()).isTrue();
    }

    @Test
    void aFileServesAsWell() throws IOException {
        assertThat(open(ONE.formatted("9")).tables().getFirst().row("nat", "none"))
                .hasValueSatisfying(row -> assertThat(row.mean()).isEqualTo(9));
    }

    @Test
    void anUnknownNameNamesTheKnownOnes() {
        assertThatThrownBy(() -> PublishedStudies.open("haruna2020"))
                .isInstanceOf(ReportException.class)
                .hasMessageContainingAll("haruna2020", "haruna2019", "docs/published.md");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "1e999"})
    void meansThatCannotBeComparedAreRefused(String mean) {
        assertThatThrownBy(() -> open(ONE.formatted(mean)))
                .isInstanceOf(ReportException.class)
                .hasMessageContainingAll("table 1", "nat", "mean above 0");
    }

    @Test
    void whatIsWrongInAFileIsNamedWithItsPlace() {
        for (List<String> wrong : List.of(
                List.of("{", "no published study"),
                List.of("{\"version\": 9}", "format version 1", "says 9"),
                List.of("[1, 2]", "format version 1"),
                List.of("{\"version\": 1, \"name\": \"x\"}", "source is missing"),
                List.of(ONE.formatted("9").replace("\"higher\"", "\"more\""), "tables[0].better"),
                List.of(ONE.formatted("9").replace("\"samples\"", "\"n\""), "tables[0].n"))) {
            assertThatThrownBy(() -> open(wrong.getFirst()))
                    .isInstanceOf(ReportException.class)
                    .hasMessageContainingAll(wrong.subList(1, wrong.size()).toArray(String[]::new));
        }
    }

    private PublishedStudy open(String json) throws IOException {
        return PublishedStudies.open(
                Files.writeString(folder.resolve("study.json"), json).toString());
    }

    private static PublishedStudy.Table table(String number) {
        return PublishedStudies.open("haruna2019").tables().stream()
                .filter(t -> t.number().equals(number))
                .findFirst()
                .orElseThrow();
    }
}
