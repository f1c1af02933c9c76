package io.tare.cli;

import io.tare.result.SearchRecord.Plan;
import io.tare.study.Choice;
import io.tare.study.Narrowing;
import io.tare.study.Study;
import io.tare.study.StudyReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code tare tune} is asked to search for: a study and what the command line makes of it. */
final class TuneStudy {
    @Parameters(arity = "0..1", paramLabel = "STUDY", description = "A study file, such as studies/tune-quick.yaml.")
    @Nullable
    Path file;

    @Option(
            names = "--mode",
            paramLabel = "NAME",
            description = "The mode to tune; needed where the study has several.")
    @Nullable
    String mode;

    @Option(
            names = "--workload",
            paramLabel = "NAME",
            description = "The workload that decides; preset: the study's first. Its others are watched.")
    @Nullable
    String workload;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            defaultValue = "",
            description = "The metric of that workload that decides; preset: its first.")
    String metric = "";

    @Option(
            names = "--cpu-price",
            paramLabel = "PERCENT",
            defaultValue = "0",
            description = "By how much more CPU an operation may cost before that counts as harm; preset: 0.")
    double cpuPrice;

    @Option(names = "--seconds", paramLabel = "S", description = "Measured seconds of a trial, instead of the study's.")
    @Nullable
    Integer seconds;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the coins; drawn and recorded if not given.")
    @Nullable
    Long seed;

    /** The file's text, or what stands for it where there is none. */
    String text() {
        return file != null
                ? StudyReader.text(file)
                : """
                name: tune-%s
                modes: [%s]
                workloads: [%s]
                seconds: 2
                omit: 1
                """.formatted(Objects.requireNonNull(mode), mode, Objects.requireNonNull(workload));
    }

    /** The study narrowed to one mode, the deciding workload first; {@link io.tare.study.StudyException} where a word does not fit. */
    Study study() {
        Study read =
                new StudyReader(Words.vocabulary()).read(text(), file == null ? "the command line" : file.toString());
        List<String> one = mode == null ? null : List.of(mode);
        Study based = mode == null ? read : read.basedOn(mode);
        Study narrowed = new Narrowing(null, seconds, one, null, null, seed)
                .of(based)
                .sampled(read.samples()); // a search ends by rules of its own
        if (workload == null) {
            return narrowed;
        }
        List<Choice> ordered = new ArrayList<>(new Narrowing(null, null, null, List.of(workload), null, null)
                .of(narrowed)
                .workloads());
        narrowed.workloads().stream().filter(w -> !ordered.contains(w)).forEach(ordered::add);
        return narrowed.loaded(ordered);
    }

    Plan plan(Study study, double budget) {
        return new Plan(
                study.modes().getFirst().name(), study.workloads().getFirst().name(), metric, budget, cpuPrice / 100);
    }
}
