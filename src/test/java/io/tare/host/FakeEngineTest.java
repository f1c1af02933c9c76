package io.tare.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How tests script an Engine, by example. */
class FakeEngineTest {
    private static final Duration SOON = Duration.ofSeconds(1);
    private final FakeEngine engine = new FakeEngine("h1");

    private Container client() {
        return engine.start(ContainerSpec.of("tare-client", "image", List.of("sleep", "infinity")));
    }

    @Test
    void commandsGetTheAnswersScriptedForThem() {
        engine.answering("iperf3", "{}").answering("iperf3 --version", "iperf 3.18\n");
        assertThat(client().exec(List.of("iperf3", "--version"), SOON).stdout()).isEqualTo("iperf 3.18\n");
        assertThat(engine.calls()).containsExactly("start tare-client", "exec tare-client: iperf3 --version");
    }

    @Test
    void whatIsNotScriptedIsNotFound() {
        assertThat(client().exec(List.of("sockperf"), SOON).exitCode()).isEqualTo(127);
    }

    @Test
    void aContainerWhoseProcessHasEndedRunsNothing() {
        Container client = client();
        engine.end("tare-client", 137, "Killed");
        assertThat(client.state().running()).isFalse();
        assertThat(client.logs(5)).isEqualTo("Killed");
        assertThatThrownBy(() -> client.exec(List.of("true"), SOON)).hasMessageContaining("is not running");
    }

    @Test
    void aCommandCanRunOutOfTime() {
        engine.timingOut("iperf3", "{\"start\":");
        assertThatThrownBy(() -> client().exec(List.of("iperf3"), SOON))
                .isInstanceOfSatisfying(
                        ExecTimeout.class, e -> assertThat(e.printed()).isEqualTo("{\"start\":"));
    }

    @Test
    void aSilentEngineHasNoHandEither(@TempDir Path folder) {
        FakeHost host = FakeHost.in(folder, "h1", "198.18.0.1");
        host.engine().answering("uname", "Linux\n");
        assertThat(host.hand().run("uname")).isEqualTo("Linux\n");
        host.engine().silent(true);
        assertThatThrownBy(() -> host.hand().run("uname")).isInstanceOf(HostException.class);
        assertThatThrownBy(() -> host.engine().facts()).hasMessageContaining("gave no answer");
    }

    @Test
    void aNameCanBeUsedOnce() {
        client();
        assertThatThrownBy(this::client).hasMessageContaining("already in use");
    }
}
