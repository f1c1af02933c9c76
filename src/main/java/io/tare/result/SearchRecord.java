package io.tare.result;

import io.tare.study.Choice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * {@code search.json}: what a search for tunings was asked, and all that it learnt beside its samples. With the samples and the seed of the run it gives
 * the search's decisions again, which stand in it too.
 *
 * @param version of the format
 * @param knobs those to try, in order
 * @param combinations those that came up, in order
 * @param moved before which pairs the budget ended a stage; a pair once for each stage
 * @param spent s of the budget when this was written
 */
public record SearchRecord(
        int version,
        Plan plan,
        List<Offered> knobs,
        List<Offered> combinations,
        List<Integer> moved,
        double spent,
        SearchOutcome outcome) {
    public static final int VERSION = 1;
    public static final String FILE = "search.json";

    public SearchRecord {
        Objects.requireNonNull(plan, "plan is null");
        knobs = List.copyOf(knobs);
        combinations = List.copyOf(combinations);
        moved = List.copyOf(moved);
        Objects.requireNonNull(outcome, "outcome is null");
    }

    /**
     * What is asked.
     *
     * @param workload whose main metric decides
     * @param metric that decides; empty is the workload's first that has a better side
     * @param budget in s, setting up included
     * @param cpuPrice by how much more CPU an operation may take, as a fraction
     */
    public record Plan(String mode, String workload, String metric, double budget, double cpuPrice) {
        public Plan {
            Objects.requireNonNull(mode, "mode is null");
            Objects.requireNonNull(workload, "workload is null");
            Objects.requireNonNull(metric, "metric is null");
        }
    }

    /**
     * A tuning put to the testbed.
     *
     * @param obstacle why it cannot be had there; empty where it can
     */
    public record Offered(Choice tuning, String obstacle) {
        public Offered {
            Objects.requireNonNull(tuning, "tuning is null");
            Objects.requireNonNull(obstacle, "obstacle is null");
        }
    }

    /** A search that has yet to put its knobs to the testbed. */
    public static SearchRecord begun(Plan plan) {
        return new SearchRecord(VERSION, plan, List.of(), List.of(), List.of(), 0, SearchOutcome.unknown());
    }

    /** The search of a run; empty where the run is none. {@link ResultException} where it cannot be read. */
    public static Optional<SearchRecord> read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            SearchRecord read = Json.LINES.readValue(Files.readAllBytes(file), SearchRecord.class);
            if (read.version() > VERSION) {
                throw new ResultException("%s is of format version %d; this Tare reads up to %d. Use a newer Tare."
                        .formatted(file, read.version(), VERSION));
            }
            return Optional.of(read);
        } catch (JacksonException | NullPointerException e) {
            throw new ResultException("%s is damaged: %s".formatted(file, e.getMessage()), e);
        } catch (IOException e) {
            throw new ResultException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }
}
