package io.tare.tuning;

import io.tare.host.NetworkNamespace;
import io.tare.host.Setting;
import io.tare.study.Parameter;
import java.util.List;

/** {@code governor}: how the kernel chooses the clock of the CPUs. */
final class FrequencyGovernor implements Tuning {
    private static final About ABOUT = new About(
            "governor",
            "the clock of all CPUs is chosen by this governor (scaling_governor)",
            "the CPUs",
            "a kernel of its own that drives their clock (cpufreq); virtual machines have none",
            "power and heat",
            "Linux, Documentation/admin-guide/pm/cpufreq.rst",
            List.of(Parameter.matching(
                    "governor",
                    "[a-z][a-z_]{0,15}",
                    "performance",
                    "the governor: performance, schedutil, powersave")));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Export export(Given given) {
        return Export.command("clocks %s".formatted(given.text("governor")), "who chooses the CPUs' clock");
    }

    @Override
    public Wish on(Ground ground, Given given) {
        List<Setting> clocks = ground.cpus().stream()
                .<Setting>mapToObj(cpu -> new Setting.KernelFile(
                        NetworkNamespace.OWN, "/sys/devices/system/cpu/cpu%d/cpufreq/scaling_governor".formatted(cpu)))
                .toList();
        return Wish.allOf(Wish.each(clocks, given.text("governor")));
    }
}
