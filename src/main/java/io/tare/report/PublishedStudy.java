package io.tare.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tare.study.Better;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a study has published, in Tare's words: read from a JSON file whose format {@code docs/published.md} describes.
 *
 * @param version of the format
 * @param source as one cites it
 * @param baseline the mode that others are compared with
 * @param modes what the study calls each mode
 * @param testbed what it was measured on, by the names that a run's host facts have where there are such
 * @param cautions what is known of the published figures
 */
public record PublishedStudy(
        int version,
        String name,
        String source,
        String baseline,
        Map<String, String> modes,
        Map<String, String> testbed,
        List<Caution> cautions,
        List<Table> tables,
        List<Figure> figures) {
    static final int VERSION = 1;

    public PublishedStudy {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(source, "source is null");
        Objects.requireNonNull(baseline, "baseline is null");
        modes = modes == null ? Map.of() : modes;
        testbed = testbed == null ? Map.of() : testbed;
        cautions = cautions == null ? List.of() : List.copyOf(cautions);
        tables = List.copyOf(tables);
        figures = figures == null ? List.of() : List.copyOf(figures);
    }

    /** What has to be known before published figures of these workloads are compared with others. */
    public record Caution(List<String> workloads, String says) {
        public Caution {
            workloads = List.copyOf(workloads);
            Objects.requireNonNull(says, "says is null");
        }
    }

    /**
     * @param number as the study counts it: {@code 5.1}
     * @param unit of the published values
     * @param samples behind each row
     * @param note what is odd about it, or null
     */
    public record Table(
            String number,
            String title,
            String workload,
            String metric,
            String unit,
            Direction better,
            int samples,
            @Nullable String note,
            List<Row> rows) {
        public Table {
            Objects.requireNonNull(number, "number is null");
            Objects.requireNonNull(title, "title is null");
            Objects.requireNonNull(workload, "workload is null");
            Objects.requireNonNull(metric, "metric is null");
            Objects.requireNonNull(unit, "unit is null");
            Objects.requireNonNull(better, "better is null");
            rows = List.copyOf(rows);
        }

        Optional<Row> row(String mode, String tuning) {
            return rows.stream()
                    .filter(r -> r.mode().equals(mode) && r.tuning().equals(tuning))
                    .findFirst();
        }
    }

    /** Which way a metric improves, as the file writes it. */
    public enum Direction {
        @JsonProperty("higher")
        HIGHER,
        @JsonProperty("lower")
        LOWER;

        Better better() {
            return this == HIGHER ? Better.HIGHER : Better.LOWER;
        }
    }

    /**
     * @param tuning {@code none} where the file has none
     * @param stddev of the samples
     */
    public record Row(String mode, String tuning, double mean, double stddev) {
        public Row {
            Objects.requireNonNull(mode, "mode is null");
            tuning = Objects.requireNonNullElse(tuning, "none");
        }

        /** {@code overlay}, {@code overlay+rps}. */
        String label() {
            return tuning.equals("none") ? mode : mode + "+" + tuning;
        }
    }

    /**
     * A picture whose points were not published: it can be drawn of a run, and not laid over it.
     *
     * @param tuning that it is about, or null
     */
    public record Figure(
            String number, String title, @Nullable String tuning, List<Part> parts) {
        public Figure {
            Objects.requireNonNull(number, "number is null");
            Objects.requireNonNull(title, "title is null");
            parts = List.copyOf(parts);
        }
    }

    /**
     * @param of the metric, or the operation of curves; null for CPU
     */
    public record Part(
            String workload, Shows shows, @Nullable String of) {
        public Part {
            Objects.requireNonNull(workload, "workload is null");
            Objects.requireNonNull(shows, "shows is null");
        }
    }

    /** What a part of a figure draws. */
    public enum Shows {
        @JsonProperty("bars")
        BARS("bars"),
        @JsonProperty("boxes")
        BOXES("boxplots"),
        @JsonProperty("curves")
        CURVES("distribution"),
        @JsonProperty("cpu")
        CPU("CPU");

        private final String words;

        Shows(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
