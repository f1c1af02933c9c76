package io.tare.load;

import io.netty.buffer.ByteBuf;

/**
 * One side of a protocol on one connection: writes requests, and reads the answers, which come in the order of the requests and cut
 * into pieces anywhere. Used by one thread. Allocates nothing once it is warm.
 */
interface Conversation {
    /** Writes the next request behind what {@code out} holds, and says what it does. */
    Operation ask(ByteBuf out);

    /**
     * Reads on from {@code in}, up to the end of one answer. Anything but {@link Answer#MORE} ends the answer to the oldest request,
     * which did {@code asked}; the bytes behind it are left in {@code in}.
     */
    Answer read(ByteBuf in, Operation asked);

    /** The connection has ended: {@link Answer#MORE} where that cuts an answer short, otherwise the answer that its end completes. */
    Answer end();

    /** Whether the server said that it closes the connection after the answer just read. */
    boolean closing();

    /** Forgets what was read: the connection is a new one. */
    void restart();

    /** What was wrong with the answer just read, for people; to be asked before anything else is read. Allocates. */
    String detail();
}
