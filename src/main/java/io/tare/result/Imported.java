package io.tare.result;

import java.util.List;
import java.util.Objects;

/**
 * Where the samples of a run came from that Tare did not measure itself.
 *
 * @param files in the order they were given
 */
public record Imported(List<SourceFile> files) {
    public Imported {
        files = List.copyOf(files);
    }

    /**
     * A file that a tool left.
     *
     * @param name as it was given
     * @param sha256 of its bytes, in hexadecimal
     * @param format the tool and its form; empty where it is none that is known
     * @param trials the samples it gave, by their numbers; of a trial that several threads logged, each file has its number
     * @param problem what was left out of it and why; empty where all of it was used
     */
    public record SourceFile(
            String name, String sha256, long bytes, String format, List<Integer> trials, String problem) {
        public SourceFile {
            Objects.requireNonNull(name, "name is null");
            Objects.requireNonNull(sha256, "sha256 is null");
            Objects.requireNonNull(format, "format is null");
            trials = List.copyOf(trials);
            Objects.requireNonNull(problem, "problem is null");
        }
    }
}
