package io.tare.cli;

import io.tare.host.Uninterrupted;
import io.tare.result.Manifest;
import io.tare.result.RecordedRun;
import io.tare.result.RunFolder;
import io.tare.run.Runner;
import io.tare.run.Testbed;
import io.tare.study.Narrowing;
import io.tare.study.Study;
import io.tare.study.StudyReader;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tare run}: raises the testbed, measures, undoes all, reports. */
@Command(
        name = "run",
        description = "Runs a study: raises its testbed, measures every cell, undoes all it changed, and reports.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Ctrl-C ends a run in order; 'tare run --resume RUN' goes on with it.",
            "Example:  sudo ./tare run studies/quick.yaml --modes host,overlay --samples 10"
        })
final class RunCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "STUDY", description = "The study file, such as studies/quick.yaml.")
    private @Nullable Path file;

    @Option(names = "--to", paramLabel = "FOLDER", description = "Where the run is kept; preset: runs/TIME-STUDY.")
    private @Nullable Path to;

    @Option(names = "--resume", paramLabel = "RUN", description = "Go on with a run that ended before its last trial.")
    private @Nullable Path resume;

    @Option(names = "--dry-run", description = "Print the plan and its expected duration; change nothing.")
    private boolean dryRun;

    @Option(names = "--samples", paramLabel = "N", description = "Samples of each cell, instead of the study's.")
    private @Nullable Integer samples;

    @Option(names = "--seconds", paramLabel = "S", description = "Measured seconds of a trial, instead of the study's.")
    private @Nullable Integer seconds;

    @Option(names = "--modes", paramLabel = "a,b", split = ",", description = "Only these of the study's modes.")
    private @Nullable List<String> modes;

    @Option(
            names = "--workloads",
            paramLabel = "x,y",
            split = ",",
            description = "Only these of the study's workloads.")
    private @Nullable List<String> workloads;

    @Option(names = "--tunings", paramLabel = "t,u", split = ",", description = "Only these of the study's tunings.")
    private @Nullable List<String> tunings;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the random order; drawn and recorded if not given.")
    private @Nullable Long seed;

    @Mixin
    private final LabOption lab = new LabOption();

    @Option(
            names = "--allow-tuning",
            description = "Let tunings change kernel settings of hosts that are not of a lab; without it Tare asks.")
    private boolean allowTuning;

    @Mixin
    private final NarrationOptions narrating = new NarrationOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        if ((file == null) == (resume == null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Name a study to run, as studies/quick.yaml, or a run to go on with: --resume RUN.");
        }
        if (resume != null
                && (samples != null
                        || seconds != null
                        || modes != null
                        || workloads != null
                        || tunings != null
                        || seed != null
                        || to != null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "A run goes on as it was begun: --resume takes none of --samples, --seconds, --modes, --workloads, --tunings, --seed and --to.");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (dryRun) {
            out.print(new Plan(
                            resume == null
                                    ? study()
                                    : RecordedRun.manifest(resume).study())
                    .text());
            out.flush();
            return ExitCode.DONE;
        }
        try (Interruption interruption = Interruption.armed()) {
            Objects.requireNonNull(interruption);
            return resume == null ? begin(study(), out) : goOn(resume, out);
        }
    }

    private Study study() {
        Path given = Objects.requireNonNull(file);
        Study study = new StudyReader(Words.vocabulary()).read(given);
        Study narrowed = new Narrowing(samples, seconds, modes, workloads, tunings, seed).of(study);
        if (narrowed.image() == null) {
            return narrowed;
        }
        Path archive =
                given.toAbsolutePath().resolveSibling(narrowed.image()); // a file is named from where the study is
        return Files.isRegularFile(archive) ? narrowed.running(archive.toString()) : narrowed;
    }

    private int begin(Study study, PrintWriter out) {
        String text = StudyReader.text(Objects.requireNonNull(file));
        try (Begun begun = Begun.at(to, text, study, Instant.now())) {
            return measured(begun.run(), begun.manifest(), null, out);
        }
    }

    private int goOn(Path folder, PrintWriter out) {
        if (RecordedRun.manifest(folder).state() == Manifest.State.COMPLETE) {
            spec.commandLine().getErr().println("This run is complete; there is nothing to go on with.");
            narrating.show(RecordedRun.read(folder), out);
            return ExitCode.DONE;
        }
        try (RunFolder run = RunFolder.resume(folder)) {
            RecordedRun recorded = run.recorded(); // no other Tare adds to it any more
            return measured(run, recorded.manifest(), recorded, out);
        }
    }

    private int measured(RunFolder run, Manifest begun, @Nullable RecordedRun recorded, PrintWriter out) {
        Root.require("A run");
        Instant start = Instant.now();
        Manifest ended;
        try (Narration narration = new Watched(narrating.to(out), run.path())) {
            try (StudyTestbed testbed = StudyTestbed.open(
                    lab.name(),
                    begun.study(),
                    recorded != null,
                    hosts -> TuningConsent.here().of(allowTuning, begun.study(), hosts),
                    narration::step)) {
                Testbed ready = testbed.ready();
                Manifest told = testbed.told(begun, recorded == null ? ready.notes() : continued(recorded, ready));
                run.write(told);
                Runner runner = new Runner(ready, run, told, narration);
                try {
                    ended = (recorded == null ? runner : runner.resuming(recorded)).run(start);
                } finally {
                    Uninterrupted.run(() -> narrating.show(run.recorded(), out));
                }
                narration.step("removing containers, networks and what else was made");
            }
        } finally {
            Thread.interrupted(); // all is undone
            run.discardIfEmpty();
            SudoUser.owns(run.path());
        }
        if (ended.state() == Manifest.State.PARTIAL) {
            spec.commandLine()
                    .getErr()
                    .println("The run ended before its last trial. To go on: tare run --resume " + run.path());
        }
        return ended.state() == Manifest.State.COMPLETE ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** The notes of a run that goes on: what is another Tare or image now than for its first samples is told. */
    private static List<String> continued(RecordedRun recorded, Testbed ready) {
        Manifest first = recorded.manifest();
        List<String> notes = new ArrayList<>(first.notes().isEmpty() ? ready.notes() : first.notes());
        int last =
                recorded.samples().isEmpty() ? 0 : recorded.samples().getLast().trial();
        if (!first.tare().equals(TareVersion.text())) {
            notes.add("From trial %d on measured by Tare %s, before by %s."
                    .formatted(last + 1, TareVersion.text(), first.tare()));
        }
        if (!first.image().digest().isEmpty()
                && !first.image().digest().equals(ready.image().digest())) {
            notes.add("From trial %d on with image %s, before with %s."
                    .formatted(last + 1, ready.image().digest(), first.image().digest()));
        }
        return notes;
    }
}
