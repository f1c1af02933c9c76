package io.tare.load;

import java.time.Duration;
import java.util.function.IntFunction;

/**
 * What a load does, whatever the protocol.
 *
 * @param connections over all threads
 * @param pipeline requests that one connection has unanswered at most
 * @param warmUp before the measured window, with the same load
 * @param duration of the measured window
 * @param requests that each connection makes in the window before it is done; {@link Long#MAX_VALUE} for as many as fit
 * @param timeout of a connect and of a request, from sending it to its whole answer
 * @param conversation of a connection, by its number in 0..{@code connections} - 1
 */
record Plan(
        int threads,
        int connections,
        int pipeline,
        Pace pace,
        Duration warmUp,
        Duration duration,
        long requests,
        Duration timeout,
        IntFunction<Conversation> conversation) {
    private static final Duration LONGEST = Duration.ofHours(24);

    Plan {
        check(threads >= 1 && threads <= 256, "threads are 1 to 256, not %d".formatted(threads));
        check(
                connections >= threads && connections <= 60_000,
                "%d connections cannot be shared by %d threads; give each at least one, and 60000 in all at most"
                        .formatted(connections, threads));
        check(pipeline >= 1 && pipeline <= 10_000, "a pipeline holds 1 to 10000 requests, not " + pipeline);
        check(
                duration.isPositive() && duration.compareTo(LONGEST) <= 0,
                "a duration of %s measures nothing; give 1s to 24h".formatted(text(duration)));
        check(!warmUp.isNegative() && warmUp.compareTo(LONGEST) <= 0, "a warm-up lasts 0s to 24h, not " + text(warmUp));
        check(timeout.isPositive(), "a timeout of %s lets nothing succeed".formatted(text(timeout)));
        check(requests >= 1, "0 requests measure nothing");
    }

    boolean closedLoop() {
        return pace instanceof Pace.Max;
    }

    private static void check(boolean right, String wrong) {
        if (!right) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static String text(Duration duration) {
        return duration.toNanos() / 1e9 + "s";
    }
}
