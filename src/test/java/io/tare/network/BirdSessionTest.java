package io.tare.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What birdc of Debian 13's BIRD 2.17.6 printed. */
class BirdSessionTest {
    private static final String ESTABLISHED = """
            BIRD 2.17.6 ready.
            Name       Proto      Table      State  Since         Info
            device1    Device     ---        up     02:54:47.023
            block      Static     master4    up     02:54:47.023
            kernel1    Kernel     master4    up     02:54:47.023
            mesh       BGP        ---        up     02:54:48.010  Established
            """;

    private static final String ACTIVE = """
            BIRD 2.17.6 ready.
            Name       Proto      Table      State  Since         Info
            mesh       BGP        ---        start  02:54:47.023  Active        Socket: Connection refused
            """;

    private static final String YESTERDAY = """
            mesh       BGP        ---        up     2026-11-24    Established
            """;

    @Test
    void anEstablishedSessionIsUp() {
        assertThat(BirdSession.parse(ESTABLISHED, "mesh")).hasValueSatisfying(session -> {
            assertThat(session).isEqualTo(new BirdSession("up", "Established"));
            assertThat(session.established()).isTrue();
        });
        assertThat(BirdSession.parse(YESTERDAY, "mesh").orElseThrow().established())
                .isTrue();
    }

    @Test
    void oneThatTriesIsNotAndSaysWhy() {
        BirdSession session = BirdSession.parse(ACTIVE, "mesh").orElseThrow();
        assertThat(session.established()).isFalse();
        assertThat(session.info()).isEqualTo("Active        Socket: Connection refused");
    }

    @Test
    void otherProtocolsAndOtherAnswersAreNoSession() {
        assertThat(BirdSession.parse(ESTABLISHED, "device1").orElseThrow().established())
                .isFalse();
        assertThat(BirdSession.parse(ESTABLISHED, "mes")).isEmpty();
        assertThat(BirdSession.parse("Cannot connect to server control socket", "mesh"))
                .isEmpty();
    }
}
