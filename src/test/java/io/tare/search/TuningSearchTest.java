package io.tare.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tare.host.FakeHost;
import io.tare.host.OtherHost;
import io.tare.result.Manifest;
import io.tare.result.Manifest.ImageFacts;
import io.tare.result.RunFolder;
import io.tare.result.SearchRecord;
import io.tare.run.RunException;
import io.tare.run.Testbed;
import io.tare.study.Study;
import io.tare.study.StudyReader;
import io.tare.study.Vocabulary;
import io.tare.tuning.Tunings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuningSearchTest {
    private static final Vocabulary WORDS =
            new Vocabulary(Map.of("host", List.of()), Map.of("tcp", List.of()), Tunings.words(), Map.of(), Map.of());

    @TempDir
    private Path folder;

    @Test
    void aUsersMachineIsNotTouchedWithoutConsent() {
        FakeHost mine = FakeHost.in(folder, "mine", "192.0.2.7");
        FakeHost other = FakeHost.in(folder, "other", "192.0.2.8");
        Testbed testbed = new Testbed(
                "test", OtherHost.users(mine), OtherHost.users(other), new ImageFacts("", "", Map.of()), List.of());
        Study study = new StudyReader(WORDS).read("modes: [host]\nworkloads: [tcp]\n", "test");
        Manifest manifest = Manifest.begun("test", "", study, 1, Instant.EPOCH);
        SearchRecord record = SearchRecord.begun(new SearchRecord.Plan("host", "tcp", "", 60, 0));
        try (RunFolder run = RunFolder.create(folder.resolve("run"), manifest)) {
            TuningSearch search = new TuningSearch(testbed, run, manifest, record, _ -> {}, _ -> {});
            assertThatThrownBy(() -> search.run(Instant.now()))
                    .isInstanceOf(RunException.Missing.class)
                    .hasMessageContainingAll("Nothing was tried", "mine and other", "--allow-tuning");
            assertThat(mine.engine().calls()).isEmpty();
            assertThat(other.engine().calls()).isEmpty();
        }
    }
}
