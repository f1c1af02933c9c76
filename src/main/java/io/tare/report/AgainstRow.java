package io.tare.report;

import io.tare.stats.Comparison;
import io.tare.stats.Interval;
import java.util.Optional;

/**
 * A published row beside the measured one.
 *
 * @param ratio published; empty for the baseline
 * @param measured the run's row; empty where the run has no such cell
 * @param change measured, against what the published ratio is against; empty where there is none
 * @param missing why nothing was measured; empty where something was
 */
public record AgainstRow(
        PublishedStudy.Row published,
        Optional<PublishedRatio> ratio,
        Optional<CellRow> measured,
        Optional<Comparison> change,
        String missing) {

    String label() {
        return measured.map(CellRow::label).orElse(published.label());
    }

    /** How the measured change stands to the published one. */
    Agreement agreement() {
        if (ratio.isEmpty() || change.isEmpty()) {
            return missing.isEmpty() ? Agreement.BASELINE : Agreement.MISSING;
        }
        PublishedRatio there = ratio.get();
        Comparison here = change.get();
        if (here.interval().isEmpty() || there.interval().isEmpty()) {
            return Agreement.TOO_FEW;
        }
        if (!there.clear() || !here.significant()) {
            return there.clear()
                    ? Agreement.NOT_CLEAR_HERE
                    : here.significant() ? Agreement.CLEAR_HERE_ALONE : Agreement.NEITHER_CLEAR;
        }
        if (there.ratio() > 1 != here.ratio() > 1) {
            return Agreement.OTHER_WAY;
        }
        Interval mine = here.interval().get();
        Interval its = there.interval().get();
        if (mine.low() <= its.high() && its.low() <= mine.high()) {
            return Agreement.ALIKE;
        }
        return Math.abs(Math.log(here.ratio())) < Math.abs(Math.log(there.ratio()))
                ? Agreement.SMALLER
                : Agreement.LARGER;
    }

    /** What comes of comparing two changes. */
    enum Agreement {
        BASELINE(""),
        MISSING("not measured"),
        TOO_FEW("too few samples to compare"),
        ALIKE("as published"),
        SMALLER("same way, smaller here"),
        LARGER("same way, larger here"),
        OTHER_WAY("the other way round"),
        NOT_CLEAR_HERE("no clear difference here"),
        CLEAR_HERE_ALONE("a difference here alone"),
        NEITHER_CLEAR("no clear difference in either");

        private final String words;

        Agreement(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        /** Whether it wants a reason. */
        boolean differs() {
            return switch (this) {
                case SMALLER, LARGER, OTHER_WAY, NOT_CLEAR_HERE, CLEAR_HERE_ALONE -> true;
                case BASELINE, MISSING, TOO_FEW, ALIKE, NEITHER_CLEAR -> false;
            };
        }
    }
}
