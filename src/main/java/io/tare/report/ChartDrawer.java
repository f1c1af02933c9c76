package io.tare.report;

import java.util.regex.Pattern;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.Scriptable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Draws charts as SVG without a browser: the same {@code charts.js} and ECharts as the page, in ECharts' server-side mode, run by Rhino. Starting takes about
 * a second, a chart some tens of ms. Belongs to the thread that made it.
 */
final class ChartDrawer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    /** Marks for scripts of a page, and rules for a pointer over it. */
    private static final Pattern MARKS = Pattern.compile(
            " ecmeta_\\w+=\"[^\"]*\"|<style\\s*><!\\[CDATA\\[.*?]]></style>| class=\"[^\"]*\"", Pattern.DOTALL);

    /** Characters that XML has no place for. */
    private static final Pattern UNFIT =
            Pattern.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\x{10000}-\\x{10ffff}]");

    private static final String DRAW = """
            var setTimeout = function () { return 0; }, clearTimeout = function () {};
            function draw(spec, look, width) {
              spec = JSON.parse(spec);
              var height = tareCharts.height(spec, width);
              var chart = echarts.init(null, null, { renderer: "svg", ssr: true, width: width, height: height });
              var option = tareCharts.option(spec, JSON.parse(look), width);
              option.grid.left += 24;
              chart.setOption(option);
              var svg = chart.renderToSVGString();
              chart.dispose();
              return svg;
            }
            draw;
            """;

    private final Context context;
    private final Scriptable scope;
    private final Function draw;
    private final String look = JSON.writeValueAsString(Look.light());

    ChartDrawer() {
        context = Context.enter();
        context.setLanguageVersion(Context.VERSION_ECMASCRIPT);
        context.setInterpretedMode(true); // ECharts' functions are larger than a Java method may be
        scope = context.initSafeStandardObjects();
        context.evaluateString(scope, Assets.echarts(), "echarts.js", 1, null);
        context.evaluateString(scope, Assets.own("charts.js"), "charts.js", 1, null);
        draw = (Function) context.evaluateString(scope, DRAW, "draw.js", 1, null);
    }

    /**
     * As a whole SVG document.
     *
     * @param width in pixels; the height follows from the chart
     */
    String svg(Chart chart, int width) {
        try {
            Object svg = draw.call(context, scope, scope, new Object[] {
                JSON.writerFor(Chart.class).writeValueAsString(chart), look, width
            });
            return UNFIT.matcher(MARKS.matcher(Context.toString(svg)).replaceAll(""))
                    .replaceAll("\ufffd");
        } catch (RhinoException e) {
            throw new IllegalStateException(
                    "%s cannot be drawn: %s%n%s".formatted(chart.title(), e.getMessage(), e.getScriptStackTrace()), e);
        }
    }

    @Override
    public void close() {
        Context.exit();
    }
}
