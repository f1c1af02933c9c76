package io.tare.imports;

import io.tare.result.Measurement;
import io.tare.workload.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets only what belongs together stand in one table: trials of one workload are of one tool in one form, of one unit a metric, and of the same settings where
 * their files say them. What does not agree with the first of them is a problem of its file.
 */
final class Agreement {
    /** Differs from mode to mode by itself: iperf3 sizes datagrams by the path's MTU. Told where it does. */
    private static final String BLOCK = "block";

    private final Map<String, ImportedTrial> first = new HashMap<>();
    private final Map<String, String> units = new HashMap<>();
    private final Map<String, Set<String>> blocks = new LinkedHashMap<>();
    private final List<ImportedTrial> agreeing = new ArrayList<>();

    private Agreement() {}

    /** The trials that agree, in their order, and what to know of them. */
    record Agreed(List<ImportedTrial> trials, List<String> notes) {}

    static Agreed of(List<ImportedTrial> trials) {
        Agreement agreement = new Agreement();
        List<ImportedTrial> named = named(trials);
        named.forEach(agreement::add);
        List<String> notes = agreement.blocks.entrySet().stream()
                .filter(e -> e.getValue().size() > 1)
                .map(e -> "%s: blocks differ (%s bytes); larger ones cost less a byte"
                        .formatted(e.getKey(), String.join(", ", e.getValue())))
                .toList();
        return new Agreed(agreement.agreeing, notes);
    }

    /** A failure may not say what it failed at: it is the others' where these are of one workload. */
    private static List<ImportedTrial> named(List<ImportedTrial> trials) {
        Set<String> known = trials.stream()
                .map(ImportedTrial::workload)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<ImportedTrial> named = new ArrayList<>();
        for (ImportedTrial trial : trials) {
            if (!trial.workload().isEmpty()) {
                named.add(trial);
            } else if (known.size() == 1) {
                named.add(trial.named(known.iterator().next()));
            } else {
                trial.wrong("it failed before it said what it would measure (%s); name that with --workload"
                        .formatted(trial.found().failure()));
            }
        }
        return named;
    }

    private void add(ImportedTrial trial) {
        Reading reading = trial.found().reading();
        if (reading == null) {
            agreeing.add(trial);
            return;
        }
        String workload = trial.workload();
        ImportedTrial other = first.putIfAbsent(workload, trial);
        String problem = other == null ? "" : unlike(trial, other);
        if (problem.isEmpty()) {
            problem = units(trial.workload(), reading);
        }
        if (!problem.isEmpty()) {
            trial.wrong(problem);
            return;
        }
        String block = trial.found().settings().get(BLOCK);
        if (block != null) {
            blocks.computeIfAbsent(workload, _ -> new LinkedHashSet<>()).add(block);
        }
        agreeing.add(trial);
    }

    private static String unlike(ImportedTrial trial, ImportedTrial other) {
        String than = other.sources().getFirst().text().path().toString();
        if (!trial.format().equals(other.format())
                || !trial.found().workload().equals(other.found().workload())) {
            return "it is of %s and %s of %s: both cannot be '%s', so import them apart, or each under a --workload of its own"
                    .formatted(what(trial), than, what(other), trial.workload());
        }
        for (Map.Entry<String, String> setting : trial.found().settings().entrySet()) {
            String theirs = other.found().settings().getOrDefault(setting.getKey(), "");
            boolean sameMode = trial.group().mode().equals(other.group().mode());
            boolean free = setting.getKey().equals(BLOCK) && !sameMode;
            if (!free && !theirs.equals(setting.getValue())) {
                return "it was made with '%s' %s and %s with %s: name what is no repetition with a --workload of its own"
                        .formatted(setting.getKey(), setting.getValue(), than, theirs.isEmpty() ? "none" : theirs);
            }
        }
        return "";
    }

    private static String what(ImportedTrial trial) {
        return "%s (%s)".formatted(trial.found().workload(), trial.format().name());
    }

    private String units(String workload, Reading reading) {
        for (Measurement metric : reading.metrics()) {
            String unit = units.putIfAbsent(workload + " " + metric.metric(), metric.unit());
            if (unit != null && !unit.equals(metric.unit())) {
                return "its %s is in %s, the others' of '%s' in %s"
                        .formatted(metric.metric(), metric.unit(), workload, unit);
            }
        }
        return "";
    }
}
