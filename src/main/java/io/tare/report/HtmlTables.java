package io.tare.report;

import io.tare.report.MetricTable.Weight;
import io.tare.stats.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Tables of numbers, each in a box of its own that scrolls sideways where the page is narrow. */
final class HtmlTables {
    private HtmlTables() {}

    /** @param place its id, for links */
    static void metric(MetricTable table, Charts charts, String place, Html out) {
        int decimals = table.decimals();
        String title = "%s, %s".formatted(MetricMeaning.title(table.metric()), table.unit());
        open(
                place,
                title,
                table.weight() == Weight.CPU ? MetricMeaning.covers(table.metric()) : table.direction(),
                out);
        List<String> head = new ArrayList<>(List.of("mode", "n"));
        if (table.hasExcluded()) {
            head.add("left out");
        }
        head.addAll(List.of("mean", "sd", medianHead(table), "95% of mean"));
        if (table.judged()) {
            head.addAll(List.of("× " + table.baseline(), "95%", "p", "effect"));
        }
        head(head, out);
        for (CellRow row : table.rows()) {
            out.open("tr");
            mode(row, charts, out);
            if (row.points().isEmpty() && !row.absent().isEmpty()) {
                out.element(
                        "td",
                        "not measured: " + row.absent(),
                        "colspan",
                        Integer.toString(head.size() - 1),
                        "class",
                        "why");
            } else {
                cells(table, row, decimals, out);
            }
            out.close("tr");
        }
        close(out);
    }

    /** Several metrics side by side, means alone. */
    static void means(List<MetricTable> tables, Charts charts, Html out) {
        open("Mean of the valid samples", "what each covers is said with its table below", out);
        List<String> head = new ArrayList<>(List.of("mode"));
        tables.forEach(table -> head.add("%s, %s".formatted(MetricMeaning.title(table.metric()), table.unit())));
        head(head, out);
        for (int i = 0; i < tables.getFirst().rows().size(); i++) {
            int at = i;
            out.open("tr");
            mode(tables.getFirst().rows().get(at), charts, out);
            tables.forEach(table ->
                    number(summary(table.rows().get(at), Summary::mean, Numbers.decimals(table.means(), 3)), out));
            out.close("tr");
        }
        close(out);
    }

    static void latency(LatencyTable table, Html out) {
        open("Latency of %s, ms".formatted(table.title()), "lower is better", out);
        List<String> head = new ArrayList<>(List.of("mode", "trials", "operations"));
        LatencyTable.QUOTED.forEach(p -> head.add(TextLatency.name(p)));
        head.add("max");
        head(head, out);
        int decimals = TextLatency.decimals(table);
        for (LatencyTable.Row row : table.rows()) {
            out.open("tr").element("th", row.label(), "scope", "row");
            number(Integer.toString(row.trials()), out);
            number(Numbers.count(row.operations()), out);
            row.quoted().forEach(v -> number(Numbers.fixed(v, decimals), out));
            number(Numbers.fixed(row.max(), decimals), out);
            out.close("tr");
        }
        close(out);
    }

    /** Begins a table in its box; {@link #close} ends both. */
    static void open(String caption, String note, Html out) {
        begin(out.open("div", "class", "box"), caption, note);
    }

    private static void open(String place, String caption, String note, Html out) {
        begin(out.open("div", "class", "box", "id", place), caption, note);
    }

    private static void begin(Html out, String caption, String note) {
        out.open("p", "class", "caption").element("b", caption);
        if (!note.isEmpty()) {
            out.element("small", note);
        }
        out.close("p");
        out.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
        out.open("table", "aria-label", caption);
    }

    static void head(List<String> columns, Html out) {
        out.open("thead").open("tr");
        columns.forEach(column -> out.element("th", column, "scope", "col"));
        out.close("tr").close("thead").open("tbody").own("\n");
    }

    static void close(Html out) {
        out.close("tbody").close("table").close("div").close("div");
    }

    static void mode(CellRow row, Charts charts, Html out) {
        out.open("th", "scope", "row");
        out.own("<i class=\"dot hue%d\"></i>".formatted(charts.hue(row) % 8)).text(row.label());
        if (row.namesDataPath()) {
            out.element("small", row.dataPath());
        }
        out.close("th");
    }

    private static void cells(MetricTable table, CellRow row, int decimals, Html out) {
        number(Integer.toString(row.points().size()), out);
        if (table.hasExcluded()) {
            number(row.excluded().toString(), out);
        }
        number(summary(row, Summary::mean, decimals), out);
        number(summary(row, Summary::stddev, decimals), out);
        number(median(row, decimals), out);
        number(
                row.interval().isEmpty() && !row.points().isEmpty()
                        ? TextReport.tooFew(row.points().size())
                        : Numbers.interval(row.interval(), decimals),
                out);
        if (!table.judged()) {
            return;
        }
        number(
                row.baseline()
                        ? "1"
                        : row.change()
                                .map(c -> Numbers.ratio(c, table.ratioDecimals()))
                                .orElse(Numbers.NONE),
                out);
        number(
                row.change()
                        .map(c -> Numbers.ratioInterval(c, table.ratioDecimals()))
                        .orElse(""),
                out);
        number(row.change().map(c -> Numbers.p(c.pHolm())).orElse(""), out);
        number(row.change().map(MarkdownReport::effect).orElse(""), out);
    }

    /** The heading of {@link #median}. */
    static String medianHead(MetricTable table) {
        return table.rows().stream().anyMatch(row -> row.medianInterval().isPresent()) ? "median [95%]" : "median";
    }

    /** The median, with its interval where it has one. */
    static String median(CellRow row, int decimals) {
        String median = summary(row, Summary::median, decimals);
        return row.medianInterval().isEmpty()
                ? median
                : median + " " + Numbers.interval(row.medianInterval(), decimals);
    }

    private static String summary(CellRow row, ToDoubleFunction<Summary> of, int decimals) {
        return row.summary()
                .map(s -> Numbers.fixed(of.applyAsDouble(s), decimals))
                .orElse(Numbers.NONE);
    }

    private static void number(String text, Html out) {
        out.element("td", text);
    }
}
