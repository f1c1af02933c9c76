package io.tare.result;

import io.tare.result.Sample.Outcome;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The valid samples of a run by the numbers of their trials. Immutable. */
final class ValidTrials {
    private final Sample[] samples;

    ValidTrials(List<Sample> all) {
        samples = all.stream()
                .filter(s -> s.outcome() == Outcome.VALID)
                .sorted(Comparator.comparingInt(Sample::trial))
                .toArray(Sample[]::new);
    }

    /** The last one recorded of this trial; null where there is none. */
    @Nullable
    Sample of(int trial) {
        int low = 0;
        int high = samples.length;
        while (low < high) { // the first one after it
            int middle = (low + high) >>> 1;
            if (samples[middle].trial() <= trial) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low > 0 && samples[low - 1].trial() == trial ? samples[low - 1] : null;
    }
}
