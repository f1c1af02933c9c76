package io.tare.search;

import io.tare.result.Measurement;
import io.tare.result.SearchOutcome;
import io.tare.result.SearchOutcome.Fate;
import io.tare.result.SearchOutcome.Stage;
import io.tare.result.SearchOutcome.Tried;
import io.tare.result.SearchRecord.Offered;
import io.tare.result.SearchRecord.Plan;
import io.tare.study.Better;
import io.tare.study.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A search as a machine that says what it wants next, and is told what came of it: knobs are explored, those kept combined, the winner confirmed. All that it decides
 * follows from what it was told and the seed, so that a search told the same again is where it was. Reads no clock.
 */
final class Search {
    /** Pairs that the winner is confirmed with at most. */
    private static final int CONFIRMING = 20;

    private final Plan plan;
    private final List<Offered> knobs;
    private final boolean others;
    private final Exploration exploration;
    private @Nullable Combination combination;
    private @Nullable Duel confirmation;
    private @Nullable Measurement metric;
    private Stage stage = Stage.EXPLORING;
    private int lastBlock;
    private int untouchedFailed;

    /** {@code others} tells whether there are workloads beside the one that decides. */
    Search(Plan plan, List<Offered> knobs, boolean others, long seed) {
        this.plan = plan;
        this.knobs = List.copyOf(knobs);
        this.others = others;
        List<String> there = knobs.stream()
                .filter(k -> k.obstacle().isEmpty())
                .map(k -> k.tuning().name())
                .toList();
        this.exploration = new Exploration(there, plan.cpuPrice(), others, seed);
        proceed();
    }

    Stage stage() {
        return stage;
    }

    /** The combination that has to be put to the testbed before anything else; {@link #offered} answers it. */
    Optional<Choice> wanted() {
        Optional<Choice> wanted =
                stage == Stage.COMBINING && combination != null ? combination.wanted() : Optional.empty();
        proceed();
        return wanted;
    }

    /** {@code obstacle} is empty where the testbed can have it. */
    void offered(String obstacle) {
        if (combination != null) {
            combination.offered(obstacle);
        }
        proceed();
    }

    /** The pair of trials wanted next; empty at the end. */
    Optional<Ask> next() {
        int block = lastBlock + 1;
        return switch (stage) {
            case EXPLORING -> exploration.next(block);
            case COMBINING -> combination == null ? Optional.empty() : combination.next(block);
            case CONFIRMING -> Optional.of(new Ask(block, Candidates.UNTOUCHED, winner().name(), true));
            case ENDED -> Optional.empty();
        };
    }

    void saw(Pair pair) {
        lastBlock = pair.ask().block();
        pair.tried().ifPresent(f -> metric = f.named());
        if (pair.ask().base().equals(Candidates.UNTOUCHED)) {
            untouchedFailed = pair.base().isPresent() ? 0 : untouchedFailed + 1;
        }
        switch (stage) {
            case EXPLORING -> exploration.saw(pair);
            case COMBINING -> {
                if (combination != null) {
                    combination.saw(pair);
                }
            }
            case CONFIRMING -> confirming().add(pair);
            case ENDED -> throw new IllegalStateException("the search has ended");
        }
        proceed();
    }

    /** So many pairs in a row whose untouched trial could not be used. */
    int untouchedFailed() {
        return untouchedFailed;
    }

    /** The budget of the stage has ended: the next one begins. */
    void moveOn() {
        switch (stage) {
            case EXPLORING -> exploration.moveOn();
            case COMBINING -> {
                if (combination != null) {
                    combination.moveOn();
                }
            }
            case CONFIRMING -> stage = Stage.ENDED;
            case ENDED -> {
                return;
            }
        }
        proceed();
    }

    /** Knobs that are kept so far. */
    int kept() {
        return exploration.kept().size();
    }

    SearchOutcome outcome() {
        Better better = metric == null ? Better.NEITHER : metric.better();
        List<Tried> tried = new ArrayList<>();
        for (Offered knob : knobs) {
            Duel duel = exploration.duels().get(knob.tuning().name());
            tried.add(
                    duel == null
                            ? new Tried(
                                    knob.tuning().name(),
                                    Candidates.UNTOUCHED,
                                    Fate.UNAVAILABLE,
                                    0,
                                    null,
                                    null,
                                    null,
                                    knob.obstacle(),
                                    List.of())
                            : duel.told(() -> Findings.sequential(duel, exploration.family(), better)));
        }
        Combination made = combination;
        Duel last = confirmation;
        Tried confirmed = last == null ? null : Findings.fixed(last, better);
        boolean won = stage == Stage.ENDED && confirmed != null && confirmed.fate() == Fate.KEPT;
        return new SearchOutcome(
                stage,
                metric == null ? "" : metric.metric(),
                metric == null ? "" : metric.unit(),
                better,
                tried,
                made == null
                        ? List.of()
                        : made.duels().stream()
                                .map(d -> d.told(() -> Findings.sequential(d, made.additions(), better)))
                                .toList(),
                confirmed,
                won ? winner() : null);
    }

    private void proceed() {
        if (stage == Stage.EXPLORING && exploration.over()) {
            List<Choice> kept = exploration.kept().stream()
                    .map(name -> knobs.stream()
                            .map(Offered::tuning)
                            .filter(k -> k.name().equals(name))
                            .findFirst()
                            .orElseThrow())
                    .toList();
            stage = kept.isEmpty() ? Stage.ENDED : Stage.COMBINING;
            combination = kept.isEmpty() ? null : new Combination(kept, plan.cpuPrice(), others);
        }
        if (stage == Stage.COMBINING && combination != null && combination.over()) {
            stage = Stage.CONFIRMING;
            confirmation = new Duel(Candidates.UNTOUCHED, winner().name(), plan.cpuPrice());
        }
        if (stage == Stage.CONFIRMING
                && (confirming().failing() || confirming().main().pairs() >= CONFIRMING)) {
            stage = Stage.ENDED;
        }
    }

    private Choice winner() {
        if (combination == null) {
            throw new IllegalStateException("nothing is kept");
        }
        return combination.stands();
    }

    private Duel confirming() {
        if (confirmation == null) {
            throw new IllegalStateException("nothing is confirmed");
        }
        return confirmation;
    }
}
