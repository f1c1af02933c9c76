package io.tare.result;

import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that a reader finds as they were or as they are now, never half written: not even after a power cut. */
public final class WholeFile {
    private WholeFile() {}

    /** Writes what the file is to hold. */
    @FunctionalInterface
    public interface Content {
        void write(BufferedWriter out) throws IOException;
    }

    /** Writes the same as bytes. */
    @FunctionalInterface
    public interface Bytes {
        void write(OutputStream out) throws IOException;
    }

    /** As {@link #replaceBytes}, of text in UTF-8. */
    public static Path replace(Path file, Content content) throws IOException {
        return replaceBytes(file, stream -> {
            BufferedWriter out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            content.write(out);
            out.flush();
        });
    }

    /** Writes {@code FILE.new} beside it, forces it to the disk and renames it. Where that fails, the file is as before. Answers the file. */
    public static Path replaceBytes(Path file, Bytes content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (FileOutputStream stream = new FileOutputStream(unfinished.toFile())) {
                content.write(stream);
                stream.getFD().sync();
            }
            return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
