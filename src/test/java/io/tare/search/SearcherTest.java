package io.tare.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tare.result.Sample;
import io.tare.result.SearchOutcome;
import io.tare.result.SearchOutcome.Fate;
import io.tare.result.SearchOutcome.Stage;
import io.tare.result.SearchOutcome.Tried;
import io.tare.result.SearchRecord;
import io.tare.study.Choice;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole searches on a testbed by a formula, with seeds. */
class SearcherTest {
    private static final int SEARCHES = 400;
    private static final double BUDGET = 600;
    private static final List<String> SIX = List.of("a", "b", "c", "d", "e", "f");

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.05, 0.2})
    void knobsThatDoNothingAreKeptInAtMostFivePercentOfSearches(double noise) {
        long wrong = searches(noise, List.of()).filter(SearcherTest::keepsAny).count();
        assertThat(wrong).isLessThanOrEqualTo((long) (0.05 * SEARCHES));
    }

    @Test
    void aKnobThatDoesNothingIsKeptBesideOneThatHelpsInAtMostFivePercentOfSearches() {
        long wrong = searches(0.03, List.of("c"))
                .filter(o -> o.tried().stream()
                        .anyMatch(t -> t.fate() == Fate.KEPT && !t.name().equals("c")))
                .count();
        assertThat(wrong).isLessThanOrEqualTo((long) (0.05 * SEARCHES));
    }

    @Test
    void aKnobThatGivesTwentyPercentIsFoundAndConfirmedInMostSearches() {
        long found = searches(0.05, List.of("c"))
                .filter(o -> won(o).filter(w -> w.name().equals("c")).isPresent())
                .count();
        assertThat(found).isGreaterThanOrEqualTo((long) (0.9 * SEARCHES));
    }

    @Test
    void aKnobThatGainsAndHarmsTheTailIsNotKept() {
        long kept = LongStream.range(0, 100)
                .mapToObj(seed -> new FakeTrials(seed, 0.03).with("b", 1.3, 1.3))
                .map(t -> t.search(BUDGET, "a", "b", "c").outcome())
                .filter(o -> tried(o, "b").fate() == Fate.KEPT)
                .count();
        assertThat(kept).isLessThanOrEqualTo(5);
        SearchOutcome one = new FakeTrials(1, 0.02)
                .with("b", 1.3, 1.3)
                .search(BUDGET, "a", "b")
                .outcome();
        assertThat(tried(one, "b").fate()).isEqualTo(Fate.HARMS);
        assertThat(tried(one, "b").reason()).isEqualTo("tcp latency.p99 gets worse");
        assertThat(one.winner()).isNull();
    }

    @Test
    void whatHelpsTogetherIsCombinedAndWhatAddsNothingIsNot() {
        FakeTrials trials = new FakeTrials(3, 0.01).with("a", 1.3, 1).with("b", 1.15, 1);
        SearchOutcome outcome = trials.search(900, "a", "b", "c").outcome();
        assertThat(won(outcome))
                .map(Choice::parts)
                .hasValueSatisfying(
                        parts -> assertThat(parts).extracting(Choice::name).containsExactly("a", "b"));
        assertThat(confirmed(outcome).change()).isBetween(0.45, 0.55);
        assertThat(confirmed(outcome).low()).isGreaterThan(0.4);
    }

    @Test
    void theConfirmationTakesNoTrialOfTheSearch() {
        FakeTrials trials = new FakeTrials(4, 0.02).with("a", 1.25, 1);
        Tried confirmed = confirmed(trials.search(BUDGET, "a", "b").outcome());
        long ofA = trials.samples.stream()
                .filter(s -> s.cell().tuning().equals("a"))
                .count();
        Tried explored = tried(trials.kept.getLast().outcome(), "a");
        assertThat(ofA).isEqualTo(explored.pairs() + confirmed.pairs());
    }

    @Test
    void theBudgetIsKeptToAndLeavesTimeForTheConfirmation() {
        String[] knobs = LongStream.range(0, 14).mapToObj(i -> "k" + i).toArray(String[]::new);
        FakeTrials trials = new FakeTrials(5, 0.1).with("k3", 1.35, 1).with("k8", 1.3, 1);
        SearchOutcome outcome = trials.search(BUDGET, knobs).outcome();
        assertThat(trials.clock()).isLessThanOrEqualTo(BUDGET - 10);
        assertThat(outcome.stage()).isEqualTo(Stage.ENDED);
        assertThat(outcome.tried())
                .extracting(Tried::fate)
                .doesNotContain(Fate.OPEN)
                .contains(Fate.UNDECIDED);
        assertThat(confirmed(outcome).pairs()).isGreaterThanOrEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 32, 60, 66})
    void aSearchThatWasKilledGoesOnWhereItWasAndDecidesTheSame(int trials) {
        SearchRecord expected = helpful().search(BUDGET, "a", "b", "c");
        FakeTrials killed = helpful().killedAfter(trials);
        assertThatThrownBy(() -> killed.search(BUDGET, "a", "b", "c")).isInstanceOf(FakeTrials.Killed.class);
        SearchRecord again = goOn(killed);
        assertThat(again.outcome()).isEqualTo(expected.outcome());
        assertThat(again.moved()).isEqualTo(expected.moved());
    }

    @Test
    void aSearchKilledWithinAPairRunsThePairAgainAndItsRecordSaysTheSameWithoutATrial() {
        FakeTrials killed = helpful().killedAfter(31);
        assertThatThrownBy(() -> killed.search(BUDGET, "a", "b", "c")).isInstanceOf(FakeTrials.Killed.class);
        SearchRecord ended = goOn(killed);
        int samples = killed.samples.size();
        assertThat(goOn(killed).outcome()).isEqualTo(ended.outcome());
        assertThat(killed.samples).hasSize(samples);
    }

    private static FakeTrials helpful() {
        return new FakeTrials(6, 0.02).with("a", 1.3, 1).with("b", 1.2, 1);
    }

    private static SearchRecord goOn(FakeTrials killed) {
        List<Sample> recorded = List.copyOf(killed.samples);
        return killed.killedAfter(Integer.MAX_VALUE)
                .search(BUDGET, 7, List.of("a", "b", "c"), Optional.of(killed.kept.getLast()), recorded);
    }

    @Test
    void aKnobThatSpoilsTheTestbedIsDroppedAndTheSearchGoesOn() {
        FakeTrials trials = new FakeTrials(9, 0.02).with("a", 1.3, 1).spoiledBy("b");
        SearchOutcome outcome = trials.search(BUDGET, "a", "b", "c").outcome();
        assertThat(tried(outcome, "b").fate()).isEqualTo(Fate.FAILED);
        assertThat(tried(outcome, "b").reason()).contains("received nothing");
        assertThat(trials.mended).isBetween(1, 3);
        assertThat(won(outcome)).map(Choice::name).contains("a");
    }

    @Test
    void aKnobThatTheTestbedHasNotIsToldWithTheReason() {
        SearchOutcome outcome = new FakeTrials(8, 0.02)
                .without("b", "one queue")
                .search(120, "a", "b")
                .outcome();
        assertThat(tried(outcome, "b").fate()).isEqualTo(Fate.UNAVAILABLE);
        assertThat(tried(outcome, "b").reason()).isEqualTo("one queue");
    }

    private static Stream<SearchOutcome> searches(double noise, List<String> helping) {
        return LongStream.range(0, SEARCHES).mapToObj(seed -> {
            FakeTrials trials = new FakeTrials(seed, noise);
            helping.forEach(knob -> trials.with(knob, 1.2, 1));
            return trials.search(BUDGET, seed, SIX, Optional.empty(), List.of()).outcome();
        });
    }

    private static boolean keepsAny(SearchOutcome outcome) {
        return outcome.tried().stream().anyMatch(t -> t.fate() == Fate.KEPT);
    }

    private static Tried confirmed(SearchOutcome outcome) {
        return Optional.ofNullable(outcome.confirmed()).orElseThrow();
    }

    private static Optional<Choice> won(SearchOutcome outcome) {
        return Optional.ofNullable(outcome.winner());
    }

    private static Tried tried(SearchOutcome outcome, String name) {
        return outcome.tried().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
