package io.tare.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A mode on the command line, {@code tare path overlay encrypted=true}, is read as one in a study file. */
class ModeReaderTest {
    private static final String LINE = "the command line";
    private static final ModeReader READER = new ModeReader(new Vocabulary(
            Map.of(
                    "host",
                    List.of(),
                    "overlay",
                    List.of(
                            Parameter.of(
                                    "encrypted", Parameter.Type.BOOLEAN, "false", "whether its packets are encrypted"),
                            Parameter.of("mtu", Parameter.Type.INTEGER, "1450", "of its devices, in bytes")
                                    .atLeast(576)
                                    .atMost(65535)),
                    "bridge",
                    List.of()),
            Map.of(),
            Map.of(),
            Map.of("bridge", Set.of(Placement.SAME_HOST)),
            Map.of("none", "it has no network")));

    private static Choice read(String mode, Map<String, String> parameters) {
        return READER.read(mode, parameters, READER.placement(mode), LINE);
    }

    @Test
    void aModeAloneHasItsPresets() {
        assertThat(read("host", Map.of())).isEqualTo(Choice.of("host"));
        assertThat(read("overlay", Map.of()).parameters()).isEmpty();
    }

    @Test
    void wordsBecomeFlagsAndNumbersAsInAStudyFile() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("encrypted", "true");
        given.put("mtu", "1400");
        Choice choice = read("overlay", given);
        assertThat(choice.kind()).isEqualTo("overlay");
        assertThat(choice.parameters()).containsEntry("encrypted", "true").containsEntry("mtu", "1400");
        assertThat(read("overlay", Map.of("as", "mine")).name()).isEqualTo("mine");
    }

    @Test
    void aModeOfOneHostIsPlacedThere() {
        assertThat(READER.placement("bridge")).isEqualTo(Placement.SAME_HOST);
        assertThat(READER.placement("overlay")).isEqualTo(Placement.TWO_HOSTS);
        assertThat(read("bridge", Map.of()).kind()).isEqualTo("bridge");
        assertThatThrownBy(() -> READER.read("bridge", Map.of(), Placement.TWO_HOSTS, LINE))
                .isInstanceOf(StudyException.class)
                .hasMessageContaining("it connects containers of one host");
    }

    @Test
    void whatIsWrongIsSaidAllAtOnceWithWhereItStands() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("encrypted", "perhaps");
        given.put("mtu", "90000");
        given.put("colour", "red");
        assertThatThrownBy(() -> read("overlay", given))
                .isInstanceOf(StudyException.class)
                .hasMessageContainingAll(LINE, "'encrypted'", "'mtu'", "'colour'");
        assertThatThrownBy(() -> read("overlai", Map.of())).hasMessageContaining("did you mean 'overlay'?");
        assertThatThrownBy(() -> read("none", Map.of())).hasMessageContaining("it has no network");
    }

    @Test
    void whatIsNoYamlIsText() {
        assertThatThrownBy(() -> read("overlay", Map.of("mtu", "[1400")))
                .isInstanceOf(StudyException.class)
                .hasMessageContaining("'[1400'");
        assertThatThrownBy(() -> read("overlay", Map.of("mtu", "{a: b}"))).hasMessageContaining("'{a: b}'");
    }
}
