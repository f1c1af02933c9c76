package io.tare.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.result.CpuShare;
import io.tare.result.HostUse;
import io.tare.result.Measurement;
import io.tare.result.Verdict;
import io.tare.study.Better;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CpuFiguresTest {
    private static HostUse use(String role, double user, double softirq, double steal, @Nullable Double own) {
        double idle = 100 - user - softirq - steal;
        CpuShare cpu = new CpuShare(user, 0, 0, 0, softirq, steal, idle);
        return new HostUse("h1", role, 2, 2, cpu, own);
    }

    @Test
    void busyIsAllThatIsNeitherIdleNorWaiting() {
        CpuShare cpu = new CpuShare(10, 20, 30, 1, 4, 5, 30);
        assertThat(cpu.busy()).isEqualTo(40);
    }

    @Test
    void aHostWithItsOwnKernelHasOneFigureALabHostTwo() {
        assertThat(CpuFigures.metrics(List.of(use("client", 30, 12, 0, null), use("server", 50, 0, 0, 1.5))))
                .containsExactly(
                        new Measurement("cpu.client", "%", Better.LOWER, 42),
                        new Measurement("cpu.server", "%", Better.LOWER, 50),
                        new Measurement("cpu.server.own", "CPUs", Better.LOWER, 0.75)); // 1.5 s of CPU in 2 s
    }

    @Test
    void aHostThatIsBothSidesIsCountedOnceAndForNeither() {
        assertThat(CpuFigures.metrics(List.of(use("host", 30, 12, 0, 1.0))))
                .containsExactly(
                        new Measurement("cpu.host", "%", Better.LOWER, 42),
                        new Measurement("cpu.host.own", "CPUs", Better.LOWER, 0.5));
    }

    @Test
    void otherWorkIsFoundBesideOneHostAndNotBesideOneOfTwo() {
        CpuShare busy = new CpuShare(80, 0, 0, 0, 0, 0, 20);
        HostUse host = new HostUse("h1", "host", 2, 2, busy, 2.0);
        assertThat(CpuFigures.verdicts(List.of(host)))
                .extracting(Verdict::finding)
                .anyMatch(finding -> finding.startsWith("other work on this machine took at least 0.6 of its 2 CPUs"));
        HostUse server = new HostUse("h1", "server", 2, 2, busy, 2.0);
        assertThat(CpuFigures.verdicts(List.of(server)))
                .extracting(Verdict::name)
                .doesNotContain("disturbed");
    }

    @Test
    void aFullMachineIsNoted() {
        assertThat(CpuFigures.verdicts(List.of(use("client", 60, 36, 0, null))))
                .containsExactly(Verdict.note(
                        "cpu-client", "h1 busy 96% over all CPUs: no CPU left, more would not have been carried"));
        assertThat(CpuFigures.verdicts(List.of(use("client", 60, 0, 0, null))))
                .extracting(Verdict::level)
                .containsExactly(Verdict.Level.OK);
    }

    @Test
    void timeTakenByAHypervisorIsNoted() {
        assertThat(CpuFigures.verdicts(List.of(use("server", 20, 0, 12, null))))
                .contains(Verdict.note("steal", "12% of h1's CPU time was taken by its hypervisor"));
    }
}
