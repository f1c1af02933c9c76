package io.tare.report;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chart shows, without how it looks: {@code charts.js} makes an ECharts option of it in the colours of the page. Values that are not
 * finite are null. {@code hue} is the place of the row's mode among the run's modes, its colour everywhere; {@code tuned} rows are hatched.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Chart.Bars.class, name = "bars"),
    @JsonSubTypes.Type(value = Chart.Boxes.class, name = "boxes"),
    @JsonSubTypes.Type(value = Chart.Order.class, name = "order"),
    @JsonSubTypes.Type(value = Chart.Cpu.class, name = "cpu"),
    @JsonSubTypes.Type(value = Chart.Curves.class, name = "curves"),
})
sealed interface Chart {
    /** Above the picture that a user saves. */
    String title();

    /** The value axis: a name with its unit. */
    String axis();

    /** Means with their 95% intervals. */
    record Bars(String title, String axis, List<Bar> rows) implements Chart {}

    record Bar(
            String label,
            int hue,
            boolean tuned,
            @Nullable Double mean,
            @Nullable Double low,
            @Nullable Double high) {}

    /** Box plots with the samples over them. */
    record Boxes(String title, String axis, List<Box> rows) implements Chart {}

    /**
     * @param five whisker, quartile, median, quartile, whisker
     * @param points valid samples
     * @param apart invalid samples
     */
    record Box(String label, int hue, boolean tuned, List<Double> five, List<Double> points, List<Double> apart) {}

    /** The samples in the order they ran. */
    record Order(String title, String axis, List<Line> rows) implements Chart {}

    /** Pairs of trial and value. */
    record Line(String label, int hue, boolean tuned, List<List<Double>> points, List<List<Double>> apart) {}

    /** CPU by state, in percent: user, system, softirq, irq, iowait, steal. */
    record Cpu(String title, String axis, List<Stack> rows) implements Chart {}

    record Stack(String label, List<Double> shares) {}

    /** Cumulative distributions; pairs of percentile and ms. */
    record Curves(String title, String axis, List<Curve> rows) implements Chart {}

    record Curve(String label, int hue, boolean tuned, List<List<Double>> points) {}
}
