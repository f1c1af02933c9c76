package io.tare.workload;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One trial that a tool measured without Tare, as its file tells it.
 *
 * @param workload what it is called here: {@code iperf3-udp}, {@code pgbench}; empty where the file does not say
 * @param settings what the tool was told, where its file says that; trials of one cell have to agree in them
 * @param started null where the file does not say
 * @param reading null where the tool itself failed
 * @param failure why it gave no numbers, in a sentence; empty where it did
 */
public record FoundTrial(
        String workload,
        Map<String, String> settings,
        @Nullable Instant started,
        @Nullable Reading reading,
        String failure) {
    public FoundTrial {
        Objects.requireNonNull(workload, "workload is null");
        settings = Map.copyOf(settings);
        if ((reading == null) == failure.isEmpty()) {
            throw new IllegalArgumentException("a trial has either a reading or a failure");
        }
    }

    static FoundTrial read(String workload, Map<String, String> settings, @Nullable Instant started, Reading reading) {
        return new FoundTrial(workload, settings, started, reading, "");
    }

    static FoundTrial failed(String workload, Map<String, String> settings, @Nullable Instant started, String failure) {
        return new FoundTrial(workload, settings, started, null, failure);
    }
}
