package io.tare.load;

import java.time.Duration;

/** Sets every key of a load's key space once, each connection its share, so that the GETs that follow find them. */
final class PreFill {
    private static final int PIPELINE = 32;
    /** Bytes of values that a connection has under way at most, or one value. */
    private static final int UNDER_WAY = 1 << 20;

    private static final Duration LONGEST = Duration.ofMinutes(10);
    /** Nothing is measured yet, so that a slow server gets this long for an answer, or the load's own timeout where that is longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Target target;
    private final MemcachedLoad load;
    private final byte[] value;
    private final Plan plan;

    PreFill(Target target, MemcachedLoad load, byte[] value, Plan plan) {
        this.target = target;
        this.load = load;
        this.value = value;
        this.plan = plan;
    }

    /** Throws {@link LoadException} where not every key could be set within 10 minutes. */
    void run() {
        long keys = load.greatest() - load.least() + 1;
        int connections = (int) Math.min(plan.connections(), keys);
        long share = Math.ceilDiv(keys, connections);
        Outcome outcome = LoadRun.of(
                target,
                new Plan(
                        Math.min(plan.threads(), connections),
                        connections,
                        pipeline(value.length),
                        new Pace.Max(),
                        Duration.ZERO,
                        LONGEST,
                        share,
                        plan.timeout().compareTo(PATIENCE) > 0 ? plan.timeout() : PATIENCE,
                        number -> load.share(number, connections).conversation(number, value)));
        Tally tally = outcome.tally();
        if (tally.answers() < share * connections) {
            throw new LoadException("Pre-fill: %d of %d SETs were answered right (%s). %s."
                    .formatted(tally.answers(), share * connections, tally.firstSaid.values(), wayOut(tally)));
        }
    }

    private static String wayOut(Tally tally) {
        return tally.failures(Failure.STATUS) > 0
                ? "Give the server more memory, or make the key space or the values smaller"
                : "See whether the server still runs, and ask it over fewer connections";
    }

    /** SETs under way on one connection, for values of so many bytes. */
    static int pipeline(int size) {
        return Math.clamp(UNDER_WAY / size, 1, PIPELINE);
    }
}
