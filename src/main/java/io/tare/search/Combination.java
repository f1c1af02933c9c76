package io.tare.search;

import io.tare.result.SearchOutcome.Fate;
import io.tare.study.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the kept knobs do together: the best stands, and each next one is added and compared with what stood before; it stays only where it is proven to add to that,
 * at a level that bounds the chance to keep any useless addition at 5%.
 */
final class Combination {
    private static final int LEAST = 4;
    private static final int MOST = 24;
    private static final int NAME = 40;

    private final List<Choice> waiting;
    private final int additions;
    private final double cpuPrice;
    private final boolean others;
    private final List<Duel> duels = new ArrayList<>();
    private Choice stands;
    private boolean ended;

    /** {@code kept} is not empty; the greatest gain first. */
    Combination(List<Choice> kept, double cpuPrice, boolean others) {
        this.stands = kept.getFirst();
        this.waiting = new ArrayList<>(kept.subList(1, kept.size()));
        this.additions = Math.max(1, waiting.size());
        this.cpuPrice = cpuPrice;
        this.others = others;
    }

    /** The combination that has to be put to the testbed next; empty while one is compared, or at the end. */
    Optional<Choice> wanted() {
        while (!ended && !comparing() && !waiting.isEmpty()) {
            Choice with = with(waiting.getFirst());
            boolean twice = parts(stands).stream()
                    .anyMatch(p -> p.kind().equals(waiting.getFirst().kind()));
            if (!twice) {
                return Optional.of(with);
            }
            refused("two settings of one knob contradict each other");
        }
        return Optional.empty();
    }

    void offered(String obstacle) {
        if (!obstacle.isEmpty()) {
            refused(obstacle);
            return;
        }
        duels.add(new Duel(stands.name(), with(waiting.getFirst()).name(), cpuPrice));
    }

    Optional<Ask> next(int block) {
        return comparing()
                ? Optional.of(
                        new Ask(block, duels.getLast().base(), duels.getLast().tried(), others))
                : Optional.empty();
    }

    void saw(Pair pair) {
        Duel duel = duels.getLast();
        duel.add(pair);
        int pairs = duel.main().pairs();
        Optional<String> harmed = duel.harmed();
        if (duel.failing()) {
            duel.end(Fate.FAILED, duel.trouble());
        } else if (harmed.isPresent()) {
            duel.end(Fate.HARMS, harmed.get() + " gets worse");
        } else if (duel.proven(Duel.ALPHA / additions)) {
            if (!duel.doubtful(others ? Exploration.WHOLES : 0)) {
                duel.end(Fate.KEPT, "");
                stands = with(waiting.getFirst());
            }
        } else if (pairs >= MOST
                || (pairs >= LEAST && Exploration.reach(duel, Exploration.spread(duels)) < Exploration.WORTH)) {
            duel.end(Fate.NO_GAIN, "it adds nothing to what is kept already");
        }
        if (!duel.open()) {
            waiting.removeFirst();
        }
    }

    void moveOn() {
        if (comparing()) {
            duels.getLast().end(Fate.UNDECIDED, "");
        }
        ended = true;
    }

    boolean over() {
        return ended || (!comparing() && waiting.isEmpty());
    }

    Choice stands() {
        return stands;
    }

    List<Duel> duels() {
        return duels;
    }

    int additions() {
        return additions;
    }

    private boolean comparing() {
        return !duels.isEmpty() && duels.getLast().open();
    }

    private void refused(String why) {
        Duel duel = new Duel(stands.name(), with(waiting.removeFirst()).name(), cpuPrice);
        duel.end(Fate.UNAVAILABLE, why);
        duels.add(duel);
    }

    private Choice with(Choice knob) {
        List<Choice> parts = new ArrayList<>(parts(stands));
        parts.add(knob);
        String name = String.join("-", parts.stream().map(Choice::name).toList());
        return Choice.allOf(name.length() <= NAME ? name : "combined-" + Integer.toHexString(name.hashCode()), parts);
    }

    private static List<Choice> parts(Choice choice) {
        return choice.parts().isEmpty() ? List.of(choice) : choice.parts();
    }
}
