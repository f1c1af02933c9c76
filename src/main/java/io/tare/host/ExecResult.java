package io.tare.host;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** How a command in a container ended. Standard output and error are kept apart and decoded as UTF-8. */
public record ExecResult(int exitCode, String stdout, String stderr, Duration took) {
    public ExecResult {
        Objects.requireNonNull(stdout, "stdout is null");
        Objects.requireNonNull(stderr, "stderr is null");
        Objects.requireNonNull(took, "took is null");
    }

    /** This result, or {@link HostException} with what was tried and what came back where the exit code is not 0. */
    public ExecResult require(List<String> command, String where) {
        if (exitCode == 0) {
            return this;
        }
        String said = (stderr.isBlank() ? stdout : stderr).strip();
        throw new HostException("'%s' on %s ended with exit code %d: %s"
                .formatted(CommandLineText.of(command), where, exitCode, said.isEmpty() ? "(no output)" : said));
    }
}
