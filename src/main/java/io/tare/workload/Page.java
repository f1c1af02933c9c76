package io.tare.workload;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The page that web servers serve: text of exactly so many bytes, the same every time, every line another. */
record Page(int bytes) {
    private static final int LINE = 64;

    /** ASCII, in lines of 64 bytes; the last is cut off where {@code bytes} says so. */
    String content() {
        StringBuilder content = new StringBuilder(bytes + LINE);
        for (int line = 1; content.length() < bytes; line++) {
            content.append("%-63s\n".formatted("Line %d of a page that Tare serves to measure with.".formatted(line)));
        }
        content.setLength(bytes);
        return content.toString();
    }

    /** SHA-256 of the content, in lower-case hexadecimal digits. */
    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(content().getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
