package io.tare.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tare.host.DockerHost;
import io.tare.host.ExecResult;
import io.tare.host.Image;
import io.tare.host.LocalCommand;
import io.tare.study.GuestSpec;
import io.tare.study.TestbedSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real virtual machines: their Engines, their own kernels and CPUs, then nothing left, however the lab ends. */
@Tag("lab")
@Tag("vm")
class VmLabTest {
    private static final String LAB = "check-vm";
    private static final String BROKEN = "check-vm-broken";
    private static final TestbedSpec TWO =
            new TestbedSpec(TestbedSpec.VM, 2, "virtio", 1450, null, new GuestSpec(2, "2G", 2));

    @Test
    void machinesHaveKernelsOfTheirOwnAndLeaveNothingBehind() throws Exception {
        MachineState.cleared(LAB);
        Map<String, String> before = rootNamespace();
        try (LabLock lock = LabLock.take(LAB);
                Lab lab = Lab.up(LAB, TWO, false, System.out::println)) {
            assertThat(lock).isNotNull();
            assertThat(inside(lab, "h1", "uname", "-r")).contains("cloud").isNotEqualTo(kernel());
            assertThat(inside(lab, "h1", "cat", "/sys/class/net/eth0/mtu")).isEqualTo("1450");
            assertThat(inside(lab, "h1", "sh", "-c", "ls -d /sys/class/net/eth0/queues/rx-*"))
                    .contains("rx-0", "rx-1");
            assertThat(inside(lab, "h1", "ping", "-c", "2", "10.99.0.2")).contains(" 0% packet loss");
            assertThat(inside(lab, "h2", "echo", "two  words", "and 'quotes'")).isEqualTo("two  words and 'quotes'");
            assertThat(lab.enter("h1", List.of("sh", "-c", "exit 7")).start().waitFor())
                    .isEqualTo(7);
            assertThatThrownBy(() -> lab.enter("h3", List.of("true"))).hasMessageContaining("has no host 'h3'");
            Image image = new Image();
            for (DockerHost host : lab.hosts()) {
                assertThat(host.engine().imageId(image.reference())).isPresent();
                host.handFrom(image.reference());
                assertThat(host.hand().run("nproc").strip()).isEqualTo("2");
                assertThat(host.cgroup()).isEmpty();
            }
            ownCpu(lab.hosts().get(0), lab.hosts().get(1));
            try (Lab found = Lab.find(LAB).orElseThrow()) {
                assertThat(found.notes()).isEqualTo(lab.notes());
            }
            // a kernel that panics while the lab stands
            lab.enter("h2", List.of("sh", "-c", "echo c > /proc/sysrq-trigger")).start();
            Waiting.until(
                    "the end of h2", 60, () -> !lab.hosts().get(1).lastWords().isEmpty());
            assertThat(lab.hosts().get(0).lastWords()).isEmpty();
            assertThat(lab.hosts().get(1).lastWords()).contains("The virtual machine has ended", "Kernel panic");
            assertThat(Lab.find(LAB)).isEmpty();
            // the hub killed from outside, as a crash would: all that was in it has gone
            assertThat(HostLaunch.identity(new LabFolders(LAB), HostLaunch.HUB)
                            .flatMap(HostProcess::init)
                            .flatMap(ProcessHandle::of)
                            .map(ProcessHandle::destroyForcibly))
                    .contains(true);
            Waiting.until("the end of every QEMU", 20, () -> processes() == 0);
            assertThat(Lab.find(LAB)).isEmpty();
        } finally {
            Lab.down(LAB);
        }
        assertThat(rootNamespace()).isEqualTo(before);
        assertThat(processes()).isZero();
        assertThat(Lab.known()).doesNotContain(LAB);
    }

    @Test
    void aMachineThatDoesNotBootShowsItsConsole() throws Exception {
        VmImage image = VmImage.made(System.out::println);
        LabFolders folders = new LabFolders(BROKEN);
        Path broken = Files.createTempDirectory("tare-broken");
        try (LabLock lock = LabLock.take(BROKEN)) {
            assertThat(lock).isNotNull();
            Files.copy(image.kernel(), broken.resolve("kernel"));
            Files.writeString(broken.resolve("initrd"), "no RAM disk\n");
            LocalCommand.run("truncate", "-s", "1M", broken.resolve("disk.raw").toString());
            LabState.planned(BROKEN, TWO, false, Accelerator.TCG).write(folders);
            Inside hub = new Inside(HostLaunch.startHub(folders).init());
            new VmUnderlay(TWO, new GuestSpec(2, "2G", 2), hub).make();
            GuestLaunch launch = new GuestLaunch(folders, "h1", 0, hub);
            launch.start(new VmImage(broken), TWO, Accelerator.TCG, "key");
            assertThatThrownBy(() -> launch.awaitEngine(120))
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining("has ended while it booted")
                    .hasMessageContaining("Kernel panic - not syncing: VFS: Unable to mount root fs")
                    .hasMessageNotContaining("Call Trace");
        } finally {
            Lab.down(BROKEN);
            for (String file : List.of("kernel", "initrd", "disk.raw")) {
                Files.deleteIfExists(broken.resolve(file));
            }
            Files.delete(broken);
        }
    }

    /** Work on one machine is not seen as CPU time of the other. */
    private static void ownCpu(DockerHost busy, DockerHost idle) {
        long busyBefore = userTime(busy);
        long idleBefore = userTime(idle);
        busy.hand().run("sh", "-c", "timeout 4 sh -c 'while :; do :; done' || true");
        long spent = userTime(busy) - busyBefore;
        assertThat(spent).isGreaterThan(userTime(idle) - idleBefore);
    }

    /** In clock ticks, of all CPUs of the host. */
    private static long userTime(DockerHost host) {
        return Long.parseLong(host.hand().run("cat", "/proc/stat").split("\\s+")[1]);
    }

    private static String inside(Lab lab, String host, String... command) {
        ExecResult result = LocalCommand.run(
                Duration.ofMinutes(1), lab.enter(host, List.of(command)).command());
        return result.require(List.of(command), host).stdout().strip();
    }

    /** What the machine's own namespaces hold, where other tests' labs leave no trace either. */
    private static Map<String, String> rootNamespace() {
        Map<String, String> parts = new TreeMap<>(MachineState.now(LAB).parts());
        parts.keySet().removeAll(List.of("engines", "control groups", "folders"));
        return parts;
    }

    /** How many processes of the lab's this machine has. */
    private static long processes() {
        return ProcessHandle.allProcesses()
                .filter(p -> p.info().commandLine().orElse("").contains("/labs/" + LAB + "/"))
                .count();
    }

    private static String kernel() {
        return LocalCommand.run("uname", "-r").strip();
    }
}
