package io.tare.search;

import io.tare.result.SearchOutcome.Fate;
import io.tare.stats.Summary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Each knob against the untouched state.
 *
 * <p>Where the pairs go: some to every knob, in a random order; then each next pair to the knob whose gain could be greatest, its median and one standard error,
 * as in the upper confidence bound of Lai and Robbins ("Asymptotically efficient adaptive allocation rules", Advances in Applied Mathematics 6, 1985). A knob is dropped as
 * futile when even that is below what is worth having. Which pairs are taken depends on the past alone, so it costs the test nothing.
 *
 * <p>The error rate: a knob is kept when it is proven to gain at a level that keeps the chance to keep any knob that does nothing at 5%, over all knobs: Holm's
 * procedure on the anytime-valid p-values {@code 1 / greatest evidence so far} of {@link io.tare.stats.PairedSequence} (S. Holm, Scandinavian Journal of Statistics 6, 1979; V.
 * Vovk and R. Wang, "E-values: Calibration, combination and applications", Annals of Statistics 49, 2021). It needs no independence.
 */
final class Exploration {
    /** Pairs that every knob gets. */
    private static final int FIRST = 2;
    /** Pairs before a knob can be dropped as futile. */
    private static final int LEAST = 2;
    /** Pairs after which a knob is not proven any more. */
    private static final int MOST = 40;
    /** Pairs over all workloads that a proven knob gets, where the study has others. */
    static final int WHOLES = 5;
    /** The least gain that is looked for, as a logarithm: 2%. */
    static final double WORTH = 0.02;
    /** The spread assumed before any is seen; it weighs as one pair. */
    private static final double ASSUMED = 0.05;
    /** The standard deviation of a normal distribution in units of its median absolute deviation (Hampel, JASA 69, 1974). */
    private static final double SIGMA = 1.4826;

    private final Map<String, Duel> duels = new LinkedHashMap<>();
    private final long seed;
    private final boolean others;
    private int proven;

    /** {@code others} tells whether there are workloads beside the one that decides. */
    Exploration(List<String> knobs, double cpuPrice, boolean others, long seed) {
        knobs.forEach(name -> duels.put(name, new Duel(Candidates.UNTOUCHED, name, cpuPrice)));
        this.others = others;
        this.seed = seed;
    }

    Optional<Ask> next(int block) {
        List<Duel> open = duels.values().stream().filter(Duel::open).toList();
        Optional<Duel> nearly = open.stream().filter(d -> d.proven()).findFirst();
        if (nearly.isPresent()) {
            return nearly.map(d -> new Ask(block, d.base(), d.tried(), others));
        }
        Comparator<Duel> fewest = Comparator.<Duel>comparingInt(d -> d.main().pairs())
                .thenComparingLong(d -> new SplittableRandom(seed ^ d.tried().hashCode()).nextLong());
        double spread = spread(duels.values());
        return open.stream()
                .min(fewest)
                .filter(d -> d.main().pairs() < FIRST)
                .or(() -> open.stream().max(Comparator.comparingDouble(d -> reach(d, spread))))
                .map(d -> new Ask(block, d.base(), d.tried(), false));
    }

    void saw(Pair pair) {
        Objects.requireNonNull(duels.get(pair.ask().tried()), "a pair that was asked for")
                .add(pair);
        duels.values().stream().filter(Duel::open).filter(Duel::failing).forEach(d -> d.end(Fate.FAILED, d.trouble()));
        for (boolean more = true; more; ) {
            int before = proven;
            duels.values().stream()
                    .filter(d -> d.open() && !d.proven() && d.proven(Duel.ALPHA / (duels.size() - proven)))
                    .forEach(_ -> proven++);
            more = proven > before;
        }
        double spread = spread(duels.values());
        duels.values().stream().filter(Duel::open).forEach(d -> judge(d, spread));
    }

    private void judge(Duel duel, double spread) {
        int pairs = duel.main().pairs();
        Optional<String> harmed = duel.harmed();
        if (duel.proven()) {
            if (harmed.isPresent()) {
                duel.end(Fate.HARMS, harmed.get() + " gets worse");
            } else if (!duel.doubtful(others ? WHOLES : 0)) {
                duel.end(Fate.KEPT, "");
            }
        } else if (duel.main().below(0) >= 1 / Duel.ALPHA) {
            duel.end(Fate.WORSE, "");
        } else if (harmed.isPresent() && pairs >= LEAST) {
            duel.end(Fate.HARMS, harmed.get() + " gets worse");
        } else if ((pairs >= LEAST && reach(duel, spread) < WORTH) || pairs >= MOST) {
            duel.end(Fate.NO_GAIN, "no sign of a gain of %.0f%%".formatted(100 * WORTH));
        }
    }

    /** The budget of this stage has ended: what is proven stands, the rest is undecided. */
    void moveOn() {
        for (Duel duel : duels.values()) {
            if (duel.open()) {
                boolean unseen = duel.doubtful(others ? WHOLES : 0) && others;
                if (duel.proven() && !unseen) {
                    duel.end(Fate.KEPT, "");
                } else {
                    duel.end(Fate.UNDECIDED, duel.proven() ? "it gains; the other workloads were not seen enough" : "");
                }
            }
        }
    }

    boolean over() {
        return duels.values().stream().noneMatch(Duel::open);
    }

    /** Those kept, the greatest gain first. */
    List<String> kept() {
        return duels.values().stream()
                .filter(d -> d.fate() == Fate.KEPT)
                .sorted(Comparator.comparingDouble((Duel d) -> d.main().mean()).reversed())
                .map(Duel::tried)
                .toList();
    }

    Map<String, Duel> duels() {
        return duels;
    }

    /** How many hypotheses the 5% are split over, for an interval that decides as the test does. */
    int family() {
        return Math.max(1, duels.size());
    }

    /** How great a gain could be: by the median, so that one disturbed pair sends no others after it. */
    static double reach(Duel duel, double spread) {
        return duel.main().pairs() == 0
                ? Double.POSITIVE_INFINITY
                : duel.median() + spread / Math.sqrt(duel.main().pairs());
    }

    /** Of one pair's difference, from all that were tried, as the noise is the machine's: 1.4826 times the median distance from a duel's own median. */
    static double spread(Collection<Duel> duels) {
        List<Double> distances = new ArrayList<>(List.of(ASSUMED / SIGMA));
        for (Duel duel : duels) {
            if (duel.main().pairs() > 1) {
                Arrays.stream(duel.changes()).forEach(change -> distances.add(Math.abs(change - duel.median())));
            }
        }
        return SIGMA
                * Summary.of(distances.stream().mapToDouble(Double::doubleValue).toArray())
                        .median();
    }
}
