package io.tare.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.host.Container;
import io.tare.host.ContainerSpec;
import io.tare.host.ContainerSpec.Publish;
import io.tare.host.DockerHost;
import io.tare.host.ExecResult;
import io.tare.host.Image;
import io.tare.host.LocalCommand;
import io.tare.network.Connection;
import io.tare.network.Modes;
import io.tare.study.TestbedSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The real lab: Engines, modes and the hand, then nothing left. */
@Tag("lab")
class NamespaceLabTest {
    private static final String LAB = "check-lab";

    @Test
    void hostsTalkOverEveryModeAndLeaveNothingBehind() {
        MachineState.cleared(LAB);
        String links = LocalCommand.run("ip", "-o", "link");
        String mounts = LocalCommand.run("cat", "/proc/mounts");
        String names = LocalCommand.run("ip", "netns");
        Image image = new Image();
        image.make(System.out::println);
        try (LabLock lock = LabLock.take(LAB);
                Lab lab = Lab.up(LAB, TestbedSpec.PRESET, false, System.out::println)) {
            assertThat(lock).isNotNull();
            for (DockerHost host : lab.hosts()) {
                image.into(host.engine());
                host.handFrom(image.reference());
            }
            DockerHost server = lab.hosts().get(0);
            DockerHost client = lab.hosts().get(1);
            for (String mode : List.of("host", "nat", "overlay")) {
                assertThat(Modes.named(mode).obstacles(List.of(server, client), Map.of()))
                        .isEmpty();
                try (Connection connection = Modes.named(mode).connect(mode, server, client, Map.of());
                        Container serving = server.engine()
                                .start(connection.server(
                                        ContainerSpec.of(
                                                "s-" + mode,
                                                image.reference(),
                                                List.of("iperf3", "--server", "--port", "5301")),
                                        List.of(new Publish(5301, "tcp"))));
                        Container asking = client.engine()
                                .start(connection.client(ContainerSpec.of(
                                        "c-" + mode, image.reference(), List.of("sleep", "infinity"))))) {
                    ExecResult result = asking.exec(
                            List.of("iperf3", "--client", connection.reach(serving), "--port", "5301", "--time", "1"),
                            Duration.ofSeconds(20));
                    assertThat(result.stdout()).as(mode + result.stderr()).contains("receiver");
                    System.out.println(mode + " " + result.took() + " "
                            + result.stdout()
                                    .lines()
                                    .filter(l -> l.contains("receiver"))
                                    .findFirst());
                }
            }
            assertThat(server.hand().run("hostname").strip()).isNotEmpty();
        } finally {
            Lab.down(LAB);
        }
        assertThat(LocalCommand.run("ip", "-o", "link")).isEqualTo(links);
        assertThat(LocalCommand.run("cat", "/proc/mounts")).isEqualTo(mounts);
        assertThat(LocalCommand.run("ip", "netns")).isEqualTo(names);
    }
}
