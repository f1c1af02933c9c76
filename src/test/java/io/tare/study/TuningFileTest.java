package io.tare.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A file of tunings that are to stay: a study's entries and no others. */
class TuningFileTest {
    private static TuningFile read(String text) {
        return TuningFile.read(text, "runs/Best of all.yaml", AllWords.VOCABULARY);
    }

    private static String errors(String text) {
        return String.valueOf(catchThrowableOfType(StudyException.class, () -> read(text))
                        .getMessage())
                .replace("runs/Best of all.yaml", "F");
    }

    @Test
    void oneTuningIsItselfAndSeveralAreOneCombination() {
        assertThat(read("tunings: [rps]")).isEqualTo(new TuningFile("best-of-all", "lab", Choice.of("rps")));
        Choice narrow = new Choice("rps", "rps", Map.of("cpus", "1"), null);
        Choice both = Choice.allOf("both", List.of(Choice.of("gro"), Choice.of("xps")));
        assertThat(read("""
                name: steered
                testbed: mine
                tunings:
                  - none
                  - rps: {cpus: 1}
                  - both: {all-of: [gro, xps]}
                """))
                .isEqualTo(new TuningFile("steered", "mine", Choice.allOf("steered", List.of(narrow, both))));
    }

    @Test
    void whatIsWrittenIsReadAsItWas() {
        for (String text : List.of(
                "tunings: [rps]",
                "tunings: [rps: {cpus: 'ffffffff,00000003', devices: [underlay, vxlan]}, socket-buffers: {most: 4M}]",
                "tunings: [gro: {state: off, as: plain}, busy-poll: {us: 20}]",
                "name: one\ntestbed: mine\ntunings: [both: {all-of: [gro, rps: {cpus: 3}]}]")) {
            TuningFile file = read(text);
            assertThat(read(file.yaml(AllWords.VOCABULARY))).as(text).isEqualTo(file);
        }
        assertThat(read("tunings: [rps: {cpus: 3}]").yaml(AllWords.VOCABULARY)).isEqualTo("""
                name: 'best-of-all'
                testbed: 'lab'
                tunings:
                  - rps: {cpus: '3'}
                """);
    }

    @Test
    void whatIsWrongIsToldWithItsPlace() {
        assertThat(errors("name: Mine\ntunings: [rsp, rps: {cpus: many}, xps: {only: {modes: [host]}}]\nmodes: [host]"))
                .isEqualTo("""
                        F:1:7: 'name' of the file of tunings must be lower-case letters, digits, dots and dashes, 40 at most; it is 'Mine'
                        F:2:11: there is no tuning 'rsp'; did you mean 'rps'?
                        F:2:28: 'cpus' of tuning 'rps' must be the CPUs that packets are given to: all, not-irq (all but those that serve the underlay's interrupts), or a mask in hexadecimal, as all; it is 'many'
                        F:2:41: tuning 'xps' has no key 'only'; there is as
                        F:3:1: the file of tunings has no key 'modes'; there are name, testbed, tunings""");
        assertThat(errors("tunings: [none]")).contains("holds nothing but 'none'");
        assertThat(errors("tunings: []")).contains("'tunings' is empty");
        assertThat(errors("")).isEqualTo("F: is empty; see docs/tuning.md");
    }
}
