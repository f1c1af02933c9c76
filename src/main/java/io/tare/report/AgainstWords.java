package io.tare.report;

import io.tare.report.AgainstRow.Agreement;
import io.tare.result.Manifest;
import io.tare.result.Manifest.HostFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said around the tables of a run beside a published study, the same in every form of the report. */
final class AgainstWords {
    static final String METHOD =
            "Compared is the change against the baseline, and of a tuning against its own mode untouched: absolute values belong to their machine. Measured"
                    + " intervals are those of the tables above; the published ones come from means, deviations and sample counts (delta method on the ratio's"
                    + " logarithm, 95%). 'As published' says that both are clear, go one way and their intervals meet; 'smaller' and 'larger' that the intervals do not meet.";
    static final String FIGURES =
            "Boxplots, distributions and CPU were published as pictures without their points: this run's own stand where the links lead. The bars' values are in the tables.";

    private AgainstWords() {}

    /** {@code 12 of 47 published changes could be compared: 5 as published, …}. */
    static String summary(Against against) {
        long all = against.rows().count();
        String parts = Stream.of(Agreement.values())
                .filter(a -> a != Agreement.BASELINE && a != Agreement.MISSING)
                .map(a -> count(against, a))
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining("; "));
        long tables =
                against.tables().stream().filter(t -> t.missing().isEmpty()).count();
        long figures = against.figures().stream()
                .filter(f -> f.parts().stream().anyMatch(p -> p.place().isPresent()))
                .count();
        return "%d of %d tables and %d of %d figures are here. %d of %d published changes could be compared%s."
                .formatted(
                        tables,
                        against.tables().size(),
                        figures,
                        against.figures().size(),
                        against.compared(),
                        all,
                        parts.isEmpty() ? "" : ": " + parts);
    }

    private static String count(Against against, Agreement agreement) {
        long n = against.rows().filter(r -> r.agreement() == agreement).count();
        return n == 0 ? "" : "%d %s".formatted(n, agreement.words());
    }

    /** Rows of fact, published, here. */
    static List<List<String>> testbeds(PublishedStudy study, Manifest manifest) {
        List<List<String>> rows = new ArrayList<>();
        study.testbed()
                .forEach((fact, there) -> rows.add(List.of(
                        fact,
                        there,
                        fact.equals("hosts") ? manifest.study().testbed().words() : here(fact, manifest))));
        return rows;
    }

    private static String here(String fact, Manifest manifest) {
        String values = manifest.hosts().stream()
                .map(HostFacts::facts)
                .map(facts -> facts.getOrDefault(fact, ""))
                .filter(value -> !value.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        return values.isEmpty() ? Numbers.NONE : values;
    }
}
