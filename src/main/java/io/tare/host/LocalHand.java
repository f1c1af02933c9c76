package io.tare.host;

import java.time.Duration;
import java.util.List;

/** This machine itself as a hand: commands run here, as whoever runs Tare. */
public final class LocalHand implements Hand {
    @Override
    public ExecResult run(List<String> command, Duration within) {
        return LocalCommand.run(within, command);
    }
}
