package io.tare.workload;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/**
 * The distributions that wrk2 prints as rows of value (ms), share and count so far, brought back into histograms in ns. Between two rows all operations
 * count as the upper one's value: the rows are wrk2's own steps, which get finer towards the tail.
 */
final class WrkSpectrum {
    private static final Pattern ROW = Pattern.compile(
            "^ +(?<value>\\d+\\.\\d+) +\\d\\.\\d+ +(?<count>\\d+) +(?:\\d+\\.\\d+|inf)$", Pattern.MULTILINE);
    private static final double NANOS = 1e6;

    private WrkSpectrum() {}

    /**
     * {@code all}, from when requests were due, and {@code raw}, from when they were sent; those without rows are left out.
     *
     * @param uncorrected what stands from the second distribution on, of {@code --u_latency}
     */
    static Map<String, Histogram> of(String corrected, String uncorrected) {
        Map<String, Histogram> histograms = new LinkedHashMap<>();
        histograms.put("all", histogram(corrected));
        histograms.put("raw", histogram(uncorrected));
        histograms.values().removeIf(histogram -> histogram.getTotalCount() == 0);
        return histograms;
    }

    private static Histogram histogram(String text) {
        Histogram histogram = new Histogram(3);
        Matcher row = ROW.matcher(text);
        long before = 0;
        while (row.find()) {
            long count = Long.parseLong(row.group("count"));
            if (count > before) {
                histogram.recordValueWithCount(
                        Math.round(Double.parseDouble(row.group("value")) * NANOS), count - before);
                before = count;
            }
        }
        return histogram;
    }
}
