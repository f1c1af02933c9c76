package io.tare.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.host.LocalCommand;
import io.tare.study.Choice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tuning as files for a host that Tare does not run on. */
class ArtefactTest {
    private static Choice tuning(String kind, String... given) {
        return new Choice(kind, kind, given.length == 0 ? Map.of() : Map.of(given[0], given[1]), null);
    }

    @Test
    void everyKnobIsExportedOrSaysWhyNot() {
        for (Tuning tuning : Tunings.all()) {
            Export export = tuning.export(new Given(tuning.about().parameters(), tuning.example()));
            assertThat(export.parameters().size()
                            + export.commands().size()
                            + export.not().size())
                    .as(tuning.name())
                    .isPositive();
        }
    }

    @Test
    void kernelParametersOfTheHostStandInSysctlD() {
        Map<String, String> files =
                Artefact.of("buffers", tuning("socket-buffers", "most", "4M")).files();
        assertThat(files.get("files/etc/sysctl.d/90-tare-buffers.conf"))
                .contains("\nnet.core.rmem_max = 4194304\n", "\nnet.ipv4.tcp_rmem = 4096 131072 4194304\n");
        assertThat(files).doesNotContainKeys("files/etc/udev/rules.d/90-tare-buffers.rules");
        assertThat(files.get("files/usr/local/lib/tare-tuning/buffers/set"))
                .contains("    parameter net.core.rmem_max '4194304'\n");
    }

    @Test
    void whatConcernsContainersFollowsThem() {
        Map<String, String> files = Artefact.of("steered", tuning("rps")).files();
        assertThat(files.keySet())
                .contains("files/etc/systemd/system/tare-steered-containers.service", "install", "remove");
        assertThat(files.get("files/etc/udev/rules.d/90-tare-steered.rules"))
                .contains("RUN+=\"/usr/local/lib/tare-tuning/steered/set device $name\"");
        assertThat(Artefact.of("card", tuning("rps", "devices", "underlay"))
                        .files()
                        .keySet())
                .noneMatch(file -> file.contains("containers"));
    }

    @Test
    void theReadmeSaysWhatEachLineDoesAndWhatIsNotInIt() {
        Choice both = Choice.allOf("both", List.of(tuning("rps"), tuning("mtu", "overlay", "1400")));
        Artefact artefact = Artefact.of("both", both);
        assertThat(artefact.without())
                .contains(
                        "mtu: the MTU of a Docker network is given when it is made: docker network create --opt com.docker.network.driver.mtu=1400");
        assertThat(artefact.files().get("README.md"))
                .contains(
                        "| `rps` | `queues rx rps_cpus \"$(cpus all)\" underlay vxlan veth` | packets of each receive queue go to these CPUs |",
                        "- mtu: the MTU of a Docker network is given")
                .doesNotContain("@");
    }

    /** Really: installed and removed on a host of its own namespaces, with a device that vanishes and a value that others change between. */
    @Test
    @Tag("lab")
    void itIsInstalledHoldsAndIsRemovedAsItWas(@TempDir Path folder) throws Exception {
        Choice some = Choice.allOf(
                "some",
                List.of(
                        tuning("rps"),
                        tuning("gro", "state", "off"),
                        tuning("congestion-control", "algorithm", "reno"),
                        tuning("notrack")));
        Artefact.of("some", some).into(folder.resolve("artefact"));
        Path script = folder.resolve("script");
        try (var stream = ArtefactTest.class.getResourceAsStream("install-and-remove.bash")) {
            Files.write(script, Objects.requireNonNull(stream).readAllBytes());
        }
        String printed = LocalCommand.run(
                "unshare",
                "--net",
                "--mount",
                "bash",
                script.toString(),
                folder.resolve("artefact").toString());
        assertThat(printed)
                .contains(
                        "/sys/class/net/eth0/queues/rx-0/rps_cpus:",
                        "/sys/class/net/inner/queues/rx-0/rps_cpus:",
                        "vxlan0 generic-receive-offload: off",
                        "net.ipv4.tcp_congestion_control = reno",
                        "-A OUTPUT -p udp -m udp --dport 4789 -j CT --notrack",
                        "== what checkers say\n== applied again\nnothing\n",
                        "left: /sys/class/net/veth0/queues/rx-0/rps_cpus - was changed by others meanwhile: it is 1")
                .containsPattern("veth2/queues/rx-0/rps_cpus:[1-9a-f]")
                .containsPattern(
                        "(?s)== different after\n[^\n]*\n< [^\n]*veth0/queues/rx-0/rps_cpus:0\n---\n> [^\n]*veth0/queues/rx-0/rps_cpus:1\n== left on the disk\n$");
    }
}
