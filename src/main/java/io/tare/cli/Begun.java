package io.tare.cli;

import io.tare.result.Manifest;
import io.tare.result.RunFolder;
import io.tare.study.Study;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A run at its beginning: its folder, and a manifest with the seed that is drawn where the study has none. */
record Begun(RunFolder run, Manifest manifest) implements AutoCloseable {
    /**
     * Makes the folder.
     *
     * @param to the folder; null is {@code runs/TIME-STUDY}
     * @param text of the study's file
     */
    static Begun at(@Nullable Path to, String text, Study study, Instant start) {
        Path folder = to != null ? to : folder(study.name(), LocalDateTime.now(ZoneId.systemDefault()));
        long seed = study.seed() != null ? study.seed() : new SecureRandom().nextLong(1L << 31);
        Manifest manifest =
                Manifest.begun(TareVersion.text(), text, study, seed, start.truncatedTo(ChronoUnit.SECONDS));
        return new Begun(RunFolder.create(folder, manifest), manifest);
    }

    /** Where a run of this name is kept that nobody named a folder for. */
    static Path folder(String study, LocalDateTime when) {
        return Path.of("runs", RunFolder.name(study, when));
    }

    @Override
    public void close() {
        run.close();
    }
}
