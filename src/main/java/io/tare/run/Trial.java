package io.tare.run;

import io.tare.host.ExecResult;
import io.tare.host.ExecTimeout;
import io.tare.host.HostException;
import io.tare.host.HostInterrupted;
import io.tare.monitor.CpuFigures;
import io.tare.monitor.MonitorException;
import io.tare.monitor.Sar;
import io.tare.result.Evidence;
import io.tare.result.HostUse;
import io.tare.result.Measurement;
import io.tare.result.RunFolder;
import io.tare.result.Sample;
import io.tare.result.Verdict;
import io.tare.study.Cell;
import io.tare.study.Study;
import io.tare.workload.Reading;
import io.tare.workload.WorkloadException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One trial: the client runs, sar watches both hosts meanwhile, and what came of it is a sample. */
final class Trial {
    private final Testbed testbed;
    private final Study study;
    private final RunFolder folder;
    private final LeadIn leadIn = new LeadIn();

    Trial(Testbed testbed, Study study, RunFolder folder) {
        this.testbed = testbed;
        this.study = study;
        this.folder = folder;
    }

    Sample run(Station station, Cell cell, int block, int number, int attempt) {
        String revived = "";
        HostException unready = null;
        try {
            revived = station.revive();
            station.reset();
        } catch (HostInterrupted e) {
            throw e;
        } catch (HostException e) {
            unready = e;
        }
        Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        List<String> command = station.clientCommand();
        double before = station.timing().omit() + leadIn.of(cell.workload());
        Sar.Watch client = Sar.watch(testbed.client(), "client", before, study.seconds());
        Sar.Watch server = Sar.watch(testbed.server(), "server", before, study.seconds());
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
        List<HostUse> hosts = seen(List.of(client, server), begun, cell, number, attempt, verdicts);
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
                outcome(reading != null, verdicts),
                started,
                reading == null ? 0 : Double.isNaN(reading.seconds()) ? study.seconds() : reading.seconds(),
                reading == null ? List.of() : metrics,
                verdicts,
                hosts,
                new Evidence(
                        command,
                        output == null ? -1 : output.exitCode(),
                        tail(printed),
                        output == null ? "" : tail(output.stderr()),
                        reason));
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
                if (seen.use().role().equals("client")) {
                    LeadIn.verdict(seen.begun(), begun).ifPresent(verdicts::add);
                }
                folder.appendSar(
                        seen.use().host(),
                        "{\"trial\":%d,\"attempt\":%d,\"cell\":\"%s\",\"sar\":%s}"
                                .formatted(number, attempt, cell, seen.raw()));
            } catch (MonitorException e) {
                verdicts.add(Verdict.note("sar", String.valueOf(e.getMessage())));
            }
        }
        return hosts;
    }

    private static Sample.Outcome outcome(boolean read, List<Verdict> verdicts) {
        if (!read) {
            return Sample.Outcome.FAILED;
        }
        return verdicts.stream().anyMatch(v -> v.level() == Verdict.Level.INVALID)
                ? Sample.Outcome.INVALID
                : Sample.Outcome.VALID;
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - 2000)).strip();
    }
}
