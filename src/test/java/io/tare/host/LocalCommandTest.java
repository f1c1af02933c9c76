package io.tare.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LocalCommandTest {
    @Test
    void bothStreamsAndTheExitCodeComeBack() {
        ExecResult result =
                LocalCommand.run(Duration.ofSeconds(10), List.of("sh", "-c", "echo out; echo err >&2; exit 3"));
        assertThat(result.stdout()).isEqualTo("out\n");
        assertThat(result.stderr()).isEqualTo("err\n");
        assertThat(result.exitCode()).isEqualTo(3);
    }

    @Test
    void argumentsReachNoShell() {
        assertThat(LocalCommand.run("printf", "%s", "$HOME; `id`")).isEqualTo("$HOME; `id`");
    }

    @Test
    void aFailureSaysWhatWasTriedAndWhatCameBack() {
        assertThatThrownBy(() -> LocalCommand.run("sh", "-c", "echo no such device >&2; exit 1"))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("on this machine ended with exit code 1: no such device");
        assertThatThrownBy(() -> LocalCommand.run("no-such-command-of-tare"))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("cannot be started on this machine")
                .hasMessageContaining("tare doctor");
    }

    /** The grandchild keeps the pipe open: killing the shell alone would leave the caller waiting for it. */
    @Test
    @Timeout(10)
    void pastItsTimeACommandIsKilledWithWhatItStarted() {
        assertThatThrownBy(() ->
                        LocalCommand.run(Duration.ofMillis(300), List.of("sh", "-c", "sleep 30 & sleep 30; wait")))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("did not end within 0.3 s");
    }
}
