package io.tare.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What is to be imported.
 *
 * @param name of the study that the run will be said to be of
 * @param groups in the order given
 * @param baseline the mode the others are compared with; empty is {@code host} where there is one, else the first
 * @param offered operations/s that the tools were told to offer, for those that do not write it down; 0 where nobody knows
 * @param skipBroken whether to go on without what cannot be read
 * @param command the command line, to be kept with the run
 */
public record Import(
        String name, List<Group> groups, String baseline, double offered, boolean skipBroken, String command) {
    public Import {
        Objects.requireNonNull(name, "name is null");
        groups = List.copyOf(groups);
        Objects.requireNonNull(baseline, "baseline is null");
        Objects.requireNonNull(command, "command is null");
    }

    /**
     * Files of one mode.
     *
     * @param tuning {@code none} where there is none
     * @param workload what to call what they measured; empty is the tool's own word
     */
    public record Group(String mode, String tuning, String workload, List<Path> files) {
        public Group {
            Objects.requireNonNull(mode, "mode is null");
            Objects.requireNonNull(tuning, "tuning is null");
            Objects.requireNonNull(workload, "workload is null");
            files = List.copyOf(files);
        }
    }
}
