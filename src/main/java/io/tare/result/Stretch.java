package io.tare.result;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A stretch of a file as whole lines: those that begin in it, the last one to its end. Stretches that meet hold every line once, so that several threads can
 * read one file. Not safe for use by several threads itself.
 */
final class Stretch {
    /** What is read at once by a CPU; it stays in its cache. */
    static final int LENGTH = 1 << 20;

    private final FileChannel file;
    private final long size;
    private byte[] bytes = new byte[1 << 16];
    private long place;
    private int begin;
    private int end;

    /** @param size of the file, as far as it is to be read */
    Stretch(FileChannel file, long size) {
        this.file = file;
        this.size = size;
    }

    /** Goes to the lines that begin from one place to before another. */
    void read(long from, long to) throws IOException {
        long first = Math.max(0, from - 1); // the byte before tells whether a line begins here
        place = first;
        int last = (int) (Math.min(to, size) - 1 - first);
        fill(first, 0, last + 1);
        int filled = last + 1;
        begin = from == 0 ? 0 : lineFeed(bytes, 0, filled) + 1;
        if (begin == 0 && from > 0) {
            end = 0; // inside one long line
            return;
        }
        int feed = lineFeed(bytes, last, filled);
        while (feed < 0 && first + filled < size) {
            int more = (int) Math.min(Math.max(1 << 14, filled), size - first - filled);
            fill(first, filled, more);
            feed = lineFeed(bytes, filled, filled + more);
            filled += more;
        }
        end = feed < 0 ? filled : feed + 1;
        begin = Math.min(begin, end);
    }

    /** Holds the lines from {@link #begin} to before {@link #end}; good until the next {@link #read}. */
    byte[] bytes() {
        return bytes;
    }

    int begin() {
        return begin;
    }

    int end() {
        return end;
    }

    /** A line without its line feed. */
    @FunctionalInterface
    interface Line {
        /**
         * @param number from 1, within the stretch
         * @param place in the file, in bytes
         */
        void take(byte[] bytes, int from, int to, int number, long place);
    }

    /** Gives each line, and answers how many there are. */
    int lines(Line takes) {
        int number = 0;
        for (int at = begin; at < end; ) {
            int feed = lineFeed(bytes, at, end);
            int to = feed < 0 ? end : feed;
            takes.take(bytes, at, to, ++number, place + at);
            at = to + 1;
        }
        return number;
    }

    /** Whether a line has nothing in it. */
    static boolean blank(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).isBlank();
    }

    /** The place of the next line feed before a place; -1 where there is none. */
    static int lineFeed(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void fill(long place, int at, int length) throws IOException {
        if (at + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(at + length, bytes.length * 2));
        }
        ByteBuffer into = ByteBuffer.wrap(bytes, at, length);
        while (into.hasRemaining()) {
            if (file.read(into, place + into.position()) < 0) {
                throw new IOException("it became shorter while it was read");
            }
        }
    }
}
