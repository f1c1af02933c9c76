package io.tare.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings get their old values back after whatever happened, and those of others are left to them. */
class RestoreSettingsTest {
    private static final NetworkNamespace CONTAINER = new NetworkNamespace("/proc/434/ns/net", 4026534856L);
    private static final Undo RESTORE = new Undo.RestoreSettings(List.of(
            new SettingChange(new Setting.KernelFile(NetworkNamespace.OWN, "rps_cpus"), "0", "3"),
            new SettingChange(new Setting.Offload(CONTAINER, "eth0", "tso"), "on", "off"),
            new SettingChange(new Setting.Channels(NetworkNamespace.OWN, "eth0", "RX"), "1", "2"),
            new SettingChange(new Setting.FlowHash(NetworkNamespace.OWN, "eth0", "udp4"), "sd", "sdfn"),
            new SettingChange(
                    new Setting.RawRule(NetworkNamespace.OWN, "iptables-nft", "OUTPUT"), "absent", "present")));

    @TempDir
    private Path folder;

    private FakeHost host;
    private FakeKernel kernel;

    @BeforeEach
    void tuned() {
        host = FakeHost.in(folder, "h1", "198.18.0.1");
        kernel = FakeKernel.of(host)
                .has("rps_cpus", "3")
                .has("eth0 tso", "off")
                .has("eth0 RX", "2")
                .has("eth0 udp4", "sdfn")
                .has("iptables-nft OUTPUT", "present");
        host.journal().before(RESTORE);
    }

    @Test
    void everyKindOfSettingSurvivesACrashAndGetsItsOldValueBack() {
        FakeHost after = host.again(folder);
        assertThat(after.journal().replay()).isEqualTo(1);
        assertThat(kernel.values().values()).containsExactlyInAnyOrder("0", "on", "1", "sd", "absent");
        assertThat(after.remarks()).isEmpty();
    }

    @Test
    void oneThatOthersChangedMeanwhileIsLeftAndToldOnce() {
        kernel.has("rps_cpus", "1");
        FakeHost after = host.again(folder);
        assertThat(after.journal().replay()).isEqualTo(1);
        assertThat(kernel.value("rps_cpus")).isEqualTo("1");
        assertThat(kernel.value("eth0 tso")).isEqualTo("on");
        assertThat(after.remarks())
                .singleElement()
                .asString()
                .contains("rps_cpus", "changed by others", "it is 1", "Tare set 3", "found 0");
        assertThat(after.remarks()).isEmpty();
    }

    @Test
    void whatWasAnnouncedAndNeverDoneNeedsNothing() {
        kernel.has("rps_cpus", "0");
        host.journal().replay();
        assertThat(kernel.value("rps_cpus")).isEqualTo("0");
        assertThat(host.remarks()).isEmpty();
    }

    @Test
    void aDeviceOrContainerThatIsGoneCountsAsTakenBack() {
        kernel.lacks("eth0 RX").ending(CONTAINER.path());
        assertThat(host.journal().replay()).isEqualTo(1);
        assertThat(kernel.value("rps_cpus")).isEqualTo("0");
        assertThat(host.journal().left()).isZero();
    }

    @Test
    void oneThatIsRefusedStaysInTheJournal() {
        kernel.refusing("rps_cpus", "Read-only file system");
        assertThatThrownBy(() -> host.journal().replay())
                .isInstanceOf(HostException.class)
                .hasMessageContaining("rps_cpus: Read-only file system");
        assertThat(kernel.value("eth0 tso")).as("the others are given back").isEqualTo("on");
        assertThat(host.again(folder).journal().left()).isEqualTo(1);
    }
}
