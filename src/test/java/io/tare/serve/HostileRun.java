package io.tare.serve;

import io.tare.result.Manifest;
import io.tare.result.Manifest.CellFacts;
import io.tare.result.Progress;
import io.tare.result.RecordedRun;
import io.tare.result.RunFolder;
import io.tare.result.Sample;
import io.tare.result.Verdict;
import io.tare.study.Cell;
import io.tare.study.Choice;
import io.tare.study.Study;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A run that goes on, in which everything that a study or a host may name has one name, made to do harm. */
final class HostileRun {
    private HostileRun() {}

    /** In a folder that does not exist, as if its sixth trial ran just now. */
    static RunFolder in(Path folder, String name) {
        Manifest recorded = RecordedRun.manifest(Served.recorded());
        Cell cell =
                new Cell(name, "none", recorded.study().workloads().getFirst().name());
        Study study = recorded.study();
        Study named = new Study(
                name,
                name,
                study.testbed(),
                study.placement(),
                List.of(new Choice(name, "host", Map.of(), null)),
                List.of(study.workloads().getFirst()),
                List.of(Choice.of("none")),
                6,
                1,
                0,
                0,
                name,
                1L,
                study.order(),
                null,
                false,
                null);
        RunFolder run = RunFolder.create(
                folder,
                Manifest.begun("test", "", named, 1, Instant.now())
                        .withCells(List.of(new CellFacts(cell, name, null, List.of(), List.of(), "measured", ""))));
        Sample sample = Served.samples().getFirst();
        for (int i = 1; i < 6; i++) {
            run.append(new Sample(
                    1,
                    i,
                    i,
                    1,
                    cell,
                    name,
                    i == 3 ? Sample.Outcome.INVALID : sample.outcome(),
                    sample.started(),
                    1,
                    sample.metrics(),
                    List.of(Verdict.invalid(name, name)),
                    List.of(),
                    sample.evidence()));
        }
        Progress.NONE
                .at(name)
                .running(new Progress.Running(cell, false, 6, 6, Instant.now()))
                .write(run.path());
        return run;
    }
}
