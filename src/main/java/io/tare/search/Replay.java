package io.tare.search;

import io.tare.result.Sample;
import io.tare.result.SearchRecord.Plan;
import io.tare.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pairs that are recorded already. Of a trial that was run twice, because its pair was cut off, the later one counts. */
final class Replay {
    private final List<Sample> recorded;
    private int pairs;
    private boolean ended;

    Replay(List<Sample> recorded) {
        this.recorded = recorded.reversed();
    }

    /** The pair asked for; empty where it has to be run. */
    Optional<Pair> of(Ask ask, List<String> workloads, Plan plan) {
        List<Sample> samples = new ArrayList<>();
        for (String tuning : List.of(ask.base(), ask.tried())) {
            for (String workload : workloads) {
                Optional<Sample> found = recorded.stream()
                        .filter(s -> s.block() == ask.block()
                                && s.cell().tuning().equals(tuning)
                                && s.cell().workload().equals(workload))
                        .findFirst();
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                samples.add(found.get());
            }
        }
        pairs++;
        return Optional.of(pair(ask, samples, plan));
    }

    /** How many pairs were told again, once, when the first has to be run; empty where there was none. */
    Optional<Integer> end() {
        boolean first = !ended && pairs > 0;
        ended = true;
        return first ? Optional.of(pairs) : Optional.empty();
    }

    static Pair pair(Ask ask, List<Sample> samples, Plan plan) {
        Optional<Figures> base = side(ask.base(), samples, plan);
        Optional<Figures> tried = side(ask.tried(), samples, plan);
        String trouble = base.isPresent() && tried.isPresent()
                ? ""
                : samples.stream()
                        .filter(s -> s.outcome() != Sample.Outcome.VALID)
                        .findFirst()
                        .map(s -> "%s: %s".formatted(s.cell(), why(s)))
                        .orElse("the metric that decides is missing or 0");
        return new Pair(ask, base, tried, trouble);
    }

    private static Optional<Figures> side(String tuning, List<Sample> samples, Plan plan) {
        return Figures.of(
                samples.stream().filter(s -> s.cell().tuning().equals(tuning)).toList(), plan);
    }

    private static String why(Sample sample) {
        return sample.verdicts().stream()
                .filter(v -> v.level() == Verdict.Level.INVALID)
                .findFirst()
                .map(Verdict::finding)
                .orElse(sample.evidence().reason());
    }
}
