package io.tare.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.result.Manifest;
import io.tare.result.SearchRecord;
import io.tare.study.Choice;
import io.tare.study.Study;
import io.tare.study.StudyReader;
import io.tare.study.Vocabulary;
import io.tare.tuning.Tunings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The winner is written in the words of a study, which read it back as it was. */
class WinnerFileTest {
    private static final StudyReader STUDIES = new StudyReader(
            new Vocabulary(Map.of("host", List.of()), Map.of("tcp", List.of()), Tunings.words(), Map.of(), Map.of()));

    static List<Choice> winners() {
        Choice rps = new Choice("rps", "rps", Map.of("cpus", "3", "devices", "underlay,vxlan"), null);
        Choice off = new Choice("gro-off", "gro", Map.of("state", "off"), null);
        return List.of(Choice.of("notrack"), rps, off, Choice.allOf("both", List.of(rps, off)));
    }

    @ParameterizedTest
    @MethodSource("winners")
    void whatIsWrittenIsReadBack(Choice winner) {
        Study study = STUDIES.read("modes: [host]\nworkloads: [tcp]\n", "test");
        Manifest manifest = Manifest.begun("test", "", study, 1, Instant.EPOCH);
        SearchRecord record = SearchRecord.begun(new SearchRecord.Plan("host", "tcp", "", 60, 0));
        String text = WinnerFile.text(winner, record, manifest);
        Study read = STUDIES.read("modes: [host]\nworkloads: [tcp]\n" + text, "test");
        assertThat(read.tunings()).containsExactly(winner);
        assertThat(read.name()).isEqualTo(winner.name());
    }
}
