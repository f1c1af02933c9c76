package io.tare.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * Cuts a stream of bytes into lines that end in LF or CRLF. A line that is whole in the input is looked at where it lies; one that comes in
 * pieces is put together first.
 */
final class LineReader {
    /** The longest line, in bytes, that is taken for one. */
    static final int LONGEST = 64 * 1024;

    private static final byte LF = '\n';
    private static final byte CR = '\r';

    private final ByteBuf pieces = Unpooled.buffer(256, LONGEST + 1);
    private ByteBuf text = pieces;
    private int from;
    private int length;
    private boolean begun;
    private boolean tooLong;

    /** Reads up to the end of a line; false where the input ends before, or the line is {@linkplain #tooLong() too long}. */
    boolean read(ByteBuf in) {
        if (!begun) {
            pieces.clear();
        }
        int start = in.readerIndex();
        int end = in.indexOf(start, in.writerIndex(), LF);
        if (end < 0 || pieces.isReadable()) {
            keep(in, (end < 0 ? in.writerIndex() : end + 1) - start);
            begun = end < 0 && pieces.isReadable();
            if (end < 0 || tooLong) {
                return false;
            }
            text = pieces;
            from = 0;
            length = pieces.writerIndex() - 1;
        } else {
            in.readerIndex(end + 1);
            text = in;
            from = start;
            length = end - start;
        }
        if (length > 0 && text.getByte(from + length - 1) == CR) {
            length--;
        }
        return true;
    }

    /** Whether more came than a line can have. */
    boolean tooLong() {
        return tooLong;
    }

    /** Forgets what it holds. */
    void restart() {
        pieces.clear();
        length = 0;
        begun = false;
        tooLong = false;
    }

    /** Bytes of the line without its end. */
    int length() {
        return length;
    }

    byte at(int index) {
        return text.getByte(from + index);
    }

    /** Whether the line has {@code word}, in any case, at {@code index}. The word is given in lower case. */
    boolean has(int index, byte[] word) {
        if (index + word.length > length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            int c = at(index + i);
            if ((c >= 'A' && c <= 'Z' ? c | 0x20 : c) != word[i]) {
                return false;
            }
        }
        return true;
    }

    /** The decimal number from {@code index} up to a blank or the line's end; -1 where there is none, or one over 15 digits. */
    long number(int index) {
        long number = 0;
        int i = index;
        for (; i < length && at(i) != ' ' && at(i) != '\t'; i++) {
            int digit = at(i) - '0';
            if (digit < 0 || digit > 9 || i - index >= 15) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return i == index ? -1 : number;
    }

    /** The line as text, up to 120 characters, with what cannot be printed as dots. */
    String quoted() {
        int shown = Math.clamp(length, 0, 120);
        return text.toString(from, shown, ISO_8859_1).replaceAll("[^\\x20-\\x7e]", ".");
    }

    private void keep(ByteBuf in, int bytes) {
        tooLong = pieces.writerIndex() + bytes > LONGEST;
        if (tooLong) {
            in.skipBytes(bytes);
        } else {
            pieces.writeBytes(in, bytes);
        }
    }
}
