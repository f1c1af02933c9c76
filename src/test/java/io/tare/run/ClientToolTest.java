package io.tare.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tare.host.Container;
import io.tare.host.ContainerSpec;
import io.tare.host.FakeEngine;
import io.tare.host.FakeHost;
import io.tare.host.HostException;
import io.tare.study.WorkloadSpec;
import io.tare.workload.Wrk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientToolTest {
    @TempDir
    private Path folder;

    private final ClientTool tools = new ClientTool();
    private FakeEngine engine;
    private Container container;
    private String wrk;
    private String other;

    @BeforeEach
    void twoProgramsOfOneName() throws IOException {
        FakeHost host = FakeHost.in(folder, "h2", "10.0.0.2");
        engine = host.engine();
        container = engine.start(ContainerSpec.of("client", "image", List.of("sleep")));
        wrk = program("one");
        other = program("two");
    }

    private String program(String in) throws IOException {
        return Files.writeString(Files.createDirectories(folder.resolve(in)).resolve("wrk"), in)
                .toString();
    }

    private static WorkloadSpec.Client built(String kind, String program) {
        return new Wrk(kind).with(Map.of("program", program)).spec().client();
    }

    private static WorkloadSpec.Client described(String program) {
        return new WorkloadSpec.Client(List.of("ask"), List.of(), null, List.of(0), 0, program, null);
    }

    @Test
    void wrkAndWrk2LieSideBySideThoughTheirFilesHaveOneName() {
        tools.put(built("wrk", wrk), container);
        tools.put(built("wrk2", other), container);
        assertThat(engine.calls())
                .anyMatch(call -> call.contains("/opt/tare/tools/wrk]"))
                .anyMatch(call -> call.contains("/opt/tare/tools/wrk2]"));
        assertThat(built("wrk2", other).command()).startsWith("/opt/tare/tools/wrk2");
    }

    @Test
    void aToolOfADescribedWorkloadKeepsItsNameAndTwoOfOneNameAreRefused() {
        tools.put(described(wrk), container);
        tools.put(described(wrk), container);
        assertThatThrownBy(() -> tools.put(described(other), container))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("/opt/tare/tools/wrk")
                .hasMessageContaining(wrk)
                .hasMessageContaining(other);
    }

    @Test
    void aToolThatIsNotThereIsNamed() {
        String missing = folder.resolve("missing").toString();
        assertThatThrownBy(() -> tools.put(described(missing), container))
                .isInstanceOf(HostException.class)
                .hasMessageContaining(missing);
    }
}
