package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.report.Sentence.About;
import io.tare.study.Better;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said, and that nothing is said where the numbers say nothing. */
class SentencesTest {
    private static final double[] HOST = {100, 101, 99, 102, 98, 100};
    private static final double[] NEAR = {100.3, 101.2, 98.6, 102.1, 97.9, 100.2};
    private static final double[] HALF = {50, 51, 49, 50.5, 49.5, 50.2};

    @Test
    void theOrderNamesWhatCannotBeToldApart() {
        assertThat(said(
                        HandMadeRun.of("host", "nat", "overlay")
                                .valid("host", HOST)
                                .valid("nat", NEAR)
                                .valid("overlay", HALF),
                        About.ORDER))
                .singleElement()
                .asString()
                .startsWith(
                        "iperf3-tcp, throughput, from the best: nat (100.05), host (100.00), overlay (50.03) Mbit/s.")
                .contains("No clear difference between nat and host (p ")
                .doesNotContain("overlay (p");
    }

    @Test
    void lowerIsBetterForLatency() {
        assertThat(said(
                        HandMadeRun.of("host", "nat")
                                .metric("latency", Better.LOWER)
                                .valid("host", HALF)
                                .valid("nat", HOST),
                        About.ORDER))
                .containsExactly(
                        "iperf3-tcp, latency, from the best: host (50.03), nat (100.00) Mbit/s. The difference is clear.");
    }

    @Test
    void ofFewSamplesOfOneModeAndOfNoneNothingIsSaidOfTheOrder() {
        HandMadeRun few = HandMadeRun.of("host", "nat").valid("host", 1, 2, 3).valid("nat", 9, 8, 7);
        assertThat(said(few, About.ORDER)).singleElement().asString().endsWith("it may be chance.");
        assertThat(said(few, About.ADVICE))
                .containsExactly("iperf3-tcp, by throughput: nothing to recommend on so few samples.");
        HandMadeRun one = HandMadeRun.of("host", "nat").valid("host", HOST).invalid("nat", "duration", 5);
        assertThat(said(one, About.ORDER))
                .containsExactly("iperf3-tcp, throughput: only host has valid samples, so there is no order.");
        assertThat(said(one, About.COST)).isEmpty();
        assertThat(said(one, About.ADVICE))
                .containsExactly(
                        "iperf3-tcp, by throughput: nothing to recommend, for there is no choice: one mode has valid samples.");
        HandMadeRun none = HandMadeRun.of("host").invalid("host", "duration", 5);
        assertThat(said(none, About.ORDER))
                .containsExactly(
                        "iperf3-tcp, throughput: no mode has a valid sample, so nothing can be said of their order.");
        assertThat(said(none, About.EXCLUDED))
                .singleElement()
                .asString()
                .endsWith("None is left: nothing can be said of this workload.");
    }

    @Test
    void anEmptyRunSaysThatItIsEmpty() {
        assertThat(said(HandMadeRun.of("host"), About.EXCLUDED)).containsExactly("The run has no sample.");
        assertThat(said(HandMadeRun.of("host").valid("host", HOST), About.EXCLUDED))
                .containsExactly("Every one of the 6 samples counts.");
    }

    @Test
    void costsAreSaidInPercentWithTheirInterval() {
        assertThat(said(
                        HandMadeRun.of("host", "overlay", "nat", "fast")
                                .valid("host", HOST)
                                .valid("overlay", HALF)
                                .valid("nat", NEAR)
                                .valid("fast", 150, 151, 149, 150.5, 149.5, 150.2),
                        About.COST))
                .satisfiesExactly(
                        overlay -> assertThat(overlay)
                                .startsWith(
                                        "overlay costs a clear amount: iperf3-tcp (throughput 50% lower [49, 51])."),
                        nat -> assertThat(nat)
                                .isEqualTo("nat: no clear cost against host in the one comparison there is."),
                        fast -> assertThat(fast)
                                .startsWith(
                                        "fast is clearly better than host with iperf3-tcp (throughput 50% higher ["));
    }

    @Test
    void aTuningReturnsAShareOfTheCostOrMakesItWorseOrNothingClear() {
        HandMadeRun run = HandMadeRun.of("host", "overlay")
                .valid("host", HOST)
                .valid("overlay", HALF)
                .valid("overlay+rps", 75, 76, 74, 75.5, 74.5, 75.2)
                .valid("overlay+rfs", 40, 41, 39, 40.5, 39.5, 40.2)
                .valid("overlay+xps", 50.1, 51.1, 48.9, 50.4, 49.6, 50.3)
                .valid("overlay+all", 120, 121, 119, 122, 118, 120);
        assertThat(said(run, About.TUNING))
                .satisfiesExactlyInAnyOrder(
                        rps -> assertThat(rps)
                                .startsWith("overlay+rps, iperf3-tcp: throughput 50% higher [")
                                .endsWith(
                                        "than overlay untouched; it returned 50% of what the mode cost against host."),
                        rfs -> assertThat(rfs).startsWith("overlay+rfs").endsWith("it made it worse."),
                        xps -> assertThat(xps)
                                .isEqualTo(
                                        "overlay+xps: no clear difference from the same mode untouched in throughput of iperf3-tcp."),
                        all -> assertThat(all).endsWith("it returned all that the mode cost against host, and more."));
    }

    @Test
    void adviceGoesByWhatAModeAsksOfTheNetwork() {
        assertThat(said(
                        HandMadeRun.of("host", "nat", "overlay", "weave", "macvlan")
                                .valid("host", HOST)
                                .valid("nat", 80, 81, 79, 80.5, 79.5, 80.2)
                                .valid("overlay", HALF)
                                .valid("weave", 50.1, 51.1, 48.9, 50.4, 49.6, 50.3)
                                .valid("macvlan", NEAR),
                        About.ADVICE))
                .singleElement()
                .asString()
                .contains(
                        "host where servers can live with the host's own addresses and ports; nat where a port",
                        "at 0.80",
                        "macvlan where containers need addresses of their own and the network",
                        "with no clear difference from host",
                        "weave (or overlay: no clear difference) where containers need addresses of their own that");
    }

    /** b is not told apart from a, nor c from b; but c is from a. */
    @Test
    void theBestAndWhatIsLikeItAreComparedDirectly() {
        assertThat(said(
                        HandMadeRun.of("host", "overlay", "weave", "flannel")
                                .valid("host", HOST)
                                .valid("overlay", 60, 61, 62, 63, 64, 65)
                                .valid("weave", 57.5, 58.5, 59.5, 60.5, 61.5, 62.5)
                                .valid("flannel", 55, 56, 57, 58, 59, 59.9),
                        About.ADVICE))
                .singleElement()
                .asString()
                .contains("overlay (or weave: no clear difference) where containers");
    }

    @Test
    void ofARecordedRunEverySentenceRestsOnATableThatIsThere() {
        Analysis analysis = Analysis.of(RecordedRuns.haruna2019Short());
        List<Sentence> all = Sentences.of(analysis);
        assertThat(all).extracting(Sentence::about).contains(About.ORDER, About.COST, About.EXCLUDED, About.ADVICE);
        String page = HtmlReport.of(analysis);
        assertThat(all).allSatisfy(s -> assertThat(page).contains("id=\"" + s.place() + "\""));
        assertThat(all)
                .extracting(Sentence::says)
                .contains(
                        "iperf3-tcp: 1 of 24 samples is invalid by the check duration (nat 1). Of the first: 1.85 s measured of 2 s asked: too short to mean anything.",
                        "nginx-1mb, throughput: no mode has a valid sample, so nothing can be said of their order.",
                        "nginx-1mb, by latency: nothing to recommend, for there is no choice: no mode has a valid sample.")
                .anyMatch(s -> s.startsWith("overlay costs most with iperf3-tcp (throughput 75% lower"));
    }

    @Test
    void ofARecordedRunThatSaysNothingNothingIsClaimed() {
        Analysis analysis = Analysis.of(RecordedRuns.chapter6Noisy());
        List<Sentence> all = Sentences.of(analysis);
        assertThat(Sentences.about(all, About.ORDER))
                .hasSize(2)
                .allMatch(s -> s.says().contains("No step is clear: "));
        assertThat(Sentences.about(all, About.COST))
                .hasSize(2)
                .allMatch(s -> s.says().endsWith("no clear cost against host in any of 2 comparisons."));
        assertThat(Sentences.about(all, About.TUNING))
                .extracting(Sentence::says)
                .contains(
                        "overlay+rps: no clear difference from the same mode untouched in latency of postgresql-300, latency of postgresql-500.");
        assertThat(Sentences.about(all, About.ADVICE))
                .hasSize(2)
                .allMatch(s -> s.says().contains("no clear difference"));
    }

    @Test
    void hugeNegativeAndHostileValuesGiveSentencesAllTheSame() {
        String name = "</li>\u202e`|*";
        HandMadeRun run = HandMadeRun.of("host", name)
                .valid("host", 1e300, 2e300, 3e300, 4e300, 5e300, 6e300)
                .valid(name, -1, -2, 0, 1e-300, 5, 6);
        assertThat(Sentences.of(run.analysis())).isNotEmpty();
        assertThat(HtmlReport.of(run.analysis())).doesNotContain("</li>\u202e");
    }

    @Test
    void whyATuningMadeItWorseIsSaidWhereCountersShowIt() {
        Analysis analysis = Analysis.of(RecordedRuns.rpsInVain());
        assertThat(Sentences.of(analysis).stream().filter(s -> s.about() == About.TUNING))
                .extracting(Sentence::says)
                .anySatisfy(says -> assertThat(says)
                        .startsWith("overlay+rps, postgresql-300: latency")
                        .contains("it made it worse; overlay kept no CPU busy (the fullest of the machine: 33%"));
    }

    private static List<String> said(HandMadeRun run, About about) {
        return Sentences.about(Sentences.of(run.analysis()), about)
                .map(Sentence::says)
                .toList();
    }
}
