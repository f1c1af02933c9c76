package io.tare.result;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Reads times such as {@code 2026-11-24T10:00:03.250Z}. Those of one day, which follow each other in a run, take a tenth of the time. */
final class Instants {
    /** {@code 2026-11-24T} */
    private static final int DAY = 11;

    private static final int SECONDS_END = DAY + "10:00:03".length();
    private static final int NANO_DIGITS = 9;

    private String text = "";
    private @Nullable Instant day;

    /** As {@link Instant#parse}, errors too. */
    Instant parse(String time) {
        int end = time.length() - 1;
        if (end < SECONDS_END || end > SECONDS_END + 1 + NANO_DIGITS || time.charAt(end) != 'Z') {
            return Instant.parse(time);
        }
        int hours = below(24, time, DAY);
        int minutes = below(60, time, DAY + 3);
        int seconds = below(60, time, DAY + 6);
        int nanos = nanos(time, end);
        if (hours < 0
                || minutes < 0
                || seconds < 0
                || nanos < 0
                || time.charAt(DAY + 2) != ':'
                || time.charAt(DAY + 5) != ':') {
            return Instant.parse(time);
        }
        Instant begin = day;
        if (begin == null || !time.startsWith(text)) {
            begin = Instant.parse(time).truncatedTo(ChronoUnit.DAYS);
            text = time.substring(0, DAY);
            day = begin;
        }
        return Instant.ofEpochSecond(begin.getEpochSecond() + hours * 3600L + minutes * 60L + seconds, nanos);
    }

    /** A number of two digits; -1 where it is none, or not below a bound. */
    private static int below(int bound, String text, int at) {
        int number = digits(text, at, at + 2);
        return number < bound ? number : -1;
    }

    /** What stands from the seconds to the end; -1 where it is something else. */
    private static int nanos(String time, int end) {
        if (end == SECONDS_END) {
            return 0;
        }
        if (time.charAt(SECONDS_END) != '.' || end == SECONDS_END + 1) {
            return -1;
        }
        int nanos = digits(time, SECONDS_END + 1, end);
        for (int i = end; i < SECONDS_END + 1 + NANO_DIGITS; i++) {
            nanos *= 10;
        }
        return nanos;
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
