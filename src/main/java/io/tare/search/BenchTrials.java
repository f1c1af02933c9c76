package io.tare.search;

import io.tare.result.LatencyLog;
import io.tare.result.RunFolder;
import io.tare.result.Sample;
import io.tare.run.Bench;
import io.tare.study.Cell;
import io.tare.study.Choice;
import java.util.List;
import java.util.Optional;

/** Trials of one mode on a bench, numbered on from those that are recorded. */
final class BenchTrials implements Trials {
    private final Bench bench;
    private final String mode;
    private int lastTrial;

    BenchTrials(Bench bench, String mode, RunFolder folder, List<Sample> recorded) {
        this.bench = bench;
        this.mode = mode;
        recorded.forEach(sample -> lastTrial = Math.max(lastTrial, sample.trial()));
        // a trial that was lost when the search was killed may have left its latencies
        LatencyLog.read(folder.path(), (trial, operation, histogram) -> lastTrial = Math.max(lastTrial, trial));
    }

    @Override
    public Optional<String> offer(Choice tuning) {
        return bench.offer(mode, tuning);
    }

    @Override
    public void mend() {
        bench.reconnect(mode);
    }

    @Override
    public Sample trial(int block, String tuning, String workload) {
        return bench.trial(new Cell(mode, tuning, workload), block, ++lastTrial);
    }
}
