package io.tare.cli;

import io.tare.run.Event;
import io.tare.search.Progress;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A search as one JSON document a line: what {@link JsonNarration} says of its trials, and {@code {"event":"pair-ended", …}}. */
record SearchJson(PrintWriter out) implements SearchNarration {
    @Override
    public void step(Event event) {
        new JsonNarration(out).accept(event);
    }

    @Override
    public void accept(Progress progress) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("event", name(progress));
        switch (progress) {
            case Progress.Skipped(String tuning, String reason) -> {
                line.put("tuning", tuning);
                line.put("reason", reason);
            }
            case Progress.Replayed(int pairs) -> line.put("pairs", pairs);
            case Progress.Mending(String base, String tried) -> {
                line.put("against", base);
                line.put("tuning", tried);
            }
            case Progress.PairBegun(var known, int pair, String base, String tried, double left) -> {
                line.put("pair", pair);
                line.put("stage", known.stage());
                line.put("tuning", tried);
                line.put("against", base);
                line.put("secondsLeft", left);
            }
            case Progress.PairEnded(var known, var now, int pair, String trouble, double left) -> {
                line.put("pair", pair);
                line.put("stage", known.stage());
                line.put("trouble", trouble);
                line.put("secondsLeft", left);
                line.put("tried", now);
            }
        }
        out.println(JsonMapper.shared().writeValueAsString(line));
        out.flush();
    }

    private static String name(Progress progress) {
        return switch (progress) {
            case Progress.Skipped _ -> "skipped";
            case Progress.Replayed _ -> "replayed";
            case Progress.Mending _ -> "mending";
            case Progress.PairBegun _ -> "pair-begun";
            case Progress.PairEnded _ -> "pair-ended";
        };
    }
}
