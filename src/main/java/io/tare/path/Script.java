package io.tare.path;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A script of this room, as it is carried to a hand or a container. */
final class Script {
    private Script() {}

    static String text(String name) {
        try (InputStream stream = Objects.requireNonNull(Script.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
