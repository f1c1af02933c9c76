package io.tare.search;

import io.tare.result.SearchOutcome.Fate;
import io.tare.result.SearchOutcome.Tried;
import io.tare.result.SearchOutcome.Watched;
import io.tare.stats.Interval;
import io.tare.stats.PairedMean;
import io.tare.stats.PairedSequence;
import io.tare.stats.Summary;
import io.tare.study.Better;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a duel found, in the metric's own direction and as a fraction. */
final class Findings {
    private Findings() {}

    /** With an interval that may be looked at whenever, each end of which is wrong for any of {@code family} comparisons with 5% at most. */
    static Tried sequential(Duel duel, int family, Better better) {
        List<Watched> watched = duel.watched().entrySet().stream()
                .map(e -> watched(duel, e.getKey(), e.getValue(), duel.watched().size()))
                .toList();
        Interval within = duel.main().within(1 - 2 * Duel.ALPHA / family);
        return tried(duel, duel.fate(), duel.reason(), Optional.of(within), better, watched);
    }

    /** With Student's interval of 95%, from pairs whose number nobody chose by looking at them; nothing watched may be worse. */
    static Tried fixed(Duel duel, Better better) {
        Optional<Interval> interval = PairedMean.interval(duel.changes(), 0.95);
        List<Watched> watched = duel.watchedChanges().entrySet().stream()
                .map(e -> fixed(duel, e))
                .toList();
        Optional<Watched> worse = watched.stream().filter(Watched::worse).findFirst();
        if (interval.isEmpty()) {
            return tried(duel, Fate.UNDECIDED, "too few pairs were left to confirm it", interval, better, watched);
        }
        if (worse.isPresent()) {
            return tried(duel, Fate.HARMS, worse.get().metric() + " gets worse", interval, better, watched);
        }
        return interval.get().low() > 0
                ? tried(duel, Fate.KEPT, "", interval, better, watched)
                : tried(duel, Fate.NO_GAIN, "fresh trials do not confirm the gain", interval, better, watched);
    }

    private static Tried tried(
            Duel duel, Fate fate, String reason, Optional<Interval> interval, Better better, List<Watched> watched) {
        boolean lower = better == Better.LOWER;
        Double low = interval.map(i -> end(lower ? -i.high() : i.low())).orElse(null);
        Double high = interval.map(i -> end(lower ? -i.low() : i.high())).orElse(null);
        double mean = duel.main().mean();
        return new Tried(
                duel.tried(),
                duel.base(),
                fate,
                duel.main().pairs(),
                duel.main().pairs() == 0 ? null : Math.expm1(lower ? -mean : mean),
                low,
                high,
                reason,
                watched);
    }

    /** As a change for the better: what a watched metric is, is in its name. */
    private static Watched watched(Duel duel, String name, PairedSequence pairs, int family) {
        Interval within = pairs.within(1 - 2 * Duel.ALPHA / family);
        return new Watched(
                name,
                Math.expm1(pairs.mean()),
                end(within.low()),
                end(within.high()),
                within.high() < duel.allowance(name));
    }

    private static Watched fixed(Duel duel, Map.Entry<String, List<Double>> of) {
        double[] changes =
                of.getValue().stream().mapToDouble(Double::doubleValue).toArray();
        Optional<Interval> interval = PairedMean.interval(
                changes, 1 - 2 * Duel.ALPHA / duel.watchedChanges().size());
        double mean = Summary.of(changes).mean();
        return new Watched(
                of.getKey(),
                Math.expm1(mean),
                interval.map(i -> end(i.low())).orElse(null),
                interval.map(i -> end(i.high())).orElse(null),
                interval.filter(i -> i.high() < duel.allowance(of.getKey())).isPresent());
    }

    private static @Nullable Double end(double logarithm) {
        return Double.isInfinite(logarithm) ? null : Math.expm1(logarithm);
    }
}
