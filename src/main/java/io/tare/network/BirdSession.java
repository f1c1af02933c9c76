package io.tare.network;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One protocol of bird's as {@code birdc show protocols} lists it.
 *
 * @param state {@code up}, {@code start}, {@code down}
 * @param info of BGP the session's state, {@code Established}, {@code Active}, …, with the last error
 */
record BirdSession(String state, String info) {
    /** Reads the row of that protocol; empty where there is none. */
    static Optional<BirdSession> parse(String listing, String protocol) {
        Matcher row = Pattern.compile("(?m)^%s +\\S+ +\\S+ +(\\S+) +[0-9-]+(?: [0-9:]+|[0-9:.]*) *(.*?) *$"
                        .formatted(Pattern.quote(protocol)))
                .matcher(listing);
        return row.find() ? Optional.of(new BirdSession(row.group(1), row.group(2))) : Optional.empty();
    }

    boolean established() {
        return state.equals("up") && info.startsWith("Established");
    }
}
