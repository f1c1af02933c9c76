package io.tare.load;

import java.util.Locale;

/** The kinds of errors that are counted. */
enum Failure {
    /** A connection could not be made. */
    CONNECT,
    /** A connection ended or was reset with requests unanswered. */
    READ,
    /** A request could not be written. */
    WRITE,
    /** No whole answer within the timeout; the connection is closed and made anew. */
    TIMEOUT,
    /** Answered, with another status than expected. */
    STATUS,
    /** Answered, with another length than expected. */
    LENGTH,
    /** Answered with something that is not the protocol. */
    PROTOCOL;

    /** Its name in every output. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
