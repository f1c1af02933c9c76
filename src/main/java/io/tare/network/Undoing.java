package io.tare.network;

import io.tare.host.HostException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes back all that was made, in the order given, and goes on where one step fails. */
public final class Undoing {
    private Undoing() {}

    /** What fails is added to {@code because}, or thrown at the end where that is null. */
    public static void all(List<AutoCloseable> steps, @Nullable RuntimeException because) {
        RuntimeException failure = because;
        for (AutoCloseable step : steps) {
            try {
                step.close();
            } catch (Exception e) {
                if (failure == null) {
                    failure = e instanceof RuntimeException r ? r : new HostException(e.toString(), e);
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (because == null && failure != null) {
            throw failure;
        }
    }
}
