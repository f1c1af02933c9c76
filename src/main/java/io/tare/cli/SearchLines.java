package io.tare.cli;

import io.tare.report.SearchTable;
import io.tare.result.SearchOutcome;
import io.tare.result.SearchOutcome.Fate;
import io.tare.result.SearchOutcome.Tried;
import io.tare.run.Event;
import io.tare.search.Progress;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What a search knows so far. With a terminal a few lines that are drawn again after each pair, the most promising knobs first; else a line a pair. What is decided stands as a
 * line of its own in both.
 */
final class SearchLines implements SearchNarration {
    private static final int SHOWN = 6;

    private final PrintWriter out;
    private final boolean live;
    private final int width;
    private int drawn;

    SearchLines(PrintWriter out, Terminal terminal) {
        this.out = out;
        this.live = terminal.live();
        this.width = terminal.width();
    }

    @Override
    public void step(Event event) {
        String line = PlainNarration.line(event);
        if (!line.isEmpty()) {
            say(line);
        }
    }

    @Override
    public void accept(Progress progress) {
        switch (progress) {
            case Progress.Skipped s -> say("  skipped %s: %s".formatted(s.tuning(), s.reason()));
            case Progress.Replayed r -> say("  %d pairs are recorded already".formatted(r.pairs()));
            case Progress.Mending m ->
                say("  connecting the mode anew: beside %s, %s did not work either"
                        .formatted(m.tried(), m.base().equals("none") ? "the untouched state" : m.base()));
            case Progress.PairBegun b -> {
                if (live) {
                    draw(b);
                }
            }
            case Progress.PairEnded e -> ended(e);
        }
    }

    private void ended(Progress.PairEnded e) {
        Tried now = e.now();
        if (!e.trouble().isEmpty()) {
            say("  pair %d of %s does not count: %s".formatted(e.pair(), now.name(), e.trouble()));
        } else if (!live) {
            say("  pair %-4d %-24s %2d pairs  %s  %s left"
                    .formatted(
                            e.pair(),
                            now.name() + against(now),
                            now.pairs(),
                            SearchTable.change(now),
                            Durations.words(e.secondsLeft())));
        }
        if (now.fate() != Fate.OPEN && !Objects.equals(now, e.known().confirmed())) {
            say("  %s%s: %s after %d pairs, %s"
                    .formatted(now.name(), against(now), SearchTable.fate(now), now.pairs(), SearchTable.change(now)));
        }
    }

    private static String against(Tried tried) {
        return tried.against().equals("none") ? "" : " against " + tried.against();
    }

    private void say(String line) {
        erase();
        out.println(line);
        out.flush();
    }

    private void draw(Progress.PairBegun begun) {
        erase();
        SearchOutcome known = begun.known();
        List<Tried> race = known.tried().stream()
                .filter(t -> t.fate() == Fate.OPEN && t.pairs() > 0)
                .sorted(Comparator.comparingDouble(SearchLines::promise).reversed())
                .limit(SHOWN)
                .toList();
        line("  %s, pair %d: %s against %s; %s of the budget left"
                .formatted(
                        SearchTable.stage(known.stage()),
                        begun.pair(),
                        begun.tried(),
                        begun.base().equals("none") ? "untouched" : begun.base(),
                        Durations.words(begun.secondsLeft())));
        race.forEach(t -> line("    %-24s %2d pairs  %s".formatted(t.name(), t.pairs(), SearchTable.change(t))));
        Tried confirmed = known.confirmed();
        if (confirmed != null && confirmed.pairs() > 0) {
            line("    %-24s %2d fresh pairs  %s"
                    .formatted(confirmed.name(), confirmed.pairs(), SearchTable.change(confirmed)));
        }
        out.flush();
    }

    private static double promise(Tried tried) {
        return tried.change() == null ? 0 : Math.abs(tried.change());
    }

    private void line(String text) {
        out.println(text.length() > width ? text.substring(0, width) : text);
        drawn++;
    }

    private void erase() {
        if (drawn > 0) {
            out.print("\u001b[%dA\u001b[J".formatted(drawn));
            drawn = 0;
        }
    }
}
