package io.tare.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A file as it is.
 *
 * @param text decoded as UTF-8, or UTF-16 where it begins with that mark, as Windows' shell writes what it redirects; without the mark and the blanks before the first word
 * @param changed when it was last written
 * @param fault why it could not be read; empty where it could
 */
record SourceText(Path path, String sha256, long bytes, String text, Instant changed, String fault) {
    private static final long MOST = 512L << 20;

    static SourceText of(Path path) {
        try {
            if (Files.isDirectory(path)) {
                return unread(path, "it is a folder: name the files in it");
            }
            long size = Files.size(path);
            if (size > MOST) {
                return unread(
                        path,
                        "it has %d MB, and Tare reads up to %d: import a part of it".formatted(size >> 20, MOST >> 20));
            }
            byte[] bytes = Files.readAllBytes(path);
            String text = decoded(bytes);
            return new SourceText(
                    path,
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)),
                    bytes.length,
                    text,
                    Files.getLastModifiedTime(path).toInstant(),
                    text.isEmpty() ? "it is empty" : "");
        } catch (NoSuchFileException _) {
            return unread(path, "there is no such file");
        } catch (IOException e) {
            return unread(path, "it cannot be read: " + e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static SourceText unread(Path path, String fault) {
        return new SourceText(path, "", 0, "", Instant.EPOCH, fault);
    }

    private static String decoded(byte[] bytes) {
        boolean little = bytes.length > 1 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe;
        boolean big = bytes.length > 1 && bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff;
        String text = new String(bytes, little || big ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        text = text.startsWith("\ufeff") ? text.substring(1) : text;
        return text.replace("\r\n", "\n").stripLeading();
    }
}
