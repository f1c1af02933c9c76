package io.tare.cli;

import io.tare.run.Runner;
import io.tare.study.Choice;
import io.tare.study.Only;
import io.tare.study.Schedule;
import io.tare.study.Stopping;
import io.tare.study.Study;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a study would do, in words. */
record Plan(Study study) {
    /** What raising the testbed and taking it down is expected to cost, in s. */
    private static final double SETTING_UP = 20;

    /** One line a word. */
    String text() {
        return pairs().entrySet().stream()
                .map(pair -> "%-10s %s%n".formatted(pair.getKey(), pair.getValue()))
                .collect(Collectors.joining());
    }

    /** What it would do, by what of it. */
    Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        pairs.put("study", study.name());
        pairs.put(
                "testbed",
                "%s lab: %s".formatted(study.testbed().lab(), study.testbed().words()));
        pairs.put("placement", study.placement().meaning());
        pairs.put("modes", "%s (baseline %s)".formatted(names(study.modes()), study.baseline()));
        pairs.put("workloads", names(study.workloads()));
        pairs.put("tunings", tunings());
        pairs.put(
                "cells",
                "%d, each %s samples of %d s%s, %d warm-up"
                        .formatted(
                                Schedule.cells(study).size(),
                                study.sampling(),
                                study.seconds(),
                                study.omit() > 0 ? " after %d s omitted".formatted(study.omit()) : "",
                                study.warmup()));
        pairs.put(
                "order",
                study.order().name().toLowerCase(Locale.ROOT)
                        + (study.order() == Study.Order.RANDOM
                                ? ", seed " + (study.seed() == null ? "drawn at the start" : study.seed())
                                : ""));
        pairs.put("takes", takes());
        return pairs;
    }

    private String takes() {
        Stopping stopping = study.stopping();
        return stopping == null
                ? "about " + Durations.words(expected(study))
                : "about %s to %s"
                        .formatted(
                                Durations.words(expected(study.sampled(stopping.atLeast()))),
                                Durations.words(expected(study)));
    }

    private static double expected(Study study) {
        return Runner.expectedSeconds(study)
                + Runner.expectedTurns(study)
                + Runner.expectedProfiles(study)
                + SETTING_UP;
    }

    private String tunings() {
        return study.tunings().stream()
                .map(tuning -> {
                    Only only = tuning.only();
                    return tuning.name() + (only == null ? "" : " (only %s)".formatted(only.words()));
                })
                .collect(Collectors.joining(", "));
    }

    private static String names(List<Choice> choices) {
        return choices.stream().map(Choice::name).collect(Collectors.joining(", "));
    }
}
