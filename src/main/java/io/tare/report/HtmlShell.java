package io.tare.report;

import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What all of Tare's pages begin and end with: one file that needs nothing else and asks for nothing from the network. */
final class HtmlShell {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<Chart>> CHARTS = new TypeReference<>() {};

    private HtmlShell() {}

    /**
     * Begins the page, up to the first of its body.
     *
     * @param skip where a keyboard's first step leads, by id, and its words
     */
    static void open(String title, String skip, String words, Html out) {
        out.own("<!DOCTYPE html>\n").open("html", "lang", "en").own("\n").open("head");
        out.own("<meta charset=\"utf-8\">\n");
        out.own("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'unsafe-inline';"
                + " style-src 'unsafe-inline'; img-src data: blob:\">\n");
        out.own("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.own("<meta name=\"color-scheme\" content=\"light dark\">\n");
        out.element("title", title + " \u2013 Tare");
        out.own("<style>\n" + Assets.own("theme.css") + Assets.own("report.css") + "</style>\n");
        out.close("head").open("body").own("\n");
        out.element("a", words, "class", "skip", "href", "#" + skip);
    }

    /** The mark and the choice of colours. */
    static void top(Html out) {
        out.open("div", "class", "top");
        out.own("<span class=\"mark\">Tare</span>");
        out.own("<fieldset class=\"theme\"><legend class=\"unseen\">Colours</legend>");
        for (String theme : List.of("auto", "light", "dark")) {
            out.own("<label><input type=\"radio\" name=\"theme\" value=\"%s\"%s><span>%s</span></label>"
                    .formatted(theme, theme.equals("auto") ? " checked" : "", theme));
        }
        out.own("</fieldset>").close("div");
    }

    /** The charts, what draws them, and the end. */
    static String close(List<Chart> charts, Html out) {
        out.own("<script type=\"application/json\" id=\"charts\">"
                + HtmlReport.island(JSON.writerFor(CHARTS).writeValueAsString(charts)) + "</script>\n");
        out.own("<script>" + Assets.echarts() + "</script>\n");
        out.own("<script>\n" + Assets.own("charts.js") + Assets.own("look.js") + Assets.own("page.js") + "</script>\n");
        return out.close("body").close("html").toString();
    }
}
