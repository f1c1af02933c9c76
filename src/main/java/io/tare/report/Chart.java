package io.tare.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chart shows, without how it looks: {@code charts.js} makes an ECharts option of it in the colours of the page. Values that are not
 * finite are null. {@code hue} is the colour of the row's mode ({@link Hues}); {@code tuned} rows are hatched.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Chart.Bars.class, name = "bars"),
    @JsonSubTypes.Type(value = Chart.Boxes.class, name = "boxes"),
    @JsonSubTypes.Type(value = Chart.Order.class, name = "order"),
    @JsonSubTypes.Type(value = Chart.Cpu.class, name = "cpu"),
    @JsonSubTypes.Type(value = Chart.Parts.class, name = "parts"),
    @JsonSubTypes.Type(value = Chart.Curves.class, name = "curves"),
    @JsonSubTypes.Type(value = Chart.Ratios.class, name = "ratios"),
    @JsonSubTypes.Type(value = Chart.Forest.class, name = "forest"),
    @JsonSubTypes.Type(value = Chart.Heat.class, name = "heat"),
    @JsonSubTypes.Type(value = Chart.Course.class, name = "course"),
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
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean tuned,
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
    record Box(
            String label,
            int hue,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean tuned,
            List<Double> five,
            List<Double> points,
            List<Double> apart) {}

    /** The samples in the order they ran. */
    record Order(String title, String axis, List<Line> rows) implements Chart {}

    /** Pairs of trial and value. */
    record Line(
            String label,
            int hue,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean tuned,
            List<List<Double>> points,
            List<List<Double>> apart) {}

    /** CPU by state, in percent: user, system, softirq, irq, iowait, steal. */
    record Cpu(String title, String axis, List<Stack> rows) implements Chart {}

    /** Amounts that add up, each row's in the order of the names. */
    record Parts(String title, String axis, List<String> names, List<Stack> rows) implements Chart {}

    record Stack(String label, List<Double> shares) {}

    /** Cumulative distributions; pairs of percentile and ms. */
    record Curves(String title, String axis, List<Curve> rows) implements Chart {}

    /** What the samples went through: medians with the quartiles around them, one value each {@code step} s. */
    record Course(String title, String axis, double step, List<Band> rows) implements Chart {}

    record Band(
            String label,
            int hue,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean tuned,
            List<Double> low,
            List<Double> median,
            List<Double> high) {}

    record Curve(
            String label,
            int hue,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean tuned,
            List<List<Double>> points) {}

    /** Ratios around 1 with their 95% intervals; {@code over} is what they are of, in a word. */
    record Ratios(String title, String axis, String over, List<Ratio> rows) implements Chart {}

    record Ratio(
            String label,
            int hue,
            boolean tuned,
            @Nullable Double ratio,
            @Nullable Double low,
            @Nullable Double high) {}

    /** Changes against a baseline with their 95% intervals, on a logarithmic axis around 1; beside a study's, the published ones. */
    record Forest(String title, String axis, List<Change> rows) implements Chart {}

    /**
     * @param ratio null where nothing was measured
     * @param there published, its low and high end after it; empty where there is none
     */
    record Change(
            String label,
            int hue,
            @Nullable Double ratio,
            @Nullable Double low,
            @Nullable Double high,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Double> there) {}

    /**
     * Modes against workloads: how many times better or worse than the baseline.
     *
     * @param names of the columns
     */
    record Heat(String title, String axis, List<String> names, List<Strip> rows) implements Chart {}

    /**
     * @param costs how many times worse, one a column: 2 is half the throughput or twice the latency; null where nothing was measured
     * @param clear whether each differs significantly from the baseline
     */
    record Strip(String label, List<@Nullable Double> costs, List<Boolean> clear) {}
}
