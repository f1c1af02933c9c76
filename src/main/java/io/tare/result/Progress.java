package io.tare.result;

import io.tare.study.Cell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What a run is doing at this moment: {@code progress.json} in its folder, for those who look on. It is there while Tare works on the run, and nothing but
 * what is shown depends on it; so it is not forced to the disk, and where it cannot be written the run goes on.
 *
 * @param version of the format
 * @param step the last of the setting up or taking down; empty before the first
 * @param trial under way, or null
 * @param ends when the last trial is expected to be over, or null where that is not known yet
 */
public record Progress(
        int version,
        String step,
        @Nullable Running trial,
        @Nullable Instant ends) {
    public static final Progress NONE = new Progress(1, "", null, null);

    public static final String FILE = "progress.json";

    public Progress {
        Objects.requireNonNull(step, "step is null");
    }

    /**
     * A trial under way.
     *
     * @param number counts warm-ups too, from 1
     * @param of all trials of this Tare's part of the run
     */
    public record Running(Cell cell, boolean warmup, int number, int of, Instant begun) {
        public Running {
            Objects.requireNonNull(cell, "cell is null");
            Objects.requireNonNull(begun, "begun is null");
        }
    }

    /** The same after another step, which no trial is part of. */
    public Progress at(String newStep) {
        return new Progress(version, newStep, null, ends);
    }

    public Progress running(Running newTrial) {
        return new Progress(version, step, newTrial, ends);
    }

    public Progress ending(Instant newEnds) {
        return new Progress(version, step, trial, newEnds);
    }

    /** Replaces the file; a reader finds the old one or the new one. */
    public void write(Path folder) {
        Path unfinished = folder.resolve(FILE + ".new");
        try {
            Files.write(unfinished, Json.LINES.writeValueAsBytes(this));
            Files.move(unfinished, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException _) {
            // the run goes on without lookers-on
        }
    }

    /** Empty where nothing is written or what is cannot be read. */
    public static Optional<Progress> read(Path folder) {
        try {
            return Optional.of(Json.LINES.readValue(Files.readAllBytes(folder.resolve(FILE)), Progress.class));
        } catch (IOException | JacksonException | NullPointerException _) {
            return Optional.empty();
        }
    }

    /** Takes the file away: nobody works on the run any more. */
    public static void forget(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(FILE));
            Files.deleteIfExists(folder.resolve(FILE + ".new"));
        } catch (IOException _) {
            // it says what was; the state of the run says that it is over
        }
    }
}
