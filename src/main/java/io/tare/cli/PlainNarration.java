package io.tare.cli;

import io.tare.run.Event;
import io.tare.study.Cell;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/** One line an event, for logs and pipes. */
record PlainNarration(PrintWriter out) implements Narration {
    @Override
    public void accept(Event event) {
        String line = line(event);
        if (!line.isEmpty()) {
            out.println(line);
            out.flush();
        }
    }

    /** An event in words; empty where it is not worth a line. */
    static String line(Event event) {
        return switch (event) {
            case Event.Step(String what) -> "  " + what;
            case Event.Unavailable u ->
                "  cannot be measured here: %s: %s"
                        .formatted(
                                u.cells().stream().map(Cell::toString).collect(Collectors.joining(", ")), u.reason());
            case Event.Begun b -> "%d trials, about %s".formatted(b.trials(), Durations.words(b.expectedSeconds()));
            case Event.TrialBegun _ -> "";
            case Event.TrialEnded t ->
                "  %s/%d  %-28s %s%s  %s left"
                        .formatted(
                                t.number(),
                                t.of(),
                                t.sample().cell(),
                                Narration.found(t.sample()),
                                t.warmup() ? "  (warm-up)" : "",
                                Durations.words(t.secondsLeft()));
            case Event.GivenUp g -> "  given up: %s: %s".formatted(g.cell(), g.reason());
            case Event.Ended _ -> "";
        };
    }
}
