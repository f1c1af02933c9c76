package io.tare.report;

import java.util.List;
import java.util.Locale;

/**
 * Puts charts into a page, each with its title, a caption, the words for those who do not see it, and buttons that save it.
 *
 * @param made the charts of the page so far; a figure refers to its chart by its place
 */
record HtmlFigures(List<Chart> made, Html out) implements HtmlTime.Figures {
    @Override
    public void draw(Chart chart, String caption, String alternative) {
        draw("c" + made.size(), chart, caption, alternative);
    }

    /** The same at a place of its own, for links. */
    void draw(String place, Chart chart, String caption, String alternative) {
        int number = made.size();
        made.add(chart);
        out.open("figure", "id", place).own("\n");
        out.open("div", "class", "figure-head").element("span", chart.title(), "class", "figure-title");
        out.open("span", "class", "save");
        for (String format : List.of("SVG", "PNG")) {
            out.element(
                    "button",
                    format,
                    "type",
                    "button",
                    "data-save",
                    format.toLowerCase(Locale.ROOT),
                    "aria-label",
                    "Save the chart %s as %s".formatted(chart.title(), format));
        }
        out.close("span").close("div");
        out.open(
                        "div",
                        "class",
                        "chart",
                        "data-chart",
                        Integer.toString(number),
                        "role",
                        "img",
                        "aria-label",
                        "%s. %s".formatted(chart.title(), alternative))
                .close("div");
        out.element("figcaption", caption);
        out.close("figure");
    }
}
