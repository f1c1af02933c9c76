package io.tare.search;

import io.tare.result.Sample;
import io.tare.result.SearchOutcome;
import io.tare.result.SearchOutcome.Tried;
import io.tare.result.SearchRecord;
import io.tare.result.SearchRecord.Offered;
import io.tare.run.RunException;
import io.tare.study.Choice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Walks a search: asks for the pairs that it wants, keeps to the budget, and records what it learns after each pair. Pairs that are recorded already are told to it again and
 * not run, so that a search goes on where it was. The clock's part in it, where a stage's budget ended, is recorded before it is acted on.
 */
final class Searcher {
    /** So many pairs in a row without a usable untouched trial end the search. */
    private static final int HOPELESS = 5;
    /** Of the newest pair in what a pair is expected to take. */
    private static final double NEWEST = 0.3;

    private final Trials trials;
    private final List<String> workloads;
    private final long seed;
    private final Budget budget;
    private final Consumer<SearchRecord> keeps;
    private final Consumer<Progress> says;
    private final Map<Boolean, Double> takes = new HashMap<>();
    private SearchRecord record;

    /**
     * @param workloads the one that decides first
     * @param expected what a trial takes in s, until it is known
     * @param record as begun, or as it was when the search was interrupted
     * @param keeps puts it on the disk
     */
    Searcher(
            Trials trials,
            List<String> workloads,
            long seed,
            Budget budget,
            double expected,
            SearchRecord record,
            Consumer<SearchRecord> keeps,
            Consumer<Progress> says) {
        this.trials = trials;
        this.workloads = List.copyOf(workloads);
        this.seed = seed;
        this.budget = budget;
        this.record = record;
        this.keeps = keeps;
        this.says = says;
        takes.put(false, 2 * expected);
        takes.put(true, 2 * expected * workloads.size());
    }

    /** Searches to the end. {@code recorded} are the samples that there are. */
    SearchRecord run(List<Choice> candidates, List<Sample> recorded) {
        offerKnobs(candidates);
        Search search = new Search(record.plan(), record.knobs(), workloads.size() > 1, seed);
        Replay replay = new Replay(recorded);
        List<Integer> moves = record.moved(); // those of the record that is told again, in order
        int acted = 0;
        int combinations = 0;
        while (true) {
            Optional<Choice> wanted = search.wanted();
            if (wanted.isPresent()) {
                search.offered(obstacle(wanted.get(), combinations++));
                continue;
            }
            Optional<Ask> next = search.next();
            if (next.isEmpty()) {
                break;
            }
            Ask ask = next.get();
            if (acted < moves.size() && moves.get(acted) == ask.block()) {
                acted++;
                search.moveOn();
                continue;
            }
            Optional<Pair> known = replay.of(ask, workloads(ask), record.plan());
            if (known.isPresent()) {
                search.saw(known.get());
                continue;
            }
            replay.end().ifPresent(pairs -> says.accept(new Progress.Replayed(pairs)));
            if (budget.ends(search.stage(), search.kept(), takes(ask.whole()), takes(true))) {
                List<Integer> now = new ArrayList<>(record.moved());
                now.add(ask.block());
                record = new SearchRecord(
                        record.version(),
                        record.plan(),
                        record.knobs(),
                        record.combinations(),
                        now,
                        spent(),
                        search.outcome());
                keeps.accept(record);
                search.moveOn();
                continue;
            }
            says.accept(new Progress.PairBegun(search.outcome(), ask.block(), ask.base(), ask.tried(), left()));
            Pair pair = run(ask);
            search.saw(pair);
            if (pair.base().isEmpty() && pair.tried().isEmpty()) {
                says.accept(new Progress.Mending(ask.base(), ask.tried()));
                trials.mend();
            }
            keep(search.outcome());
            says.accept(new Progress.PairEnded(
                    record.outcome(), now(record.outcome(), ask), ask.block(), pair.trouble(), left()));
            if (search.untouchedFailed() >= HOPELESS) {
                throw new RunException(
                        "%d untouched trials in a row could not be used, so nothing can be compared with them; the last: %s"
                                .formatted(HOPELESS, pair.trouble()));
            }
        }
        keep(search.outcome());
        return record;
    }

    private void offerKnobs(List<Choice> candidates) {
        if (!record.knobs().isEmpty()) {
            for (Offered known : record.knobs()) {
                if (known.obstacle().isEmpty()) {
                    trials.offer(known.tuning());
                }
            }
            return;
        }
        List<Offered> offered = new ArrayList<>();
        for (Choice knob : candidates) {
            String obstacle = trials.offer(knob).orElse("");
            offered.add(new Offered(knob, obstacle));
            if (!obstacle.isEmpty()) {
                says.accept(new Progress.Skipped(knob.name(), obstacle));
            }
        }
        record = new SearchRecord(
                record.version(), record.plan(), offered, List.of(), List.of(), spent(), record.outcome());
        keeps.accept(record);
    }

    private String obstacle(Choice combination, int place) {
        String found = trials.offer(combination).orElse("");
        if (place < record.combinations().size()) {
            return record.combinations().get(place).obstacle();
        }
        List<Offered> now = Stream.concat(record.combinations().stream(), Stream.of(new Offered(combination, found)))
                .toList();
        record = new SearchRecord(
                record.version(), record.plan(), record.knobs(), now, record.moved(), spent(), record.outcome());
        keeps.accept(record);
        if (!found.isEmpty()) {
            says.accept(new Progress.Skipped(combination.name(), found));
        }
        return found;
    }

    private Pair run(Ask ask) {
        double before = budget.elapsed().getAsDouble();
        List<Sample> samples = new ArrayList<>();
        List<String> order = ask.triedFirst(seed) ? List.of(ask.tried(), ask.base()) : List.of(ask.base(), ask.tried());
        for (String tuning : order) {
            for (String workload : workloads(ask)) {
                samples.add(trials.trial(ask.block(), tuning, workload));
            }
        }
        double took = budget.elapsed().getAsDouble() - before;
        takes.merge(ask.whole(), took, (old, now) -> (1 - NEWEST) * old + NEWEST * now);
        return Replay.pair(ask, samples, record.plan());
    }

    private List<String> workloads(Ask ask) {
        return ask.whole() ? workloads : workloads.subList(0, 1);
    }

    private double takes(boolean whole) {
        return takes.getOrDefault(whole, 0.0);
    }

    private void keep(SearchOutcome outcome) {
        record = new SearchRecord(
                record.version(),
                record.plan(),
                record.knobs(),
                record.combinations(),
                record.moved(),
                spent(),
                outcome);
        keeps.accept(record);
    }

    private double spent() {
        return budget.elapsed().getAsDouble();
    }

    private double left() {
        return Math.max(0, budget.whole() - spent());
    }

    private static Tried now(SearchOutcome known, Ask ask) {
        Tried confirmed = known.confirmed();
        return confirmed != null && confirmed.pairs() > 0 && confirmed.name().equals(ask.tried()) && ask.whole()
                ? confirmed
                : Stream.concat(known.tried().stream(), known.combined().stream())
                        .filter(t -> t.name().equals(ask.tried()) && t.against().equals(ask.base()))
                        .reduce((_, last) -> last)
                        .orElseThrow();
    }
}
