package io.tare.cli;

import io.tare.host.Uninterrupted;
import io.tare.result.Manifest;
import io.tare.result.RecordedRun;
import io.tare.result.RunFolder;
import io.tare.result.SearchRecord;
import io.tare.run.Event;
import io.tare.run.Testbed;
import io.tare.search.TuningSearch;
import io.tare.study.Study;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tare tune}: finds the tunings that help one mode, proves them, undoes all, and writes the winner down. */
@Command(
        name = "tune",
        description =
                "Searches for the tunings that help a mode: tries knobs in interleaved pairs, combines those that are proven, confirms the winner on fresh trials, and undoes all.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Ctrl-C ends a search in order with what it knows; 'tare tune --resume RUN' goes on with it.",
            "Example:  sudo ./tare tune studies/tune-quick.yaml --budget 10m"
        })
final class TuneCommand implements Callable<Integer> {
    @Mixin
    private final TuneStudy asked = new TuneStudy();

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            defaultValue = "30m",
            converter = BudgetText.class,
            description = "The time it may take, setting up included, as 90s, 30m or 2h; preset: ${DEFAULT-VALUE}.")
    private double budget;

    @Option(names = "--to", paramLabel = "FOLDER", description = "Where the search is kept; preset: runs/TIME-STUDY.")
    private @Nullable Path to;

    @Option(names = "--resume", paramLabel = "RUN", description = "Go on with a search that ended before its time.")
    private @Nullable Path resume;

    @Mixin
    private final LabOption lab = new LabOption();

    @Option(
            names = "--allow-tuning",
            description = "Change kernel settings of hosts that are not of a lab; without it Tare asks.")
    private boolean allowTuning;

    @Mixin
    private final NarrationOptions narrating = new NarrationOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (resume != null && (asked.file != null || asked.mode != null || asked.workload != null || to != null)) {
            throw wrong("A search goes on as it was begun: --resume takes no study, --mode, --workload or --to.");
        }
        if (resume == null && asked.file == null && (asked.mode == null || asked.workload == null)) {
            throw wrong(
                    "Name a study, as studies/tune-quick.yaml, or a mode and a workload, as --mode overlay --workload iperf3-tcp, or a search to go on with: --resume RUN.");
        }
        PrintWriter out = spec.commandLine().getOut();
        Instant start = Instant.now();
        try (Interruption interruption = Interruption.armed()) {
            Objects.requireNonNull(interruption);
            return resume == null ? begin(out, start) : goOn(resume, out, start);
        }
    }

    private int begin(PrintWriter out, Instant start) {
        Study study = asked.study();
        if (study.modes().size() > 1) {
            throw wrong("A search tunes one mode, and the study has several; name one with --mode: "
                    + String.join(
                            ", ", study.modes().stream().map(m -> m.name()).toList()) + ".");
        }
        try (Begun begun = Begun.at(to, asked.text(), study, start)) {
            SearchRecord record = SearchRecord.begun(asked.plan(study, budget));
            begun.run().write(record);
            return search(begun.run(), begun.manifest(), record, false, out, start);
        }
    }

    private int goOn(Path folder, PrintWriter out, Instant start) {
        Manifest recorded = RecordedRun.manifest(folder);
        SearchRecord record = SearchRecord.read(folder)
                .orElseThrow(() -> wrong(
                        "%s is a run and no search; to go on with it: tare run --resume %s".formatted(folder, folder)));
        if (recorded.state() == Manifest.State.COMPLETE) {
            spec.commandLine().getErr().println("This search is complete; there is nothing to go on with.");
            narrating.show(RecordedRun.read(folder), out);
            return ExitCode.DONE;
        }
        try (RunFolder run = RunFolder.resume(folder)) {
            Manifest begun = RecordedRun.manifest(folder); // no other Tare writes it any more
            return search(run, begun, SearchRecord.read(folder).orElse(record), true, out, start);
        }
    }

    private int search(
            RunFolder run, Manifest begun, SearchRecord record, boolean exact, PrintWriter out, Instant start) {
        Root.require("A search");
        SearchNarration narration = narrating.searching(out);
        Manifest ended;
        try {
            try (StudyTestbed testbed = StudyTestbed.open(
                    lab.name(),
                    begun.study(),
                    exact,
                    hosts -> TuningConsent.here().searching(allowTuning, hosts),
                    what -> narration.step(new Event.Step(what)))) {
                Testbed ready = testbed.ready();
                Manifest told = testbed.told(begun, ready.notes());
                run.write(told);
                try {
                    ended = new TuningSearch(ready, run, told, record, narration::step, narration).run(start);
                } finally {
                    Uninterrupted.run(() -> narrating.show(run.recorded(), out));
                }
            }
        } finally {
            Thread.interrupted(); // all is undone
            run.discardIfEmpty();
            SudoUser.owns(run.path());
        }
        if (ended.state() == Manifest.State.PARTIAL) {
            spec.commandLine()
                    .getErr()
                    .println("The search ended before its time. To go on: tare tune --resume " + run.path());
        }
        return ended.state() == Manifest.State.COMPLETE ? ExitCode.DONE : ExitCode.FAILED;
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
