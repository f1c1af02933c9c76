package io.tare.study;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the command line takes away from a study, or sets in it; null leaves it as it is. */
public record Narrowing(
        @Nullable Integer samples,
        @Nullable Integer seconds,
        @Nullable List<String> modes,
        @Nullable List<String> workloads,
        @Nullable List<String> tunings,
        @Nullable Long seed) {

    /** The narrowed study; {@link StudyException} names every word that does not fit. */
    public Study of(Study study) {
        List<Problem> problems = new ArrayList<>();
        check("samples", samples, problems);
        check("seconds", seconds, problems);
        List<Choice> keptModes = kept(study.modes(), modes, "mode", problems);
        List<Choice> keptWorkloads = kept(study.workloads(), workloads, "workload", problems);
        List<Choice> keptTunings = kept(study.tunings(), tunings, "tuning", problems).stream()
                .filter(tuning -> measured(tuning, keptModes, keptWorkloads, problems))
                .toList();
        if (problems.isEmpty() && Study.compared(keptTunings).only() != null) {
            problems.add(new Problem(
                    0,
                    0,
                    "--tunings leaves out '%s', which the others are compared with; add it"
                            .formatted(study.compared().name())));
        }
        if (problems.isEmpty() && keptModes.stream().noneMatch(m -> m.name().equals(study.baseline()))) {
            problems.add(new Problem(
                    0,
                    0,
                    "--modes leaves out the baseline '%s', which the others are compared with; add it"
                            .formatted(study.baseline())));
        }
        if (!problems.isEmpty()) {
            throw new StudyException("the command line", problems);
        }
        StudyDraft draft = new StudyDraft(study);
        draft.modes = keptModes;
        draft.workloads = keptWorkloads;
        draft.tunings = keptTunings;
        if (samples != null) {
            draft.samples = samples;
            draft.stopping = null;
        }
        draft.seconds = seconds != null ? seconds : study.seconds();
        draft.seed = seed != null ? seed : study.seed();
        return draft.study();
    }

    /** The same bounds as in the study file. */
    private static void check(String key, @Nullable Integer given, List<Problem> problems) {
        for (Key known : Keys.STUDY) {
            Shape.Whole bounds = Shape.whole(known.shape());
            if (given != null
                    && bounds != null
                    && known.name().equals(key)
                    && (given < bounds.least() || given > bounds.most())) {
                problems.add(
                        new Problem(0, 0, "--%s must be %s; it is %d".formatted(key, Numbers.expected(bounds), given)));
            }
        }
    }

    /** Whether a cell of it is left. One that the command line names must have one. */
    private boolean measured(Choice tuning, List<Choice> inModes, List<Choice> under, List<Problem> problems) {
        boolean left =
                inModes.stream().anyMatch(mode -> under.stream().anyMatch(w -> tuning.measures(mode.name(), w.name())));
        Only only = tuning.only();
        if (!left && tunings != null && only != null && problems.isEmpty()) {
            problems.add(new Problem(
                    0,
                    0,
                    "the study measures tuning '%s' in no cell that is left: it is for %s"
                            .formatted(tuning.name(), only.words())));
        }
        return left;
    }

    private static List<Choice> kept(
            List<Choice> choices, @Nullable List<String> names, String kind, List<Problem> problems) {
        if (names == null) {
            return choices;
        }
        if (names.isEmpty()) {
            problems.add(new Problem(0, 0, "--%ss names no %s".formatted(kind, kind)));
        }
        List<String> there = choices.stream().map(Choice::name).toList();
        for (String name : names) {
            if (!there.contains(name)) {
                problems.add(new Problem(
                        0, 0, "the study has no %s '%s'%s".formatted(kind, name, Words.suggestion(name, there))));
            }
        }
        return choices.stream().filter(c -> names.contains(c.name())).toList();
    }
}
