package io.tare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.host.FakeHost;
import io.tare.host.Host;
import io.tare.host.OtherHost;
import io.tare.study.Study;
import io.tare.study.StudyReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's own machine beside a lab's host: who is asked what, and what the answer means. */
class TuningConsentTest {
    private final List<String> asked = new ArrayList<>();

    @TempDir
    private Path folder;

    private Host labs;
    private Host users;

    @BeforeEach
    void hosts() {
        labs = FakeHost.in(folder, "h1", "10.99.0.1");
        users = OtherHost.users(FakeHost.in(folder, "mine", "192.0.2.7"));
    }

    private TuningConsent answering(boolean yes) {
        return new TuningConsent(why -> {
            asked.add(why);
            return yes;
        });
    }

    @Test
    void aSearchIsRefusedWithoutAYes() {
        List<Host> hosts = List.of(labs, users);
        assertThat(answering(false).searching(false, hosts).refusal(hosts))
                .hasValueSatisfying(why -> assertThat(why).contains("mine").contains("--allow-tuning"));
        assertThat(asked)
                .containsExactly(
                        "a tuning changes kernel settings of mine, which no lab of Tare's made; allow it with --allow-tuning. All is undone at the end.");
    }

    @Test
    void aYesOrTheOptionAllowsIt() {
        List<Host> hosts = List.of(labs, users);
        assertThat(answering(true).searching(false, hosts).refusal(hosts)).isEmpty();
        assertThat(asked).hasSize(1);
        assertThat(answering(false).searching(true, hosts).refusal(hosts)).isEmpty();
        assertThat(answering(false).lasting(true, hosts).refusal(hosts)).isEmpty();
        assertThat(asked).as("not asked again").hasSize(1);
    }

    @Test
    void whatStaysIsSaidToStay() {
        assertThat(answering(true).lasting(false, List.of(users)).given()).isTrue();
        assertThat(asked).singleElement().asString().endsWith("It stays until it is taken back.");
    }

    @Test
    void nobodyIsAskedForALabOrAStudyWithoutTunings() {
        answering(false).searching(false, List.of(labs));
        answering(false).of(false, study("[none]"), List.of(users));
        assertThat(asked).isEmpty();
        answering(false).of(false, study("[none, rps]"), List.of(users));
        assertThat(asked).singleElement().asString().startsWith("This study has tunings: ");
    }

    @Test
    void withoutATerminalTheAnswerIsNo() {
        assertThat(Question.here().yes("Anybody?")).isFalse();
    }

    private static Study study(String tunings) {
        return new StudyReader(Words.vocabulary())
                .read("modes: [host]\nworkloads: [iperf3-tcp]\ntunings: %s\n".formatted(tunings), "test");
    }
}
