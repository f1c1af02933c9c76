package io.tare.result;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One metric of many samples. It remembers where the metric stands in samples of the last one's kind. Not safe for use by several threads. */
public final class MetricValues {
    private final String metric;
    private Measurement @Nullable [] kinds;
    private int place;

    public MetricValues(String metric) {
        this.metric = Objects.requireNonNull(metric, "metric is null");
    }

    /** The sample's value; NaN where it has none. */
    @SuppressWarnings("ReferenceEquality") // only a guess of where it stands
    public double of(Sample sample) {
        Measurements measured = (Measurements) sample.metrics();
        if (measured.kinds() != kinds) {
            kinds = measured.kinds();
            place = measured.place(metric);
        }
        return place < 0 ? Double.NaN : measured.at(place);
    }
}
