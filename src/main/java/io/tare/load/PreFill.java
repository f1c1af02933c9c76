package io.tare.load;

import java.time.Duration;

/** Sets every key of a load's key space once, each connection its share, so that the GETs that follow find them. */
final class PreFill {
    private static final int PIPELINE = 32;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Target target;
    private final MemcachedLoad load;
    private final Plan plan;

    PreFill(Target target, MemcachedLoad load, Plan plan) {
        this.target = target;
        this.load = load;
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
                        PIPELINE,
                        new Pace.Max(),
                        Duration.ZERO,
                        LONGEST,
                        share,
                        plan.timeout(),
                        number -> load.share(number, connections).conversation(number)));
        Tally tally = outcome.tally();
        if (tally.answers() < share * connections) {
            throw new LoadException(
                    "Pre-fill: %d of %d SETs were answered right (%s). Give the server more memory, or make the key space or the values smaller."
                            .formatted(tally.answers(), share * connections, tally.firstSaid.values()));
        }
    }
}
