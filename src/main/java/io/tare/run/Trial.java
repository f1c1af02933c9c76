package io.tare.run;

import io.tare.host.ExecResult;
import io.tare.host.ExecTimeout;
import io.tare.host.HostException;
import io.tare.host.HostInterrupted;
import io.tare.host.LastWords;
import io.tare.monitor.CpuFigures;
import io.tare.monitor.MonitorException;
import io.tare.monitor.Sar;
import io.tare.result.Evidence;
import io.tare.result.HostUse;
import io.tare.result.Measurement;
import io.tare.result.RunFolder;
import io.tare.result.Sample;
import io.tare.result.TrialCounters;
import io.tare.result.Verdict;
import io.tare.study.Cell;
import io.tare.study.Study;
import io.tare.workload.Reading;
import io.tare.workload.WorkloadException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** One trial: the client runs, sar watches both hosts meanwhile, and what came of it is a sample. */
final class Trial {
    /** Characters of a client's last words that a sample keeps. */
    private static final int KEPT = 2000;

    private final Testbed testbed;
    private final Study study;
    private final RunFolder folder;
    private final LeadIn leadIn = new LeadIn();

    Trial(Testbed testbed, Study study, RunFolder folder) {
        this.testbed = testbed;
        this.study = study;
        this.folder = folder;
    }

    /** {@code stations} is asked for the cell's, which may have to be connected first. */
    Sample run(Stations stations, Cell cell, int block, int number, int attempt) {
        return run(stations, cell, block, number, attempt, before -> {});
    }

    /** The same; {@code also} is told when the client is about to start, with how long it takes from there to its measured seconds, in s. */
    Sample run(Stations stations, Cell cell, int block, int number, int attempt, DoubleConsumer also) {
        String revived = "";
        HostException unready = null;
        try {
            stations.ready(cell);
            revived = station(stations, cell).revive();
            station(stations, cell).reset();
            stations.tune(cell);
        } catch (HostInterrupted e) {
            throw e;
        } catch (HostException e) {
            unready = e;
        }
        Station station = station(stations, cell);
        Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        List<String> command = station.clientCommand();
        double before = station.timing().omit() + leadIn.of(cell.workload());
        also.accept(before);
        List<Sar.Watch> watches = new ArrayList<>();
        testbed.roles().forEach((role, host) -> {
            long container = role.equals("client") ? station.clientPid() : station.serverPid();
            watches.add(Sar.watch(host, role, before, study.seconds(), container));
        });
        List<Measurement> metrics = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        if (!revived.isEmpty()) {
            verdicts.add(Verdict.note("server", revived));
        }
        ExecResult output = null;
        Reading reading = null;
        String reason = "";
        String printed = "";
        try {
            if (unready != null) {
                throw unready;
            }
            output = station.ask();
            reading = station.workload().read(output);
            metrics.addAll(reading.metrics());
            verdicts.addAll(reading.verdicts());
            Capacity.verdict(station.workload().offers(), station.carries()).ifPresent(verdicts::add);
        } catch (HostInterrupted e) {
            throw e;
        } catch (ExecTimeout e) {
            reason = String.valueOf(e.getMessage());
            printed = e.printed();
        } catch (WorkloadException | HostException e) {
            reason = String.valueOf(e.getMessage());
            printed = output == null ? "" : output.stdout();
        }
        Instant begun = reading == null ? null : reading.begun();
        String fault = unready == null ? fault(station) : "";
        if (!fault.isEmpty()) {
            reading = null;
            reason = reason.isEmpty() ? fault : fault + " The client: " + reason;
            printed = output == null ? printed : output.stdout();
        }
        List<HostUse> hosts = seen(watches, begun, cell, number, attempt, verdicts);
        if (begun != null) {
            leadIn.learn(cell.workload(), started, begun, station.timing().omit());
        }
        if (reading != null && number > 0) {
            folder.appendLatencies(number, reading.histograms(), begun == null ? started : begun, reading.seconds());
        }
        metrics.addAll(CpuFigures.metrics(hosts));
        verdicts.addAll(CpuFigures.verdicts(hosts));
        return new Sample(
                Sample.VERSION,
                block,
                number,
                attempt,
                cell,
                station.dataPath(),
                Sample.Outcome.of(reading != null, verdicts),
                started,
                reading == null ? 0 : Double.isNaN(reading.seconds()) ? study.seconds() : reading.seconds(),
                reading == null ? List.of() : metrics,
                verdicts,
                hosts,
                new Evidence(
                        command,
                        output == null ? -1 : output.exitCode(),
                        LastWords.of(printed, KEPT),
                        output == null ? "" : LastWords.of(output.stderr(), KEPT),
                        reason),
                reading == null ? List.of() : reading.series());
    }

    private static Station station(Stations stations, Cell cell) {
        return Objects.requireNonNull(stations.of(cell), "a planned cell has a station");
    }

    /** What spoiled the trial although the client may have seen nothing of it: a mode that is no longer what it was. */
    private static String fault(Station station) {
        try {
            return station.fault();
        } catch (HostInterrupted e) {
            throw e;
        } catch (HostException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private List<HostUse> seen(
            List<Sar.Watch> watches,
            @Nullable Instant begun,
            Cell cell,
            int number,
            int attempt,
            List<Verdict> verdicts) {
        List<HostUse> hosts = new ArrayList<>();
        for (Sar.Watch watch : watches) {
            try {
                Sar.Seen seen = watch.seen();
                hosts.add(seen.use());
                if (!seen.use().role().equals("server")) {
                    LeadIn.verdict(seen.begun(), begun).ifPresent(verdicts::add);
                }
                folder.appendSar(
                        seen.use().host(),
                        "{\"trial\":%d,\"attempt\":%d,\"cell\":\"%s\",\"sar\":%s}"
                                .formatted(number, attempt, cell, seen.raw()));
                if (seen.counters() != null && number > 0) {
                    folder.appendCounters(
                            new TrialCounters(TrialCounters.VERSION, number, attempt, cell, seen.counters()));
                }
            } catch (MonitorException e) {
                verdicts.add(Verdict.note("sar", String.valueOf(e.getMessage())));
            }
        }
        return hosts;
    }
}
