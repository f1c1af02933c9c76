package io.tare.report;

import io.tare.result.RecordedRun;
import io.tare.result.SearchOutcome;
import io.tare.result.SearchOutcome.Fate;
import io.tare.result.SearchOutcome.Stage;
import io.tare.result.SearchOutcome.Tried;
import io.tare.result.SearchOutcome.Watched;
import io.tare.result.SearchRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a search for tunings found, as sentences and rows; text, HTML and Markdown are drawn from it. */
public record SearchTable(SearchRecord record) {
    static final String TITLE = "Tunings tried";
    /** All but the first and the last are numbers, and the last is words. */
    static final List<String> HEAD = List.of("tuning", "against", "pairs", "change", "interval", "outcome");

    private static final char MINUS = '\u2212';

    /** Of a run that was a search. */
    static Optional<SearchTable> of(RecordedRun run) {
        return SearchRecord.read(run.folder()).map(SearchTable::new);
    }

    /** What came of it, in a sentence. */
    String verdict() {
        SearchOutcome found = record.outcome();
        Tried confirmed = found.confirmed();
        if (found.winner() != null && confirmed != null) {
            return "Winner: %s. On %d pairs of fresh trials it changes %s by %s [%s]. It stands in tuning.yaml, for 'tare tuning apply'."
                    .formatted(
                            found.winner().name(),
                            confirmed.pairs(),
                            metric(),
                            percent(confirmed.change()),
                            interval(confirmed.low(), confirmed.high()));
        }
        if (found.stage() != Stage.ENDED) {
            return "The search ended while %s; what it knew then stands below. To go on: tare tune --resume RUN."
                    .formatted(stage(found.stage()));
        }
        return confirmed == null
                ? "No knob is proven to improve %s within this budget; the hosts are best left as they are, or given more time."
                        .formatted(metric())
                : "The winner of the search, %s, was not confirmed: %s (%s [%s] on %d pairs). Nothing is recommended."
                        .formatted(
                                confirmed.name(),
                                fate(confirmed),
                                percent(confirmed.change()),
                                interval(confirmed.low(), confirmed.high()),
                                confirmed.pairs());
    }

    String method() {
        return ("Each pair is one trial with and one without, in an order drawn by a coin, and the change is of their ratio. Intervals of the search may be looked at after "
                        + "every pair, and each end holds for all knobs at once with 95%%; a knob that does nothing is kept in at most 5%% of searches. The confirmation's is Student's, 95%%, from "
                        + "its own pairs alone. %s of the %s allowed were used.")
                .formatted(minutes(record.spent()), minutes(record.plan().budget()));
    }

    /** Each row as long as {@link #HEAD}: the knobs, those kept first and those not to be had last; the additions; the confirmation. */
    List<List<String>> rows() {
        SearchOutcome found = record.outcome();
        List<List<String>> rows = new ArrayList<>();
        found.tried().stream()
                .sorted(Comparator.comparing((Tried t) -> t.fate() == Fate.UNAVAILABLE)
                        .thenComparing(t -> t.fate() != Fate.KEPT))
                .forEach(t -> rows.add(row(t, outcome(t))));
        found.combined().forEach(t -> rows.add(row(t, outcome(t))));
        Tried confirmed = found.confirmed();
        if (confirmed != null) {
            rows.add(row(confirmed, "confirmation: " + outcome(confirmed)));
        }
        return rows;
    }

    /** What was watched of the confirmed one, and of those that were turned down for it. */
    List<String> watched() {
        List<String> told = new ArrayList<>();
        Tried confirmed = record.outcome().confirmed();
        if (confirmed != null) {
            confirmed.watched().forEach(w -> told.add("%s: %s".formatted(confirmed.name(), told(w))));
        }
        List<Tried> all = new ArrayList<>(record.outcome().tried());
        all.addAll(record.outcome().combined());
        all.forEach(t -> t.watched().stream()
                .filter(Watched::worse)
                .forEach(w -> told.add("%s: %s".formatted(t.name(), told(w)))));
        return told;
    }

    String metric() {
        return "%s of %s with %s"
                .formatted(
                        record.outcome().metric().isEmpty()
                                ? "the metric"
                                : record.outcome().metric(),
                        record.plan().mode(),
                        record.plan().workload());
    }

    /** {@code +24.1% [+18.0%, +31.2%]}. */
    public static String change(Tried tried) {
        return tried.pairs() == 0 ? Numbers.NONE : "%s %s".formatted(percent(tried.change()), bounds(tried));
    }

    /** What became of it, in a word or two. */
    public static String fate(Tried tried) {
        return switch (tried.fate()) {
            case OPEN -> "open";
            case KEPT -> "kept";
            case NO_GAIN -> "no gain";
            case WORSE -> "makes it worse";
            case HARMS -> "does harm";
            case FAILED -> "its trials failed";
            case UNAVAILABLE -> "not to be had";
            case UNDECIDED -> "undecided within the budget";
        };
    }

    /** What a search does in a stage. */
    public static String stage(Stage stage) {
        return switch (stage) {
            case EXPLORING -> "trying knobs";
            case COMBINING -> "combining those kept";
            case CONFIRMING -> "confirming the winner";
            case ENDED -> "at the end";
        };
    }

    private static List<String> row(Tried t, String outcome) {
        return List.of(
                t.name(),
                t.against().equals("none") ? "untouched" : t.against(),
                Integer.toString(t.pairs()),
                percent(t.change()),
                t.pairs() == 0 ? Numbers.NONE : bounds(t),
                outcome);
    }

    private static String outcome(Tried t) {
        return t.reason().isEmpty() ? fate(t) : fate(t) + ": " + t.reason();
    }

    private static String told(Watched w) {
        return "%s, change for the better %s [%s]%s"
                .formatted(w.metric(), percent(w.change()), interval(w.low(), w.high()), w.worse() ? ", worse" : "");
    }

    private static String bounds(Tried t) {
        return t.low() == null && t.high() == null ? "too few pairs" : "[%s]".formatted(interval(t.low(), t.high()));
    }

    private static String interval(@Nullable Double low, @Nullable Double high) {
        return "%s, %s"
                .formatted(low == null ? MINUS + "\u221e" : percent(low), high == null ? "\u221e" : percent(high));
    }

    private static String percent(@Nullable Double change) {
        return change == null
                ? Numbers.NONE
                : String.format(Locale.ROOT, "%+.1f%%", 100 * change).replace('-', MINUS);
    }

    private static String minutes(double seconds) {
        return String.format(Locale.ROOT, "%.1f min", seconds / 60);
    }
}
