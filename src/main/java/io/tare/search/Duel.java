package io.tare.search;

import io.tare.result.SearchOutcome.Fate;
import io.tare.result.SearchOutcome.Tried;
import io.tare.stats.PairedSequence;
import io.tare.stats.Summary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One tuning against another, pair by pair. Whether it gains is a test that may be looked at after every pair ({@link PairedSequence}); so is, for each
 * watched metric, whether it is worse, with the 5% split evenly over them.
 */
final class Duel {
    /** The chance of calling any watched metric of one tuning worse that is not. */
    static final double ALPHA = 0.05;
    /** So many pairs whose tried side cannot be used, with none between them that counts, end it. */
    private static final int STRIKES = 3;
    /** Pairs at most that a doubt about a watched metric is given once the gain is proven. */
    private static final int PATIENCE = 8;
    /** The evidence that makes a doubt. */
    private static final double DOUBT = 3;

    private final String base;
    private final String tried;
    private final double cpuAllowance;
    private final PairedSequence main = new PairedSequence();
    private final Map<String, PairedSequence> watched = new LinkedHashMap<>();
    private final List<Double> changes = new ArrayList<>();
    private final Map<String, List<Double>> watchedChanges = new LinkedHashMap<>();
    private double median;
    private double evidence = 1;
    private int strikes;
    private int wholes;
    private int provenAt;
    private String trouble = "";
    private Fate fate = Fate.OPEN;
    private String reason = "";
    private @Nullable Tried told;

    Duel(String base, String tried, double cpuPrice) {
        this.base = base;
        this.tried = tried;
        this.cpuAllowance = Math.log1p(cpuPrice);
    }

    void add(Pair pair) {
        told = null;
        if (pair.base().isEmpty() || pair.tried().isEmpty()) {
            strikes += pair.tried().isEmpty() ? 1 : 0;
            trouble = pair.trouble();
            return;
        }
        strikes = 0;
        wholes += pair.ask().whole() ? 1 : 0;
        Figures one = pair.base().get();
        Figures two = pair.tried().get();
        main.add(two.main() - one.main());
        changes.add(two.main() - one.main());
        median = Summary.of(changes()).median();
        evidence = Math.max(evidence, main.above(0));
        one.watched().forEach((name, before) -> {
            Double after = two.watched().get(name);
            if (after != null) {
                watched.computeIfAbsent(name, _ -> new PairedSequence()).add(after - before);
                watchedChanges.computeIfAbsent(name, _ -> new ArrayList<>()).add(after - before);
            }
        });
    }

    /** Whether the gain is proven at that level; once it is, it stays so. */
    boolean proven(double alpha) {
        if (provenAt == 0 && evidence >= 1 / alpha) {
            provenAt = main.pairs();
        }
        return provenAt > 0;
    }

    /** Whether the gain was proven at any level asked for before. */
    boolean proven() {
        return provenAt > 0;
    }

    /** The first watched metric that is proven worse, if any. */
    Optional<String> harmed() {
        return watched.entrySet().stream()
                .filter(e -> evidenceAgainst(e.getKey(), e.getValue()) >= watched.size() / ALPHA)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether more pairs could still tell that a watched metric is worse: one leans that way, or other workloads were not seen enough. */
    boolean doubtful(int wholesNeeded) {
        return wholes < wholesNeeded
                || (main.pairs() < provenAt + PATIENCE
                        && watched.entrySet().stream()
                                .anyMatch(e -> evidenceAgainst(e.getKey(), e.getValue()) >= DOUBT));
    }

    private double evidenceAgainst(String name, PairedSequence pairs) {
        return pairs.below(allowance(name));
    }

    /** How far a watched metric may fall, as a logarithm of 0 or less. */
    double allowance(String name) {
        return name.endsWith(Figures.CPU) ? -cpuAllowance : 0;
    }

    boolean failing() {
        return strikes >= STRIKES;
    }

    void end(Fate now, String why) {
        told = null;
        fate = now;
        reason = why;
    }

    /** What it found, worked out once after each change: an interval costs some thousand logarithms. */
    Tried told(Supplier<Tried> found) {
        Tried known = told;
        if (known == null) {
            known = found.get();
            told = known;
        }
        return known;
    }

    boolean open() {
        return fate == Fate.OPEN;
    }

    Fate fate() {
        return fate;
    }

    String reason() {
        return reason;
    }

    String base() {
        return base;
    }

    String tried() {
        return tried;
    }

    /** The last thing that made a pair unusable. */
    String trouble() {
        return trouble;
    }

    /** Of the changes of the metric that decides; 0 before the first. */
    double median() {
        return median;
    }

    PairedSequence main() {
        return main;
    }

    Map<String, PairedSequence> watched() {
        return watched;
    }

    /** Of the metric that decides, one a pair. */
    double[] changes() {
        return changes.stream().mapToDouble(Double::doubleValue).toArray();
    }

    Map<String, List<Double>> watchedChanges() {
        return watchedChanges;
    }
}
