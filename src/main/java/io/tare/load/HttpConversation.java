package io.tare.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 with keep-alive: repeats one request and checks status and length of every answer. Bodies may be delimited by length, by chunks or by
 * the end of the connection; they are counted and not kept. Read as RFC 9112 says.
 */
final class HttpConversation implements Conversation {
    private enum State {
        STATUS,
        HEADERS,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILERS,
        UNTIL_END
    }

    private static final byte[] VERSION = "http/1.".getBytes(US_ASCII);
    private static final byte[] CONTENT_LENGTH = "content-length:".getBytes(US_ASCII);
    private static final byte[] TRANSFER_ENCODING = "transfer-encoding:".getBytes(US_ASCII);
    private static final byte[] CONNECTION = "connection:".getBytes(US_ASCII);
    private static final byte[] CHUNKED = "chunked".getBytes(US_ASCII);
    private static final byte[] CLOSE = "close".getBytes(US_ASCII);
    private static final byte[] KEEP_ALIVE = "keep-alive".getBytes(US_ASCII);
    /** The least that a header line has to have to be one of the three above. */
    private static final int SHORTEST = CONNECTION.length;

    private final HttpRequest request;
    private final LineReader line = new LineReader();
    private State state = State.STATUS;
    private int status;
    private long declared;
    private boolean chunked;
    private boolean closing;
    private long left;
    private long body;
    private int saidStatus;
    private String statusDetail = "";
    private @Nullable String garbage;

    HttpConversation(HttpRequest request) {
        this.request = request;
    }

    @Override
    public Operation ask(ByteBuf out) {
        out.writeBytes(request.bytes(), 0, request.bytes().writerIndex());
        return Operation.REQUEST;
    }

    @Override
    public Answer read(ByteBuf in, Operation asked) {
        while (true) {
            switch (state) {
                case BODY -> {
                    if (!skip(in)) {
                        return Answer.MORE;
                    }
                    return whole();
                }
                case CHUNK -> {
                    if (!skip(in)) {
                        return Answer.MORE;
                    }
                    state = State.CHUNK_END;
                }
                case UNTIL_END -> {
                    body += in.readableBytes();
                    in.skipBytes(in.readableBytes());
                    return Answer.MORE;
                }
                case STATUS, HEADERS, CHUNK_SIZE, CHUNK_END, TRAILERS -> {
                    if (!line.read(in)) {
                        return line.tooLong() ? garbage("a line of more than 64 KiB") : Answer.MORE;
                    }
                    Answer answer = line();
                    if (answer != Answer.MORE) {
                        return answer;
                    }
                }
            }
        }
    }

    @Override
    public Answer end() {
        return state == State.UNTIL_END ? whole() : Answer.MORE;
    }

    @Override
    public boolean closing() {
        return closing;
    }

    @Override
    public void restart() {
        line.restart();
        state = State.STATUS;
        closing = false;
        garbage = null;
    }

    @Override
    public String detail() {
        if (garbage != null) {
            return garbage;
        }
        return status != request.status()
                ? statusDetail
                : "a body of %d bytes instead of %d"
                        .formatted(body, request.length().orElse(body));
    }

    private Answer line() {
        switch (state) {
            case STATUS -> {
                return statusLine();
            }
            case HEADERS -> {
                return line.length() == 0 ? headersEnd() : header();
            }
            case CHUNK_SIZE -> {
                left = chunkSize();
                if (left < 0) {
                    return garbage("no chunk size: '" + line.quoted() + "'");
                }
                state = left == 0 ? State.TRAILERS : State.CHUNK;
            }
            case CHUNK_END -> {
                if (line.length() != 0) {
                    return garbage("a chunk longer than its size: '" + line.quoted() + "'");
                }
                state = State.CHUNK_SIZE;
            }
            default -> {
                if (line.length() == 0) {
                    return whole();
                }
            }
        }
        return Answer.MORE;
    }

    private Answer statusLine() {
        long number = line.length() >= 12 && line.has(0, VERSION) && line.at(8) == ' ' ? line.number(9) : -1;
        if (number < 100 || number > 999) {
            return garbage("no status line: '" + line.quoted() + "'");
        }
        status = (int) number;
        closing = line.at(7) == '0';
        declared = -1;
        chunked = false;
        body = 0;
        state = State.HEADERS;
        if (status != request.status() && status != saidStatus) {
            saidStatus = status;
            statusDetail = "'%s' instead of status %d".formatted(line.quoted(), request.status());
        }
        return Answer.MORE;
    }

    private Answer header() {
        int first = line.at(0) | 0x20;
        if (line.length() < SHORTEST || (first != 'c' && first != 't')) {
            return Answer.MORE;
        }
        if (line.has(0, CONTENT_LENGTH)) {
            long length = line.number(valueAfter(CONTENT_LENGTH));
            if (length < 0 || (declared >= 0 && declared != length)) {
                return garbage("no usable length: '" + line.quoted() + "'");
            }
            declared = length;
        } else if (line.has(0, TRANSFER_ENCODING)) {
            chunked = line.has(line.length() - CHUNKED.length, CHUNKED);
        } else if (line.has(0, CONNECTION)) {
            int value = valueAfter(CONNECTION);
            closing = line.has(value, CLOSE) || (closing && !line.has(value, KEEP_ALIVE));
        }
        return Answer.MORE;
    }

    private int valueAfter(byte[] name) {
        int index = name.length;
        while (index < line.length() && (line.at(index) == ' ' || line.at(index) == '\t')) {
            index++;
        }
        return index;
    }

    private Answer headersEnd() {
        if (status < 200) {
            state = State.STATUS;
            return status == 101 ? garbage("101 Switching Protocols, which nobody asked for") : Answer.MORE;
        }
        if (request.bodiless() || status == 204 || status == 304) {
            return whole();
        }
        if (chunked) {
            state = State.CHUNK_SIZE;
        } else if (declared > 0) {
            left = declared;
            state = State.BODY;
        } else if (declared == 0) {
            return whole();
        } else {
            closing = true;
            state = State.UNTIL_END;
        }
        return Answer.MORE;
    }

    private boolean skip(ByteBuf in) {
        int bytes = (int) Math.min(left, in.readableBytes());
        in.skipBytes(bytes);
        left -= bytes;
        body += bytes;
        return left == 0;
    }

    /** Hexadecimal digits up to the line's end, a blank or an extension; -1 where there are none, or too many. */
    private long chunkSize() {
        long size = 0;
        int i = 0;
        for (; i < line.length(); i++) {
            int digit = Character.digit(line.at(i), 16);
            if (digit < 0) {
                boolean ends = line.at(i) == ';' || line.at(i) == ' ' || line.at(i) == '\t';
                return ends && i > 0 ? size : -1;
            }
            if (i >= 12) {
                return -1;
            }
            size = (size << 4) | digit;
        }
        return i == 0 ? -1 : size;
    }

    private Answer whole() {
        state = State.STATUS;
        if (status != request.status()) {
            return Answer.WRONG_STATUS;
        }
        if (request.length().isPresent() && request.length().getAsLong() != body) {
            return Answer.WRONG_LENGTH;
        }
        return Answer.RIGHT;
    }

    private Answer garbage(String what) {
        garbage = what;
        return Answer.GARBAGE;
    }
}
