package io.tare.report;

import io.tare.result.Sample;
import io.tare.result.Verdict;
import io.tare.study.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One kind of finding on one cell that was not ok.
 *
 * @param level {@code note}, {@code invalid} or {@code failed}
 * @param count the trials it was found on
 * @param trials the first of them, {@link #SHOWN} at most
 * @param finding the first one's words, with its figure
 */
public record VerdictCount(Cell cell, String name, String level, int count, List<Integer> trials, String finding) {
    /** So many trials are named; more are counted. */
    static final int SHOWN = 12;

    public VerdictCount {
        trials = List.copyOf(trials);
    }

    /** Everything that was not ok: failed first, then invalid, then notes; within these by check, then in the order it happened. */
    static List<VerdictCount> of(List<Sample> samples) {
        Map<Key, Found> found = new LinkedHashMap<>();
        for (Sample sample : samples) {
            if (sample.outcome() == Sample.Outcome.FAILED) {
                add(
                        found,
                        sample,
                        new Key(sample.cell(), "failed", "failed"),
                        sample.evidence().reason());
            }
            if (sample.attempt() > 1) {
                add(
                        found,
                        sample,
                        new Key(sample.cell(), "repeated", "note"),
                        "the first attempt failed; log.txt says why");
            }
            for (Verdict verdict : sample.verdicts()) {
                if (verdict.level() != Verdict.Level.OK) {
                    String level = verdict.level() == Verdict.Level.NOTE ? "note" : "invalid";
                    add(found, sample, new Key(sample.cell(), verdict.name(), level), verdict.finding());
                }
            }
        }
        return List.of("failed", "invalid", "note").stream()
                .flatMap(level -> found.entrySet().stream()
                        .filter(e -> e.getKey().level().equals(level))
                        .sorted(Comparator.comparing(e -> e.getKey().name()))
                        .map(e -> e.getValue().counted(e.getKey())))
                .toList();
    }

    /** The trials as people read them: {@code 3, 17, 21 and 40 more}. */
    String trialList() {
        StringBuilder list = new StringBuilder();
        for (int trial : trials) {
            list.append(list.isEmpty() ? "" : ", ").append(trial);
        }
        return count > trials.size() ? list + " and %d more".formatted(count - trials.size()) : list.toString();
    }

    private static void add(Map<Key, Found> found, Sample sample, Key key, String finding) {
        Found entry = found.computeIfAbsent(key, k -> new Found(finding));
        entry.count++;
        if (entry.trials.size() < SHOWN) {
            entry.trials.add(sample.trial());
        }
    }

    private record Key(Cell cell, String name, String level) {}

    private static final class Found {
        private final String finding;
        private final List<Integer> trials = new ArrayList<>();
        private int count;

        private Found(String finding) {
            this.finding = finding;
        }

        private VerdictCount counted(Key key) {
            return new VerdictCount(key.cell(), key.name(), key.level(), count, trials, finding);
        }
    }
}
