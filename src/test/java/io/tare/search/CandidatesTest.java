package io.tare.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.study.Choice;
import io.tare.study.Study;
import io.tare.study.StudyReader;
import io.tare.study.Vocabulary;
import io.tare.tuning.Tunings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a search tries. */
class CandidatesTest {
    private static final StudyReader STUDIES = new StudyReader(
            new Vocabulary(Map.of("host", List.of()), Map.of("tcp", List.of()), Tunings.words(), Map.of(), Map.of()));

    @Test
    void aStudyThatNamesNoneGetsAllThatCanBeTakenBack() {
        assertThat(Candidates.of(study("[none]")))
                .extracting(Choice::name)
                .contains("rps", "gro-on", "gro-off", "notrack")
                .doesNotContain("none", "threaded-napi");
    }

    @Test
    void aStudyThatNamesSomeGetsThese() {
        assertThat(Candidates.of(study("[none, rps, threaded-napi]")))
                .extracting(Choice::name)
                .containsExactly("rps", "threaded-napi");
    }

    private static Study study(String tunings) {
        return STUDIES.read("modes: [host]\nworkloads: [tcp]\ntunings: %s\n".formatted(tunings), "test");
    }
}
