package io.tare.result;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;

/**
 * A run read back from its folder.
 *
 * @param samples in the order they were recorded
 * @param damage what could not be read, one sentence each; the rest is used
 */
public record RecordedRun(Path folder, Manifest manifest, List<Sample> samples, List<String> damage) {
    public RecordedRun {
        Objects.requireNonNull(folder, "folder is null");
        Objects.requireNonNull(manifest, "manifest is null");
        samples = List.copyOf(samples);
        damage = List.copyOf(damage);
    }

    /** Reads a run folder; {@link ResultException} where it is none, or is from a newer Tare. */
    public static RecordedRun read(Path folder) {
        Manifest manifest = manifest(folder);
        List<Sample> samples = new ArrayList<>();
        List<String> damage = new ArrayList<>();
        Path file = folder.resolve(RunFolder.SAMPLES);
        if (Files.exists(file)) {
            try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
                int number = 0;
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    number++;
                    if (!line.isBlank()) {
                        sample(line, number, samples, damage);
                    }
                }
            } catch (IOException e) {
                throw new ResultException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
            }
        }
        return new RecordedRun(folder, manifest, samples, damage);
    }

    /** The study has every block it asked for. */
    public boolean complete() {
        return manifest.state() == Manifest.State.COMPLETE;
    }

    private static void sample(String line, int number, List<Sample> samples, List<String> damage) {
        try {
            byte[] utf8 = line.getBytes(StandardCharsets.ISO_8859_1);
            Sample sample = Json.LINES.readValue(utf8, Sample.class);
            if (sample.version() > Sample.VERSION) {
                damage.add("%s line %d is of format version %d, newer than this Tare reads (%d)"
                        .formatted(RunFolder.SAMPLES, number, sample.version(), Sample.VERSION));
            } else {
                samples.add(sample);
            }
        } catch (JacksonException | NullPointerException e) {
            damage.add("%s line %d cannot be read and is left out (%s)"
                    .formatted(RunFolder.SAMPLES, number, firstLine(e)));
        }
    }

    private static Manifest manifest(Path folder) {
        Path file = folder.resolve(RunFolder.MANIFEST);
        if (!Files.exists(file)) {
            throw new ResultException("%s is no run folder: it has no %s. 'tare run' prints the folder of each run."
                    .formatted(folder, RunFolder.MANIFEST));
        }
        try {
            var tree = Json.LINES.readTree(Files.readAllBytes(file));
            int version = tree.path("version").asInt(0);
            if (version > Manifest.VERSION) {
                throw new ResultException("%s is of format version %d; this Tare reads up to %d. Use a newer Tare."
                        .formatted(file, version, Manifest.VERSION));
            }
            return Json.LINES.treeToValue(tree, Manifest.class);
        } catch (JacksonException | NullPointerException e) {
            throw new ResultException("%s is damaged: %s".formatted(file, firstLine(e)), e);
        } catch (IOException e) {
            throw new ResultException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static String firstLine(Exception e) {
        return e instanceof JacksonException j ? j.getOriginalMessage() : String.valueOf(e.getMessage());
    }
}
