package io.tare.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A console recorded from a machine whose disk was not there. */
class ConsoleTest {
    @Test
    void thePanicIsShownAndNotItsStack() throws URISyntaxException {
        Console console =
                new Console(Path.of(Objects.requireNonNull(ConsoleTest.class.getResource("console-without-root.txt"))
                        .toURI()));
        assertThat(console.end().lines())
                .hasSize(8)
                .last()
                .asString()
                .contains("Kernel panic - not syncing: VFS: Unable to mount root fs");
        assertThat(console.said("Unable to mount")).isTrue();
        assertThat(console.said("tare: the Engine answers")).isFalse();
    }

    @Test
    void aMachineThatSaidNothing(@TempDir Path folder) {
        assertThat(new Console(folder.resolve("console.log")).end()).isEqualTo("(it said nothing)");
    }
}
