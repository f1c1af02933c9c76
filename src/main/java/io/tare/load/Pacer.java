package io.tare.load;

/**
 * Wakes the connections of one driver in the order in which their requests are due, round and round. A connection that is busy when its turn
 * comes is passed over: it sends when its answer is there. Times in ns of {@link System#nanoTime()}.
 */
final class Pacer {
    /** Nothing to wake for until a connection has {@linkplain #roomMade() room}. */
    static final long NEVER = Long.MAX_VALUE;

    private final Connection[] connections;
    private final long interval;
    private long round;
    private int turn;
    private int passedOver;

    Pacer(Connection[] connections, Plan plan) {
        this.connections = connections;
        this.interval = switch (plan.pace()) {
            case Pace.Max() -> 0;
            case Pace.Constant(double perSecond) -> (long) (1e9 * plan.connections() / perSecond);
        };
    }

    /** The schedules of all connections begin. */
    void begin() {
        round = 0;
        turn = 0;
        passedOver = 0;
    }

    /** A connection can send again, and had nothing due. */
    void roomMade() {
        passedOver = 0;
    }

    /** Sends what is due, and says when the next turn is. */
    long send(long now) {
        if (interval == 0) {
            return NEVER;
        }
        for (int turns = 0; turns < connections.length; turns++) {
            long due = connections[turn].dueInRound(round);
            if (due > now) {
                return passedOver >= connections.length ? NEVER : due;
            }
            passedOver = connections[turn].send(now) ? 0 : passedOver + 1;
            turn++;
            if (turn == connections.length) {
                turn = 0;
                round += 1 + Math.max(0, (now - due) / interval - 1);
            }
        }
        return passedOver >= connections.length ? NEVER : now;
    }
}
