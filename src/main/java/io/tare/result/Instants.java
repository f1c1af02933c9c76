package io.tare.result;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads times such as {@code 2026-11-24T10:00:03.250Z}. Those of one minute, which follow each other in a run, take a tenth of the time. */
final class Instants {
    /** {@code 2026-11-24T10:00:} */
    private static final int MINUTE = 17;

    private static final int NANO_DIGITS = 9;

    private String text = "";
    private @Nullable Instant minute;

    /** As {@link Instant#parse}, errors too. */
    Instant parse(String time) {
        int end = time.length() - 1;
        boolean fraction = end > MINUTE + 3 && end <= MINUTE + 3 + NANO_DIGITS && time.charAt(MINUTE + 2) == '.';
        if ((end != MINUTE + 2 && !fraction) || time.charAt(end) != 'Z') {
            return Instant.parse(time);
        }
        int seconds = digits(time, MINUTE, MINUTE + 2);
        int nanos = fraction ? digits(time, MINUTE + 3, end) : 0;
        if (seconds < 0 || seconds > 59 || nanos < 0) {
            return Instant.parse(time);
        }
        for (int i = end; fraction && i < MINUTE + 3 + NANO_DIGITS; i++) {
            nanos *= 10;
        }
        Instant begin = minute;
        if (begin == null || !time.startsWith(text)) {
            text = time.substring(0, MINUTE);
            begin = Instant.parse(text + "00Z");
            minute = begin;
        }
        return begin.plusSeconds(seconds).plusNanos(nanos);
    }

    /** -1 where one is none. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
