package io.tare.report;

import io.tare.result.RecordedRun;
import io.tare.study.Study;
import java.util.List;
import java.util.Optional;

/** How many samples the cells of a study with a rule took. */
final class Took {
    private Took() {}

    /** In a sentence; empty for a study that says how many samples it takes, and for a run without samples. */
    static Optional<String> words(RecordedRun run) {
        Study study = run.manifest().study();
        List<Integer> all = run.byCell().values().stream()
                .map(List::size)
                .filter(n -> n > 0)
                .toList();
        if (study.stopping() == null || all.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> fewer =
                all.stream().filter(n -> n < study.samples()).sorted().toList();
        if (fewer.isEmpty()) {
            return Optional.of("Each cell took all %d samples.".formatted(study.samples()));
        }
        int least = fewer.getFirst();
        int most = fewer.getLast();
        return Optional.of("%d of %d cells took fewer than %d samples: %s."
                .formatted(
                        fewer.size(),
                        all.size(),
                        study.samples(),
                        least == most ? Integer.toString(least) : "%d to %d".formatted(least, most)));
    }
}
