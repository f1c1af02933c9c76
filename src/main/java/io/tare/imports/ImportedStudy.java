package io.tare.imports;

import io.tare.study.Cell;
import io.tare.study.Choice;
import io.tare.study.Placement;
import io.tare.study.Study;
import io.tare.study.TestbedSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The study that imported trials are said to be of: their modes, tunings and workloads, and nothing that nobody told. */
final class ImportedStudy {
    private ImportedStudy() {}

    static Study of(Import asked, List<ImportedTrial> trials, Map<Cell, Integer> counts, long seed) {
        Set<String> modes = new LinkedHashSet<>();
        Set<String> tunings = new LinkedHashSet<>();
        Map<String, Choice> workloads = new LinkedHashMap<>();
        for (ImportedTrial trial : trials) {
            modes.add(trial.group().mode());
            tunings.add(trial.group().tuning());
            if (!trial.found().workload().isEmpty()) {
                workloads.putIfAbsent(
                        trial.workload(),
                        new Choice(
                                trial.workload(),
                                trial.found().workload(),
                                new LinkedHashMap<>(trial.found().settings()),
                                null));
            }
        }
        trials.forEach(trial -> workloads.putIfAbsent(trial.workload(), Choice.of(trial.workload())));
        return new Study(
                asked.name(),
                null,
                TestbedSpec.UNKNOWN,
                Placement.TWO_HOSTS,
                modes.stream().map(Choice::of).toList(),
                List.copyOf(workloads.values()),
                untunedFirst(tunings),
                counts.values().stream().mapToInt(Integer::intValue).max().orElse(1),
                seconds(trials),
                0,
                0,
                baseline(asked, modes),
                seed,
                Study.Order.LISTED,
                null,
                false,
                null);
    }

    private static List<Choice> untunedFirst(Set<String> tunings) {
        List<String> names = new ArrayList<>(tunings);
        if (names.remove("none")) {
            names.addFirst("none");
        }
        return names.stream().map(Choice::of).toList();
    }

    /** The median of what was measured, in whole s, 1 at least. */
    private static int seconds(List<ImportedTrial> trials) {
        double[] sorted = trials.stream()
                .flatMap(trial -> Stream.ofNullable(trial.found().reading()))
                .mapToDouble(reading -> reading.seconds())
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return sorted.length == 0 ? 1 : Math.clamp(Math.round(sorted[sorted.length / 2]), 1, Integer.MAX_VALUE);
    }

    private static String baseline(Import asked, Set<String> modes) {
        if (asked.baseline().isEmpty()) {
            return modes.contains("host") ? "host" : modes.iterator().next();
        }
        if (!modes.contains(asked.baseline())) {
            throw new ImportException("The baseline '%s' is none of the modes with a file that can be read: %s."
                    .formatted(asked.baseline(), String.join(", ", modes)));
        }
        return asked.baseline();
    }
}
