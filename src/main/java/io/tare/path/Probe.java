package io.tare.path;

import java.util.List;
import java.util.Optional;

/**
 * A marked datagram as the client's container sent it.
 *
 * @param from the client's own address
 * @param port the client's own
 * @param sent whether its kernel took it
 * @param seen the client's {@code ADDRESS:PORT} as the server saw it; empty where no answer came
 */
public record Probe(int number, String from, int port, boolean sent, String seen) {
    /** Reads what {@code probe.pl ask} prints. */
    static List<Probe> read(String printed) {
        return printed.lines().map(Probe::line).flatMap(Optional::stream).toList();
    }

    boolean answered() {
        return !seen.isEmpty();
    }

    private static Optional<Probe> line(String line) {
        String[] words = line.split(" ");
        return words.length != 5
                ? Optional.empty()
                : Optional.of(new Probe(
                        Integer.parseInt(words[0]),
                        words[1],
                        Integer.parseInt(words[2]),
                        words[3].equals("sent"),
                        words[4].equals("-") ? "" : words[4]));
    }
}
