package io.tare.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tare.host.FakeHost;
import io.tare.host.FakeKernel;
import io.tare.host.Host;
import io.tare.host.OtherHost;
import io.tare.study.Choice;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is the machine's is not changed from a lab host that shares its kernel, and a user's own machine not without consent. */
class SharedKernelTest {
    @TempDir
    private Path folder;

    private FakeHost host;
    private FakeKernel kernel;

    @BeforeEach
    void host() {
        host = FakeHost.in(folder, "h1", "10.99.0.1");
        kernel = FakeKernel.of(host);
        for (int cpu = 0; cpu < 4; cpu++) {
            kernel.has("/sys/devices/system/cpu/cpu%d/cpufreq/scaling_governor".formatted(cpu), "powersave");
        }
    }

    private static void on(Host host, String tuning) {
        Prepared.on(Choice.of(tuning), List.of(Grounds.of(host, Grounds.MACHINE)))
                .apply()
                .close();
    }

    @Test
    void theMachinesOwnSettingsAreRefusedWithTheReason() {
        assertThatThrownBy(() -> on(new OtherHost(host, true, false), "governor"))
                .isInstanceOf(TuningUnavailable.class)
                .hasMessageContaining("scaling_governor is the machine's, not this lab host's")
                .hasMessageContaining("virtual machines");
        assertThat(host.engine().calls()).noneMatch(call -> call.contains("settings change "));
    }

    @Test
    void aHostWithAKernelOfItsOwnMayHaveThem() {
        on(new OtherHost(host, false, false), "governor");
        assertThat(host.engine().calls()).anyMatch(call -> call.contains("settings change "));
    }

    @Test
    void whatALabHostDoesNotSeeIsSaidToBeTheMachines() {
        assertThatThrownBy(() -> on(new OtherHost(host, true, false), "netdev-backlog"))
                .isInstanceOf(TuningUnavailable.class)
                .hasMessageContaining("netdev_max_backlog is one for the whole machine");
        assertThatThrownBy(() -> on(new OtherHost(host, false, false), "netdev-backlog"))
                .isInstanceOf(TuningUnavailable.class)
                .hasMessageEndingWith("netdev_max_backlog is not there");
    }

    @Test
    void aUsersMachineIsNotChangedWithoutConsent() {
        Host users = new OtherHost(host, false, true);
        assertThat(new Consent(false).refusal(List.of(host, users)))
                .hasValueSatisfying(why -> assertThat(why).contains("h1", "--allow-tuning"));
        assertThat(new Consent(true).refusal(List.of(users))).isEmpty();
        assertThat(new Consent(false).refusal(List.of(host))).as("a lab's").isEmpty();
    }
}
