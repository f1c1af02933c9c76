package io.tare.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The colours of charts that are drawn outside a page: the light ones of {@code theme.css}, so that a mode has one colour everywhere. */
record Look(String ink, String quiet, String grid, String card, String sans, List<String> hues, List<String> cpu) {
    private static final Pattern COLOUR = Pattern.compile("--(\\w+): light-dark\\((#[0-9a-f]{6}),");

    static Look light() {
        Map<String, String> colours = new LinkedHashMap<>();
        Matcher found = COLOUR.matcher(Assets.own("theme.css"));
        while (found.find()) {
            colours.putIfAbsent(found.group(1), found.group(2));
        }
        return new Look(
                colour(colours, "ink"),
                colour(colours, "quiet"),
                colour(colours, "grid"),
                colour(colours, "card"),
                "Helvetica, Arial, sans-serif",
                IntStream.range(0, 8).mapToObj(i -> colour(colours, "hue" + i)).toList(),
                IntStream.range(0, 6).mapToObj(i -> colour(colours, "cpu" + i)).toList());
    }

    private static String colour(Map<String, String> colours, String name) {
        return Objects.requireNonNull(colours.get(name), name);
    }
}
