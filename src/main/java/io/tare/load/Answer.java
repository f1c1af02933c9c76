package io.tare.load;

/** What a {@link Conversation} made of the bytes it was given. */
enum Answer {
    /** The bytes are used up and the answer is not whole. */
    MORE,
    /** A right answer: the expected status and length. */
    RIGHT,
    /** A right answer to a GET: the value is there. */
    HIT,
    /** A right answer to a GET: there is no such key. */
    MISS,
    /** A whole answer with another status than expected; {@link Conversation#detail()} says which. */
    WRONG_STATUS,
    /** A whole answer with another length than expected; {@link Conversation#detail()} says which. */
    WRONG_LENGTH,
    /** Not the protocol: nothing after it on this connection means anything. */
    GARBAGE
}
