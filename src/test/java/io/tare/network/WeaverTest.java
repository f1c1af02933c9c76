package io.tare.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where Weave's router comes from. */
class WeaverTest {
    @Test
    void theFirstOnThePathThatCanBeRunUnlessAnImageIsNamed(@TempDir Path folder) throws Exception {
        Path none = Files.createDirectories(folder.resolve("none"));
        Path text = Files.createDirectories(folder.resolve("text"));
        Path there = Files.createDirectories(folder.resolve("there"));
        Files.writeString(text.resolve("weaver"), "not to be run");
        Path program = Files.writeString(there.resolve("weaver"), "a program");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        String path = "%s:%s::%s".formatted(none, text, there);
        assertThat(Weaver.find("", path)).contains(new Weaver.Program(program));
        assertThat(Weaver.find("weave.tar", path)).contains(new Weaver.InImage("weave.tar"));
        assertThat(Weaver.find("", none + ":" + text)).isEmpty();
    }
}
