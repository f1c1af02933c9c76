package io.tare.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The trials of a cell that a table leaves out.
 *
 * @param invalid measured, and a verdict says that they do not measure what they say
 * @param failed gave no numbers
 * @param missing valid, without a finite value of this metric
 */
public record Excluded(int invalid, int failed, int missing) {
    public int count() {
        return invalid + failed + missing;
    }

    /** As people read it: {@code 1 invalid, 2 failed}; empty where nothing is left out. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        if (invalid > 0) {
            parts.add(invalid + " invalid");
        }
        if (failed > 0) {
            parts.add(failed + " failed");
        }
        if (missing > 0) {
            parts.add(missing + " without a value");
        }
        return String.join(", ", parts);
    }
}
