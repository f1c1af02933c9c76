package io.tare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.result.SearchOutcome;
import io.tare.result.SearchOutcome.Fate;
import io.tare.result.SearchOutcome.Tried;
import io.tare.run.Event;
import io.tare.search.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SearchJsonTest {
    private final StringWriter printed = new StringWriter();
    private final SearchNarration search = new SearchJson(new PrintWriter(printed));

    @Test
    void eachEventIsADocumentOfOneLine() {
        Tried rps = new Tried("rps", "none", Fate.OPEN, 2, 0.25, null, 0.5, "", List.of());
        search.step(new Event.Step("raising lab"));
        search.accept(new Progress.Skipped("rfs", "one for the whole machine"));
        search.accept(new Progress.PairBegun(SearchOutcome.unknown(), 7, "none", "rps", 61.5));
        search.accept(new Progress.PairEnded(SearchOutcome.unknown(), rps, 7, "", 57.5));
        search.accept(new Progress.Mending("none", "rps"));
        search.accept(new Progress.Replayed(12));
        List<JsonNode> lines =
                printed.toString().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(lines)
                .extracting(line -> line.path("event").asString())
                .containsExactly("step", "skipped", "pair-begun", "pair-ended", "mending", "replayed");
        assertThat(lines.get(2).path("secondsLeft").asDouble()).isEqualTo(61.5);
        JsonNode ended = lines.get(3);
        assertThat(ended.path("stage").asString()).isEqualTo("EXPLORING");
        assertThat(ended.at("/tried/name").asString()).isEqualTo("rps");
        assertThat(ended.at("/tried/change").asDouble()).isEqualTo(0.25);
        assertThat(ended.at("/tried/low").isNull()).isTrue();
    }
}
