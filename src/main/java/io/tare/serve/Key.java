package io.tare.serve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A secret of 256 random bits, as text that fits into an address. */
record Key(String text) {
    Key {
        Objects.requireNonNull(text, "text is null");
    }

    static Key drawn() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return new Key(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** Whether this is it; takes as long wherever they differ. */
    boolean is(@Nullable String given) {
        return given != null
                && MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Key";
    }
}
