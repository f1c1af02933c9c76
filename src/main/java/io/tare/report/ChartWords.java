package io.tare.report;

import java.util.stream.Collectors;

/** What charts show, in words for those who do not see them. */
final class ChartWords {
    private ChartWords() {}

    static String means(MetricTable table) {
        int decimals = table.decimals();
        return table.rows().stream()
                .filter(r -> r.summary().isPresent())
                .limit(Charts.MANY)
                .map(r -> "%s: mean %s, 95%% interval %s"
                        .formatted(
                                r.label(),
                                Numbers.fixed(r.summary().orElseThrow().mean(), decimals),
                                Numbers.interval(r.interval(), decimals)))
                .collect(Collectors.joining("; "));
    }

    static String changes(MetricTable table) {
        return table.rows().stream()
                .limit(Charts.MANY)
                .flatMap(r -> r.change().stream()
                        .map(c -> "%s: %s %s"
                                .formatted(
                                        r.label(),
                                        Numbers.ratio(c, table.ratioDecimals()),
                                        Numbers.ratioInterval(c, table.ratioDecimals()))))
                .collect(Collectors.joining("; "));
    }

    static String medians(MetricTable table) {
        int decimals = table.decimals();
        return table.rows().stream()
                .limit(Charts.MANY)
                .flatMap(r -> r.summary().stream()
                        .map(s -> "%s: median %s, quartiles %s and %s"
                                .formatted(
                                        r.label(),
                                        Numbers.fixed(s.median(), decimals),
                                        Numbers.fixed(s.q1(), decimals),
                                        Numbers.fixed(s.q3(), decimals))))
                .collect(Collectors.joining("; "));
    }
}
