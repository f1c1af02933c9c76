package io.tare.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;

/**
 * What a trial rests on.
 *
 * @param command the client's arguments as executed
 * @param exitCode of the client
 * @param output the end of what it printed where the trial failed, else empty
 * @param error the end of what it printed on standard error
 * @param reason why the trial failed, in one sentence; empty where it did not
 */
public record Evidence(
        List<String> command,
        int exitCode,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String output,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String error,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String reason) {
    public Evidence {
        command = List.copyOf(command);
        Objects.requireNonNull(output, "output is null");
        Objects.requireNonNull(error, "error is null");
        Objects.requireNonNull(reason, "reason is null");
    }
}
