package io.tare.cli;

import io.tare.run.Event;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** One JSON document a line and event, for programs: {@code {"event":"trial-ended", …}}. */
record JsonNarration(PrintWriter out) implements Narration {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public void accept(Event event) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("event", name(event));
        switch (event) {
            case Event.Step(String what) -> line.put("what", what);
            case Event.Unavailable(var cells, String reason) -> {
                line.put("cells", cells);
                line.put("reason", reason);
            }
            case Event.Begun(int trials, double seconds) -> {
                line.put("trials", trials);
                line.put("expectedSeconds", seconds);
            }
            case Event.TrialBegun(var cell, boolean warmup, int number, int of) -> {
                line.put("cell", cell);
                line.put("warmup", warmup);
                line.put("number", number);
                line.put("of", of);
            }
            case Event.TrialEnded(var sample, boolean warmup, int number, int of, double left) -> {
                line.put("warmup", warmup);
                line.put("number", number);
                line.put("of", of);
                line.put("secondsLeft", left);
                line.put("sample", sample);
            }
            case Event.GivenUp(var cell, String reason) -> {
                line.put("cell", cell);
                line.put("reason", reason);
            }
            case Event.Ended(var manifest) -> {
                line.put("state", manifest.state());
                line.put("spent", manifest.spent());
            }
        }
        out.println(JSON.writeValueAsString(line));
        out.flush();
    }

    private static String name(Event event) {
        return switch (event) {
            case Event.Step _ -> "step";
            case Event.Unavailable _ -> "unavailable";
            case Event.Begun _ -> "begun";
            case Event.TrialBegun _ -> "trial-begun";
            case Event.TrialEnded _ -> "trial-ended";
            case Event.GivenUp _ -> "given-up";
            case Event.Ended _ -> "ended";
        };
    }
}
