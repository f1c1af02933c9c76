package io.tare.path;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What real hosts of a lab answered, with nat and overlay connected. */
final class Recorded {
    static final Namespace HOST = new Namespace("h2", 4026532390L, "the host's own");
    static final Namespace HIDDEN = new Namespace("h2", 4026533150L, "hidden, 1-soy26iqpf6");
    static final String MARK = "0123456789abcdef";

    private Recorded() {}

    static String text(String name) {
        try (InputStream stream = Objects.requireNonNull(Recorded.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
