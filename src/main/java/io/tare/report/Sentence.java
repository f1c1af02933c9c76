package io.tare.report;

import java.util.Objects;

/**
 * Something found, in words, with the table it rests on.
 *
 * @param about the kind of statement
 * @param workload it is about; empty where it is about several
 * @param says one or two sentences, true of the numbers as they are
 * @param place the id of the table, for links
 * @param rests the table in words: {@code Throughput, iperf3-tcp}
 */
public record Sentence(About about, String workload, String says, String place, String rests) {
    public Sentence {
        Objects.requireNonNull(about, "about is null");
        Objects.requireNonNull(says, "says is null");
        Objects.requireNonNull(place, "place is null");
    }

    /** In the order in which they are told. */
    public enum About {
        ORDER("Order of the modes"),
        COST("What they cost"),
        TUNING("What tunings returned"),
        EXCLUDED("What does not count"),
        ADVICE("What to take");

        private final String title;

        About(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    static Sentence of(About about, MetricTable table, String says, Places places) {
        return new Sentence(
                about,
                table.workload(),
                says,
                places.table(table),
                "%s, %s".formatted(MetricMeaning.title(table.metric()), table.workload()));
    }
}
