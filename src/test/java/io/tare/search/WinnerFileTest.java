package io.tare.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.result.Manifest;
import io.tare.result.SearchRecord;
import io.tare.study.Choice;
import io.tare.study.Study;
import io.tare.study.StudyReader;
import io.tare.study.TuningFile;
import io.tare.study.Vocabulary;
import io.tare.tuning.Tunings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The winner is written as a file that {@code tare tuning apply} reads. */
class WinnerFileTest {
    private static final Vocabulary WORDS =
            new Vocabulary(Map.of("host", List.of()), Map.of("tcp", List.of()), Tunings.words(), Map.of(), Map.of());

    static List<Choice> winners() {
        Choice rps = new Choice("rps", "rps", Map.of("cpus", "3", "devices", "underlay,vxlan"), null);
        Choice off = new Choice("gro-off", "gro", Map.of("state", "off"), null);
        return List.of(Choice.of("notrack"), rps, off, Choice.allOf("both", List.of(rps, off)));
    }

    @ParameterizedTest
    @MethodSource("winners")
    void whatIsWrittenIsReadBack(Choice winner, @TempDir Path folder) throws IOException {
        Study study = new StudyReader(WORDS).read("modes: [host]\nworkloads: [tcp]\n", "test");
        Manifest manifest = Manifest.begun("test", "", study, 1, Instant.EPOCH);
        SearchRecord record = SearchRecord.begun(new SearchRecord.Plan("host", "tcp", "", 60, 0));
        String text = WinnerFile.text(winner, "mine", record, manifest);
        Path file = Files.writeString(folder.resolve("tuning.yaml"), text);
        assertThat(TuningFile.read(file, WORDS)).isEqualTo(new TuningFile(winner.name(), "mine", winner));
    }
}
