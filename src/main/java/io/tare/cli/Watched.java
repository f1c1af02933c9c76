package io.tare.cli;

import io.tare.result.Progress;
import io.tare.run.Event;
import java.nio.file.Path;
import java.time.Instant;

/** A narration that also leaves in the run's folder what the run is doing, for the live page and whoever else looks on. */
final class Watched implements Narration {
    private final Narration told;
    private final Path folder;
    private Progress progress = Progress.NONE;

    Watched(Narration told, Path folder) {
        this.told = told;
        this.folder = folder;
    }

    @Override
    public void accept(Event event) {
        told.accept(event);
        progress = switch (event) {
            case Event.Step(String what) -> progress.at(what);
            case Event.Begun begun -> progress.ending(in(begun.expectedSeconds()));
            case Event.TrialBegun t ->
                progress.running(new Progress.Running(t.cell(), t.warmup(), t.number(), t.of(), Instant.now()));
            case Event.TrialEnded ended -> progress.ending(in(ended.secondsLeft()));
            case Event.Unavailable _, Event.GivenUp _, Event.Ended _ -> progress;
        };
        progress.write(folder);
    }

    @Override
    public void close() {
        told.close();
        Progress.forget(folder);
    }

    private static Instant in(double seconds) {
        return Instant.now().plusMillis(Math.round(seconds * 1000));
    }
}
