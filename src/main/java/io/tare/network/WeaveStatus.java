package io.tare.network;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a router says of a connection to the peer: one line of its {@code /status/connections}.
 *
 * @param line as it was written
 * @param state {@code established}, {@code pending}, {@code failed}, …
 * @param dataPath {@code fastdp} or {@code sleeve}; empty where none carries yet
 */
record WeaveStatus(String line, String state, boolean encrypted, String dataPath) {
    private static final List<String> DATA_PATHS = List.of("fastdp", "sleeve");

    /** The connections to the peer with that address; while two routers find each other there may be one each way. */
    static List<WeaveStatus> of(String connections, String peer) {
        return connections
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("(->|<-) " + Pattern.quote(peer) + ":\\d+ .*"))
                .map(WeaveStatus::read)
                .toList();
    }

    private static WeaveStatus read(String line) {
        List<String> words = List.of(line.split("\\s+"));
        return new WeaveStatus(
                line,
                words.size() > 2 ? words.get(2) : "",
                words.contains("encrypted"),
                words.stream().filter(DATA_PATHS::contains).findFirst().orElse(""));
    }

    /** Whether what is established is what a study asks for. */
    boolean carriedBy(WeaveSettings asked) {
        return state.equals("established") && dataPath.equals(asked.dataPath()) && encrypted == asked.encrypted();
    }
}
