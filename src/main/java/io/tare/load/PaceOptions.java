package io.tare.load;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that both generators have. */
final class PaceOptions {
    @Option(
            names = {"-R", "--rate"},
            defaultValue = "max",
            paramLabel = "N",
            description = "Requests per second over all connections, at a constant rate (open loop): 3000, 20k. "
                    + "'max' sends the next when the answer is there (closed loop). Preset: ${DEFAULT-VALUE}")
    String rate = "max";

    @Option(
            names = "--warm-up",
            defaultValue = "2s",
            paramLabel = "TIME",
            description = "The same load before the measured window. Preset: ${DEFAULT-VALUE}")
    String warmUp = "2s";

    @Option(
            names = "--timeout",
            defaultValue = "2s",
            paramLabel = "TIME",
            description = "For a connect, and for a request's whole answer. Preset: ${DEFAULT-VALUE}")
    String timeout = "2s";

    @Option(
            names = {"-n", "--requests"},
            paramLabel = "N",
            description = "End when every connection has made so many requests, if that is before the time is up.")
    @Nullable
    Long requests;

    @Option(names = "--json", description = "Print one JSON document instead of the table.")
    boolean json;

    @Option(names = "--hlog", paramLabel = "FILE", description = "Write the histograms to an HdrHistogram log.")
    @Nullable
    Path hlog;

    Pace pace() {
        return Pace.of(rate);
    }

    Duration warmUp() {
        return Quantity.duration(warmUp);
    }

    Duration timeout() {
        return Quantity.duration(timeout);
    }

    long budget() {
        return requests == null ? Long.MAX_VALUE : requests;
    }
}
