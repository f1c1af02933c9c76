package io.tare.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tare.host.SettingFound.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script itself, run on this machine on plain files: what it finds, changes, and leaves alone. */
class SettingsTest {
    private final Settings settings = new Settings(new LocalHand(), "here");

    @TempDir
    private Path folder;

    private Setting file(String name, String text) throws IOException {
        return new Setting.KernelFile(
                NetworkNamespace.OWN,
                Files.writeString(folder.resolve(name), text).toString());
    }

    private SettingFound changed(Setting setting, String from, String to) {
        return settings.change(List.of(new SettingChange(setting, from, to))).getFirst();
    }

    @Test
    void valuesAreReadInOneSpelling() throws IOException {
        assertThat(settings.read(List.of(
                        file("tcp_rmem", "4096\t131072\t6291456\n"),
                        file("rps_cpus", "00000000,00000003\n"),
                        file("zero", "00\n"),
                        new Setting.KernelFile(NetworkNamespace.OWN, folder + "/nothing"))))
                .containsExactly(
                        new SettingFound(Outcome.IS, "4096 131072 6291456", ""),
                        new SettingFound(Outcome.IS, "3", ""),
                        new SettingFound(Outcome.IS, "0", ""),
                        new SettingFound(Outcome.ABSENT, "", ""));
    }

    @Test
    void aSettingIsChangedWhereItIsAsFoundAndReadBack() throws IOException {
        assertThat(changed(file("mtu", "1500\n"), "1500", "9000"))
                .isEqualTo(new SettingFound(Outcome.SET, "1500", "9000"));
        assertThat(folder.resolve("mtu")).hasContent("9000");
    }

    @Test
    void aMaskIsWrittenInWordsOf32Cpus() throws IOException {
        assertThat(changed(file("rps_cpus", "00,00000000\n"), "0", "ffffffffff").after())
                .isEqualTo("ffffffffff");
        assertThat(folder.resolve("rps_cpus")).hasContent("ff,ffffffff");
    }

    @Test
    void oneThatSomebodyElseChangedIsLeftAlone() throws IOException {
        assertThat(changed(file("mtu", "1400\n"), "1500", "9000"))
                .isEqualTo(new SettingFound(Outcome.OTHER, "1400", ""));
        assertThat(folder.resolve("mtu")).hasContent("1400");
    }

    @Test
    void whatIsAsWantedAlreadyIsNotWritten() throws IOException {
        Setting mtu = file("mtu", "9000\n");
        var before = Files.getLastModifiedTime(folder.resolve("mtu"));
        assertThat(changed(mtu, "1500", "9000").outcome()).isEqualTo(Outcome.IS);
        assertThat(Files.getLastModifiedTime(folder.resolve("mtu"))).isEqualTo(before);
    }

    @Test
    void whatTheKernelRefusesSaysWhy() {
        SettingFound found =
                changed(new Setting.KernelFile(NetworkNamespace.OWN, "/proc/sys/kernel/ostype"), "Linux", "Minix");
        assertThat(found.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(found.before()).isEqualTo("Linux");
        assertThat(found.after()).isEqualTo("Permission denied");
    }

    @Test
    void whatIsTakenWithoutAWordAndNotKeptIsSeen() {
        assertThat(changed(new Setting.KernelFile(NetworkNamespace.OWN, "/dev/null"), "", "7"))
                .isEqualTo(new SettingFound(Outcome.SET, "", ""));
    }

    @Test
    void aNamespaceThatEndedIsNotTakenForAnotherOfTheSamePath() throws IOException {
        NetworkNamespace ended = new NetworkNamespace("/proc/self/ns/net", 12);
        assertThat(settings.read(List.of(
                        new Setting.KernelFile(ended, "/proc/sys/net/ipv4/tcp_rmem"),
                        new Setting.Offload(ended, "eth0", "generic-receive-offload"),
                        file("after", "1"))))
                .extracting(SettingFound::outcome)
                .containsExactly(Outcome.GONE, Outcome.GONE, Outcome.IS);
    }

    @Test
    void valuesAreNeverTakenForShellWords() throws IOException {
        assertThat(changed(file("text", "a\n"), "a", "$(touch x) *").after()).isEqualTo("$(touch x) *");
    }

    @Test
    void aHandThatAnswersSomethingElseIsNotBelieved() {
        Settings odd = new Settings((command, within) -> FakeEngine.printed("hello\n"), "h1");
        assertThatThrownBy(() -> odd.read(List.of(new Setting.KernelFile(NetworkNamespace.OWN, "/x"))))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("h1")
                .hasMessageContaining("hello");
    }
}
