package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.result.RecordedRun;
import io.tare.result.SearchRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The outcome of a search that was run on the lab: studies/tune-quick.yaml, ten minutes. */
class SearchTableTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void theRecordOfASearch() throws IOException {
        try (var recorded =
                Objects.requireNonNull(SearchTableTest.class.getResourceAsStream("search.json"), "search.json")) {
            Files.copy(recorded, folder.resolve("search.json"));
        }
    }

    @Test
    void theVerdictNamesTheWinnerAndItsConfirmation() {
        assertThat(table().verdict())
                .isEqualTo(
                        "Winner: tunnel-offload-on. On 11 pairs of fresh trials it changes throughput of overlay with iperf3-tcp by +179.2% [+172.1%, +186.5%]."
                                + " It stands in tuning.yaml, for 'tare tuning apply'.");
        assertThat(table().method()).contains("9.7 min of the 10.0 min allowed");
    }

    @Test
    void eachKnobHasItsChangeAndWhyItWasKeptOrNot() {
        assertThat(table().rows())
                .contains(
                        List.of("tunnel-offload-on", "untouched", "9", "+179.4%", "[+164.5%, +195.5%]", "kept"),
                        List.of("rps", "untouched", "4", "+8.5%", "too few pairs", "undecided within the budget"),
                        List.of(
                                "xps",
                                "untouched",
                                "0",
                                "–",
                                "–",
                                "not to be had: xps on h1: 1 send queue(s) of its underlay and 2 CPU(s): nothing to choose between"))
                .endsWith(List.of(
                        "tunnel-offload-on", "untouched", "11", "+179.2%", "[+172.1%, +186.5%]", "confirmation: kept"));
        assertThat(table().watched()).anyMatch(w -> w.contains("CPU per operation, change for the better +157.9%"));
    }

    @Test
    void theOutcomeStandsToTheLeftUnderItsHead() {
        RecordedRun made =
                HandMadeRun.of("overlay").valid("overlay", 10).analysis().run();
        Analysis analysis = Analysis.of(new RecordedRun(folder, made.manifest(), made.samples(), List.of()));
        assertThat(analysis.search()).hasValue(table());
        assertThat(MarkdownReport.of(analysis)).contains("""
                        | tuning | against | pairs | change | interval | outcome |
                        | :--- | ---: | ---: | ---: | ---: | :--- |
                        """);
    }

    private SearchTable table() {
        return new SearchTable(SearchRecord.read(folder).orElseThrow());
    }
}
