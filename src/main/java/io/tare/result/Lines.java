package io.tare.result;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lines of a file as bytes, some thousand at a time, so that several threads can read them. Not safe for use by several threads itself. */
final class Lines {
    private static final int TOGETHER = 2048;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 20];
    private int begin;
    private int end;

    Lines(InputStream in) {
        this.in = in;
    }

    /** The next lines without their line feeds, in order; empty at the end of the file. A last line needs no line feed. */
    List<byte[]> next() throws IOException {
        List<byte[]> lines = new ArrayList<>();
        int scanned = begin;
        while (lines.size() < TOGETHER) {
            while (scanned < end && buffer[scanned] != '\n') {
                scanned++;
            }
            if (scanned < end) {
                lines.add(Arrays.copyOfRange(buffer, begin, scanned));
                begin = ++scanned;
                continue;
            }
            if (begin > 0) {
                System.arraycopy(buffer, begin, buffer, 0, end - begin);
            } else if (end == buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * buffer.length);
            }
            end -= begin;
            scanned -= begin;
            begin = 0;
            int read = in.read(buffer, end, buffer.length - end);
            if (read < 0) {
                if (end > 0) {
                    lines.add(Arrays.copyOf(buffer, end));
                    end = 0;
                }
                break;
            }
            end += read;
        }
        return lines;
    }
}
