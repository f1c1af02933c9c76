package io.tare.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A run's figures in one JSON file, to be kept beside the code they were measured for when the run folder is gone: what {@link RunFigures} holds,
 * without evidence, CPU shares and histograms.
 *
 * @param format always {@link #FORMAT}
 * @param version of the format
 */
public record Baseline(String format, int version, RunFigures run) {
    static final String FORMAT = "tare-baseline";
    static final int VERSION = 1;

    /** Writes the file, or replaces it as a whole. */
    public static void write(RunFigures run, Path file) {
        try {
            WholeFile.replace(
                    file,
                    out -> out.append(Json.LINES.writeValueAsString(new Baseline(FORMAT, VERSION, run)))
                            .append('\n'));
        } catch (IOException e) {
            throw new ResultException("%s cannot be written: %s. Name another file with --save.".formatted(file, e), e);
        }
    }

    /** {@link ResultException} where the file is no baseline, is damaged, or is from a newer Tare. */
    static RunFigures read(Path file) {
        try {
            JsonNode tree = Json.LINES.readTree(Files.readAllBytes(file));
            if (!tree.path("format").asString("").equals(FORMAT)) {
                throw no(file, "it does not say 'format: %s'".formatted(FORMAT));
            }
            int version = tree.path("version").asInt(0);
            if (version > VERSION) {
                throw new ResultException(
                        "%s is a baseline of format version %d; this Tare reads up to %d. Use a newer Tare."
                                .formatted(file, version, VERSION));
            }
            RunFigures run = Json.LINES.treeToValue(tree, Baseline.class).run();
            return new RunFigures(file.toString(), run.manifest(), run.samples(), run.cells(), run.damage());
        } catch (JacksonException e) {
            throw no(file, e.getOriginalMessage());
        } catch (NullPointerException e) {
            throw no(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new ResultException("%s cannot be read: %s".formatted(file, e), e);
        }
    }

    private static ResultException no(Path file, String why) {
        return new ResultException(
                "%s is neither a run folder nor a baseline that 'tare compare RUN --save FILE' wrote: %s"
                        .formatted(file, why));
    }
}
