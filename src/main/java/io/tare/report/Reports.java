package io.tare.report;

import io.tare.result.RecordedRun;
import io.tare.result.ResultException;
import io.tare.result.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Writes a run's reports into its folder. Each file is replaced as a whole: a reader finds the old one or the new one.
 *
 * @param html the page
 * @param markdown the same in Markdown
 * @param json the same for programs
 * @param samples every number, tidy
 * @param latency percentiles, where the run has latency histograms
 * @param series what the measured seconds went through, where samples say
 * @param against the run beside a published study, where one was asked for
 */
public record Reports(
        Path html,
        Path markdown,
        Path json,
        Path samples,
        Optional<Path> latency,
        Optional<Path> series,
        Optional<Path> against) {
    public static final String HTML = "report.html";
    private static final String SAMPLES = "samples.csv";

    /** A run's analysis, the run beside a published study where one was asked for, and the files that say it. */
    public record Written(Analysis analysis, Optional<Against> against, Reports files) {}

    /** Analyses the run and writes everything; {@link ResultException} where a file cannot be written. */
    public static Reports write(RecordedRun run) {
        return write(run, Optional.empty()).files();
    }

    /** The same with the run beside a published study, which {@code against.csv} has too. */
    public static Written write(RecordedRun run, Optional<PublishedStudy> study) {
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            // every number needs no analysis, and of so many takes longest
            CompletableFuture<Path> samples = CompletableFuture.supplyAsync(() -> samples(run), beside);
            Analysis analysis = Analysis.of(run);
            Optional<Against> against = study.map(it -> Against.of(analysis, it));
            Written written = new Written(analysis, against, write(analysis, against));
            joined(samples);
            return written;
        }
    }

    private static Reports write(Analysis analysis, Optional<Against> against) {
        Path folder = analysis.run().folder();
        boolean distributions =
                analysis.workloads().stream().anyMatch(w -> !w.latencies().isEmpty());
        return new Reports(
                replace(folder.resolve(HTML), out -> out.append(HtmlReport.of(analysis, against))),
                replace(folder.resolve("report.md"), out -> out.append(MarkdownReport.of(analysis, against))),
                replace(folder.resolve("report.json"), out -> out.append(JsonReport.of(analysis, against))),
                folder.resolve(SAMPLES),
                distributions
                        ? Optional.of(replace(folder.resolve("latency.csv"), out -> LatencyCsv.write(analysis, out)))
                        : Optional.empty(),
                analysis.run().samples().stream().anyMatch(s -> !s.series().isEmpty())
                        ? Optional.of(replace(
                                folder.resolve("series.csv"),
                                out -> SeriesCsv.write(analysis.run().samples(), out)))
                        : Optional.empty(),
                against.map(it -> replace(folder.resolve("against.csv"), out -> AgainstCsv.write(it, out))));
    }

    /** What {@code report.json} holds. */
    public String text() {
        try {
            return Files.readString(json);
        } catch (IOException e) {
            throw new ResultException("%s cannot be read: %s".formatted(json, e.getMessage()), e);
        }
    }

    private static Path samples(RecordedRun run) {
        Path file = run.folder().resolve(SAMPLES);
        try {
            return WholeFile.replaceBytes(file, out -> SamplesCsv.write(run.samples(), out));
        } catch (IOException | UncheckedIOException e) {
            throw unwritable(file, e);
        }
    }

    private static void joined(CompletableFuture<Path> samples) {
        try {
            samples.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ResultException unwritable ? unwritable : e;
        }
    }

    private static Path replace(Path file, WholeFile.Content content) {
        try {
            return WholeFile.replace(file, content);
        } catch (IOException | UncheckedIOException e) {
            throw unwritable(file, e);
        }
    }

    private static ResultException unwritable(Path file, Exception e) {
        return new ResultException(
                "%s cannot be written: %s. The run itself is untouched; make room or give yourself the right to its folder, then: tare report %s"
                        .formatted(file, e.getMessage(), file.getParent()),
                e);
    }
}
