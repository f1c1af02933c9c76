package io.tare.serve;

import io.tare.report.Assets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The files of the page: its own, and those that a report is made of too, so that both look the same. */
final class Assembled {
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    private static final List<String> SCRIPTS = List.of(
            "page.js",
            "elements.js",
            "words.js",
            "runs.js",
            "live.js",
            "samples.js",
            "drawing.js",
            "studies.js",
            "lab.js");

    private static final Map<String, Answer> FILES = files();

    private static final Answer PAGE = Answer.html(200, own("page.html"));

    private Assembled() {}

    static Answer page() {
        return PAGE;
    }

    /** {@link Refusal} where there is no such file. */
    static Answer file(String name) {
        Answer file = FILES.get(name);
        if (file == null) {
            throw Refusal.notFound("There is no such file.");
        }
        return file;
    }

    private static Map<String, Answer> files() {
        Map<String, Answer> files = new HashMap<>();
        SCRIPTS.forEach(name -> files.put(name, file(SCRIPT, own(name))));
        files.put("charts.js", file(SCRIPT, Assets.own("charts.js") + Assets.own("look.js")));
        files.put("echarts.js", file(SCRIPT, Assets.echarts()));
        files.put("page.css", file(STYLE, Assets.own("theme.css") + Assets.own("report.css") + own("page.css")));
        return files;
    }

    private static Answer file(String type, String text) {
        return Answer.of(200, type, text.getBytes(StandardCharsets.UTF_8)).with(Map.of("Cache-Control", "no-cache"));
    }

    private static String own(String name) {
        try (InputStream stream = Objects.requireNonNull(Assembled.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
