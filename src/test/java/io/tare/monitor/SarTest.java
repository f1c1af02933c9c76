package io.tare.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tare.host.FakeEngine;
import io.tare.host.FakeHost;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarTest {
    private @TempDir Path folder = Path.of("");
    private FakeHost host = FakeHost.in(folder, "h2", "198.18.0.2");

    @BeforeEach
    void aHost() {
        host = FakeHost.in(folder, "h2", "198.18.0.2");
    }

    @Test
    void theHandWatchesForTheMeasuredSecondsAfterTheOmittedOnes() {
        host.engine().answering("sadc", SadfReaderTest.recorded("watch-13.txt"));
        assertThat(Sar.watch(host, "server", 1.5, 2.9, 44).seen().use().host()).isEqualTo("h2");
        assertThat(host.engine().calls()).hasSize(1);
        assertThat(host.engine().calls().getFirst())
                .endsWith(" watch 1.500 2  eth0 44"); // whole seconds, no control group
    }

    @Test
    void aHostThatCannotBeWatchedIsTold() {
        host.engine().answering("sadc", command -> FakeEngine.failed(127, "sadf: not found"));
        assertThatThrownBy(Sar.watch(host, "server", 0, 2, 0)::seen)
                .isInstanceOf(MonitorException.class)
                .hasMessageContaining("sar on h2")
                .hasMessageContaining("sadf: not found");
    }

    @Test
    void anEngineThatHasStoppedIsToldOnce() {
        List<Sar.Watch> watches;
        host.engine().silent(true);
        watches = List.of(Sar.watch(host, "client", 0, 1, 0), Sar.watch(host, "server", 0, 1, 0));
        assertThat(watches)
                .allSatisfy(watch -> assertThatThrownBy(watch::seen)
                        .isInstanceOf(MonitorException.class)
                        .hasMessageContaining("gave no answer"));
    }
}
