package io.tare.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineTextTest {
    @Test
    void aCommandIsShownAsItIs() {
        assertThat(CommandLineText.of(List.of("ip", "link", "show", "dev", "eth0")))
                .isEqualTo("ip link show dev eth0");
    }

    @Test
    void aScriptAmongItsArgumentsIsCutShort() {
        assertThat(CommandLineText.of(
                        List.of("sh", "-c", "# Counts packets.\nset -e\ncat /proc/net/dev\n", "watch", "2")))
                .isEqualTo("sh -c # Counts packets. … watch 2");
        assertThat(CommandLineText.of(List.of("echo", "x".repeat(500)))).isEqualTo("echo " + "x".repeat(80) + " …");
    }
}
