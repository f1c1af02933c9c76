package io.tare.explain;

import io.tare.result.CountersLog;
import io.tare.result.HostCounters;
import io.tare.result.Profiles;
import io.tare.result.RecordedRun;
import io.tare.result.Sample;
import io.tare.study.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the time of a run went: made from the run folder alone, the same every time.
 *
 * @param cells that have counters, in the study's order
 * @param leftOut valid trials that are left out, a sentence a reason: their counters are not of their measured seconds, or there are more than are read
 * @param damage what could not be read, one sentence each
 */
public record Explanation(List<CellTime> cells, List<String> leftOut, List<String> damage) {
    public Explanation {
        cells = List.copyOf(cells);
        leftOut = List.copyOf(leftOut);
        damage = List.copyOf(damage);
    }

    /** Without cells for a run of a Tare that kept no counters. */
    public static Explanation of(RecordedRun run) {
        CountersLog log = CountersLog.of(run);
        MissedTrials missed = MissedTrials.of(log, run.manifest().study().placement());
        Map<Cell, Map<String, Counted>> counters = new HashMap<>();
        Map<Cell, Map<Integer, Sample>> samples = new HashMap<>();
        for (CountersLog.Trial trial : log.trials()) {
            Cell cell = trial.sample().cell();
            if (!missed.has(trial.sample().trial())) {
                samples.computeIfAbsent(cell, _ -> new LinkedHashMap<>())
                        .put(trial.sample().trial(), trial.sample());
                HostCounters of = trial.line().counters();
                counters.computeIfAbsent(cell, _ -> new HashMap<>()).merge(of.role(), Counted.of(of), Counted::plus);
            }
        }
        Map<Cell, CellTime> cells = new LinkedHashMap<>();
        run.manifest().cells().forEach(facts -> {
            Map<String, Counted> counted = counters.get(facts.cell());
            if (counted != null) {
                cells.put(
                        facts.cell(),
                        cell(
                                facts.cell(),
                                facts.dataPath(),
                                List.copyOf(samples.getOrDefault(facts.cell(), Map.of())
                                        .values()),
                                counted,
                                Layers.of(Profiles.of(run, facts.cell()))));
            }
        });
        String baseline = run.manifest().study().baseline();
        List<CellTime> explained = cells.values().stream()
                .map(cell -> judged(
                        cell,
                        Optional.ofNullable(cells.get(new Cell(
                                baseline,
                                run.manifest().study().compared().name(),
                                cell.cell().workload())))))
                .toList();
        List<String> left = new ArrayList<>(missed.remarks());
        if (!log.whole()) {
            left.add(notAllRead(samples, run));
        }
        return new Explanation(explained, left, log.damage());
    }

    /** Where a cell's time went; empty where it has no counters. */
    public Optional<CellTime> time(Cell cell) {
        return cells.stream().filter(t -> t.cell().equals(cell)).findFirst();
    }

    /** In the order of the study. */
    public Map<String, List<CellTime>> byWorkload() {
        Map<String, List<CellTime>> workloads = new LinkedHashMap<>();
        cells.forEach(cell -> workloads
                .computeIfAbsent(cell.cell().workload(), _ -> new ArrayList<>())
                .add(cell));
        return workloads;
    }

    /** What a reader has to know of the figures, one sentence each. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (cells.stream()
                .flatMap(c -> c.hosts().stream())
                .anyMatch(h -> h.counters().sharedKernel())) {
            remarks.add(
                    "The hosts share one kernel: CPU, softirqs, interrupts, softnet and perf's samples are the whole machine's, with whatever else ran on it; a cost holds client and server together. Devices and protocol counters are each host's own.");
        }
        remarks.addAll(leftOut);
        remarks.addAll(damage);
        return remarks;
    }

    private static String notAllRead(Map<Cell, Map<Integer, Sample>> samples, RecordedRun run) {
        return "Of so long a run the counters of %,d trials of %,d are read here, evenly spaced over it."
                .formatted(
                        samples.values().stream().mapToInt(Map::size).sum(),
                        run.samples().stream()
                                .filter(s -> s.outcome() == Sample.Outcome.VALID)
                                .count());
    }

    private static CellTime judged(CellTime cell, Optional<CellTime> baseline) {
        return cell.with(Rules.ALL.stream()
                .flatMap(rule -> rule.look(cell, baseline).stream())
                .toList());
    }

    private static CellTime cell(
            Cell cell,
            String dataPath,
            List<Sample> samples,
            Map<String, Counted> counted,
            Map<String, Layers> profiles) {
        Work work = Work.of(samples);
        List<HostFigures> hosts = Stream.of("client", "server", "host")
                .filter(counted::containsKey)
                .map(role -> HostFigures.of(Objects.requireNonNull(counted.get(role)), work))
                .toList();
        return new CellTime(cell, dataPath, work, samples, hosts, profiles, List.of());
    }
}
