package io.tare.report;

import io.tare.report.PublishedStudy.Figure;
import io.tare.report.PublishedStudy.Part;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A published figure and where the run's own pictures of the same are. */
public record AgainstFigure(Figure published, List<Found> parts) {
    public AgainstFigure {
        Objects.requireNonNull(published, "published is null");
        parts = List.copyOf(parts);
    }

    /**
     * @param place of the run's chart in the page; empty where it has none
     * @param missing why it has none; else empty
     */
    public record Found(Part part, Optional<String> place, String missing) {
        /** {@code boxplots of throughput, iperf3-tcp}. */
        String words() {
            String of = part.of();
            return "%s%s, %s".formatted(part.shows().words(), of == null ? "" : " of " + of, part.workload());
        }
    }

    /** {@code Figure 5.1: iperf3 throughput}. */
    String title() {
        return "Figure %s: %s".formatted(published.number(), published.title());
    }

    /** Where each part is, or why it is missing; the latter once where all parts have one reason. */
    String words(String where) {
        List<String> reasons = parts.stream().map(Found::missing).distinct().toList();
        if (reasons.size() == 1) {
            return reasons.getFirst().isEmpty() ? where : "missing, " + reasons.getFirst();
        }
        return parts.stream()
                .map(p -> p.words() + ": " + (p.missing().isEmpty() ? where : "missing, " + p.missing()))
                .collect(Collectors.joining("; "));
    }

    static AgainstFigure of(Analysis analysis, Figure figure) {
        return new AgainstFigure(
                figure,
                figure.parts().stream()
                        .map(part -> found(analysis, figure, part))
                        .toList());
    }

    private static Found found(Analysis analysis, Figure figure, Part part) {
        Optional<WorkloadResults> results = analysis.workloads().stream()
                .filter(w -> w.workload().equals(part.workload()))
                .findFirst();
        if (results.isEmpty()) {
            return missing(part, "the run's study has no workload " + part.workload());
        }
        String tuning = figure.tuning();
        if (tuning != null
                && results.get().tables().stream()
                        .flatMap(t -> t.rows().stream())
                        .noneMatch(r ->
                                r.cell().tuning().equals(tuning) && !r.points().isEmpty())) {
            return missing(
                    part, "the run has no valid sample of %s with the tuning %s".formatted(part.workload(), tuning));
        }
        Optional<String> place = Places.of(analysis).of(results.get(), part);
        return place.isPresent()
                ? new Found(part, place, "")
                : missing(
                        part,
                        switch (part.shows()) {
                            case BARS, BOXES -> "no sample has %s".formatted(part.of());
                            case CURVES ->
                                "no latency histogram of %s: its client prints no distribution, or no sample is valid"
                                        .formatted(part.of());
                            case CPU -> "no valid sample has CPU figures of the hosts";
                        });
    }

    private static Found missing(Part part, String why) {
        return new Found(part, Optional.empty(), why);
    }
}
