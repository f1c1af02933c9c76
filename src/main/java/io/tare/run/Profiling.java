package io.tare.run;

import io.tare.host.Host;
import io.tare.host.HostException;
import io.tare.host.HostInterrupted;
import io.tare.monitor.MonitorException;
import io.tare.monitor.Perf;
import io.tare.result.Profiles;
import io.tare.result.RunFolder;
import io.tare.result.Sample;
import io.tare.study.Cell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One more trial of each cell after all that are measured, while perf samples the hosts. It is no sample: it leaves stacks and a line in the log. */
record Profiling(Testbed testbed, RunFolder folder, int seconds, Consumer<Event> events) {
    /** What a sampled trial is expected to cost beside its seconds, in s: perf reads the kernel's symbols. */
    static final double COST = 3;

    /** Ends early where a host cannot be sampled, or the thread is interrupted. What goes wrong spoils no sample and is told. */
    void of(List<Cell> cells, Stations stations, Trial trial) {
        for (Cell cell : cells) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            events.accept(new Event.Step("sampling %s with perf".formatted(cell)));
            try {
                sample(cell, stations, trial);
            } catch (HostInterrupted e) {
                throw e;
            } catch (MonitorException | HostException e) {
                folder.log("profile of %s: %s".formatted(cell, e.getMessage()));
                events.accept(new Event.Step("no profile of %s: %s".formatted(cell, e.getMessage())));
                return;
            }
        }
    }

    private void sample(Cell cell, Stations stations, Trial trial) {
        Map<String, Perf.Watch> watches = new LinkedHashMap<>();
        Sample ran = trial.run(
                stations,
                cell,
                0,
                0,
                1,
                before -> sampled().forEach((of, host) -> watches.put(of, Perf.watch(host, before, seconds))));
        folder.log("profile of %s: the trial was %s %s"
                .formatted(cell, ran.outcome(), ran.evidence().reason()));
        watches.forEach((of, watch) -> {
            String stacks = watch.stacks();
            if (ran.outcome() != Sample.Outcome.FAILED) {
                folder.keepProfile(cell, of, stacks);
            }
        });
    }

    /** Whose CPUs are looked at: one look is enough where hosts share them. */
    private Map<String, Host> sampled() {
        Map<String, Host> roles = testbed.roles();
        return roles.values().stream().anyMatch(Host::sharesKernel)
                ? Map.of(Profiles.MACHINE, testbed.client())
                : roles;
    }
}
