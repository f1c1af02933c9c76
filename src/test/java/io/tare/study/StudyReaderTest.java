package io.tare.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a study file may say. What it may not: {@link StudyErrorsTest}. */
class StudyReaderTest {
    static Study read(String text) {
        return new StudyReader(AllWords.VOCABULARY).read(text, "studies/mine.yaml");
    }

    @Test
    void twoKeysAreAStudyAndAllElseHasPresets() {
        Study study = read("""
                modes: [host, overlay]
                workloads: [iperf3-tcp]
                """);
        assertThat(study)
                .isEqualTo(new Study(
                        "mine",
                        null,
                        TestbedSpec.PRESET,
                        Placement.TWO_HOSTS,
                        List.of(Choice.of("host"), Choice.of("overlay")),
                        List.of(Choice.of("iperf3-tcp")),
                        List.of(Choice.of("none")),
                        30,
                        10,
                        0,
                        1,
                        "host",
                        null,
                        Study.Order.RANDOM,
                        null,
                        false,
                        null));
    }

    @Test
    void everyKeyIsRead() {
        Study study = read("""
                name: Two racks
                description: >
                  What encryption costs,
                  rack to rack.
                testbed: {lab: namespace, hosts: 3, profile: plain, mtu: 9000, rate: 2.5G}
                placement: same-host
                modes: [nat, overlay]
                workloads: [iperf3-udp]
                tunings: [none]
                samples: 50
                seconds: 20
                omit: 2
                warm-up: 0
                baseline: nat
                seed: 9007199254740993
                order: listed
                image: registry.local:5000/perf/tools:1.2
                profile: true
                """);
        assertThat(study)
                .isEqualTo(new Study(
                        "Two racks",
                        "What encryption costs, rack to rack.",
                        new TestbedSpec("namespace", 3, "plain", 9000, "2.5G", null),
                        Placement.SAME_HOST,
                        List.of(Choice.of("nat"), Choice.of("overlay")),
                        List.of(Choice.of("iperf3-udp")),
                        List.of(Choice.of("none")),
                        50,
                        20,
                        2,
                        0,
                        "nat",
                        9007199254740993L, // no double holds it
                        Study.Order.LISTED,
                        "registry.local:5000/perf/tools:1.2",
                        true,
                        null));
    }

    @Test
    void aChoiceMayHaveParametersAndAnotherName() {
        Study study = read("""
                modes:
                  - host
                  - overlay
                  - overlay: {encrypted: true, as: overlay-ipsec}
                workloads:
                  - iperf3-tcp: {streams: 4, block: 64K}
                  - iperf3-tcp:
                      as: tcp-paced
                      rate: 1.5G
                  - iperf3-udp:
                """);
        assertThat(study.modes())
                .containsExactly(
                        Choice.of("host"),
                        Choice.of("overlay"),
                        new Choice("overlay-ipsec", "overlay", Map.of("encrypted", "true"), null));
        assertThat(study.workloads())
                .containsExactly(
                        new Choice("iperf3-tcp", "iperf3-tcp", Map.of("streams", "4", "block", "64K"), null),
                        new Choice("tcp-paced", "iperf3-tcp", Map.of("rate", "1.5G"), null),
                        Choice.of("iperf3-udp"));
    }

    /** What reaches a command is the plain number, however it is written. */
    @Test
    void numbersArePassedOnInTheirPlainForm() {
        Study study = read("""
                modes: [host]
                workloads: [iperf3-tcp: {streams: 1e1}]
                samples: 3e1
                seconds: 10.0
                """);
        assertThat(study.workloads().getFirst().parameters()).containsExactly(Map.entry("streams", "10"));
        assertThat(study.samples()).isEqualTo(30);
        assertThat(study.seconds()).isEqualTo(10);
    }

    @Test
    void theBaselineIsHostOrElseTheFirstMode() {
        assertThat(read("modes: [nat, host]\nworkloads: [redis]").baseline()).isEqualTo("host");
        assertThat(read("modes: [nat, overlay]\nworkloads: [redis]").baseline()).isEqualTo("nat");
        assertThat(read("modes: [host: {as: bare}, nat]\nworkloads: [redis]").baseline())
                .isEqualTo("bare");
    }

    @Test
    void anEntryMayStandForAnother() {
        Study study = read("""
                modes: [host]
                workloads:
                  - iperf3-tcp: &paced {rate: 1G}
                  - iperf3-udp: *paced
                """);
        assertThat(study.workloads()).extracting(Choice::parameters).containsOnly(Map.of("rate", "1G"));
    }

    @Test
    void theSeedMayBeAnyThatARunHasRecorded() {
        for (long seed : new long[] {0, 1L << 31, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThat(read("modes: [host]\nworkloads: [redis]\nseed: " + seed).seed())
                    .isEqualTo(seed);
        }
    }

    @Test
    void tuningsTakeParametersAndAreCombinedUnderANameOfTheStudys() {
        Study study = read("""
                modes: [host]
                workloads: [redis]
                tunings:
                  - none
                  - rps: {cpus: 3, devices: [underlay, vxlan]}
                  - steered:
                      all-of: [rps, busy-poll: {us: 20}]
                """);
        assertThat(study.tunings())
                .containsExactly(
                        Choice.of("none"),
                        new Choice("rps", "rps", Map.of("cpus", "3", "devices", "underlay,vxlan"), null),
                        Choice.allOf(
                                "steered",
                                List.of(
                                        Choice.of("rps"),
                                        new Choice("busy-poll", "busy-poll", Map.of("us", "20"), null))));
    }

    @Test
    void aTuningMayBeForSomeCellsAlone() {
        Study study = read("""
                modes: [host, overlay, weave]
                workloads: [postgresql-300, postgresql-500, redis]
                tunings:
                  - none
                  - rps: {only: {modes: [overlay, weave], workloads: [postgresql-300, postgresql-500]}}
                  - steered: {all-of: [rps, gro], only: {workloads: [redis]}}
                """);
        assertThat(study.tunings())
                .extracting(Choice::only)
                .containsExactly(
                        null,
                        new Only(List.of("overlay", "weave"), List.of("postgresql-300", "postgresql-500")),
                        new Only(List.of(), List.of("redis")));
        assertThat(study.compared()).isEqualTo(Choice.of("none"));
    }
}
