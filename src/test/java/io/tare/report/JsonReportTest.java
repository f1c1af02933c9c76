package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.report.MetricTable.Weight;
import io.tare.result.RecordedRun;
import io.tare.study.Better;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {
    private static final Pattern ROW = Pattern.compile("(?s)<tr>(.*?)</tr>");
    private static final Pattern LABEL = Pattern.compile("(?s)<th scope=\"row\">.*?</i>(.*?)(?:<small>.*?)?</th>");
    private static final Pattern NUMBER =
            Pattern.compile("\u2212?[0-9]+(?:,[0-9]{3})*(?:\\.[0-9]+)?(?:e[+\u2212][0-9]+)?");

    @TempDir
    private Path folder;

    @Test
    void everyNumberOfThePagesMainTablesIsInIt() {
        SyntheticRun.usual().write(folder.resolve("run"));
        assertThat(numbers(Analysis.of(RecordedRun.read(folder.resolve("run")))))
                .isGreaterThan(100);
        assertThat(numbers(Analysis.of(RecordedRuns.haruna2019Short()))).isGreaterThan(500);
        assertThat(numbers(HandMadeRun.of("host", "nat", "overlay")
                        .valid("host", 1e12, 2e12, 3e12, 4e12, 5e12, 6e12)
                        .valid("nat", -4, 0, 1e-7, 3, 5, 7)
                        .valid("overlay", 1, 2)
                        .invalid("overlay", "duration", 3)
                        .failed("overlay", "no route")
                        .analysis()))
                .isGreaterThan(15);
    }

    /** How many numbers were looked for. */
    private static int numbers(Analysis analysis) {
        String page = HtmlReport.of(analysis);
        JsonNode json = json(analysis, Optional.empty());
        int looked = 0;
        for (WorkloadResults results : analysis.workloads()) {
            for (MetricTable table : results.tables(Weight.MAIN)) {
                String place = Places.of(analysis).table(table);
                JsonNode metric = metric(json, place);
                for (String row : rows(page, place)) {
                    Matcher label = LABEL.matcher(row);
                    assertThat(label.find()).isTrue();
                    looked += numbers(row.substring(label.end()), row(metric, label.group(1)));
                }
            }
        }
        return looked;
    }

    private static int numbers(String cells, JsonNode row) {
        int looked = 0;
        for (String cell :
                cells.replaceAll("</td>", "|").replaceAll("<[^>]*>", "").split("\\|", -1)) {
            boolean said = cell.contains("no interval")
                    || cell.contains("not measured")
                    || (row.path("isBaseline").asBoolean() && cell.strip().equals("1"));
            for (String number : said
                    ? List.<String>of()
                    : NUMBER.matcher(cell).results().map(MatchResult::group).toList()) {
                assertThat(holds(row, number, cell))
                        .as("%s of '%s' in %s", number, cell, row)
                        .isTrue();
                looked++;
            }
        }
        return looked;
    }

    /** Whether a number of the document is written so, with as many decimals. */
    private static boolean holds(JsonNode node, String written, String cell) {
        if (node.isNumber()) {
            double value = node.asDouble();
            int point = written.indexOf('.');
            int decimals = point < 0 ? 0 : written.length() - point - 1;
            return Numbers.fixed(value, written.contains("e") ? 1 : decimals).equals(written)
                    || (cell.contains("&lt; ") && value < 0.001);
        }
        for (JsonNode child : node) {
            if (holds(child, written, cell)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> rows(String page, String place) {
        int begin = page.indexOf("<div class=\"box\" id=\"" + place + "\">");
        assertThat(begin).as(place).isPositive();
        String body = page.substring(page.indexOf("<tbody>", begin), page.indexOf("</tbody>", begin));
        List<String> rows = new ArrayList<>();
        ROW.matcher(body).results().forEach(row -> rows.add(row.group(1)));
        assertThat(rows).isNotEmpty();
        return rows;
    }

    @Test
    void findingsLeadToTablesThatAreThere() {
        JsonNode json = json(Analysis.of(RecordedRuns.haruna2019Short()), Optional.empty());
        assertThat(json.path("findings").size()).isGreaterThan(10);
        for (JsonNode finding : json.path("findings")) {
            assertThat(finding.path("says").asString()).isNotBlank();
            String place = finding.path("table").asString();
            if (place.matches("w\\d+t\\d+")) {
                assertThat(metric(json, place).path("rows").size()).isPositive();
            }
        }
        assertThat(json.path("findings").findValuesAsString("table")).anyMatch(place -> place.matches("w\\d+t\\d+"));
    }

    @Test
    void thePublishedComparisonIsInItWhereItIsAskedFor() {
        Analysis analysis = Analysis.of(RecordedRuns.haruna2019Short());
        assertThat(json(analysis, Optional.empty()).has("against")).isFalse();
        Against against = Against.of(analysis, PublishedStudies.open("haruna2019"));
        JsonNode told = json(analysis, Optional.of(against)).path("against");
        assertThat(told.path("study").asString()).isEqualTo("haruna2019");
        assertThat(told.path("tables").size()).isEqualTo(against.tables().size());
        assertThat(told.path("figures").size()).isEqualTo(against.figures().size());
        AgainstRow row = against.tables().getFirst().rows().getLast();
        JsonNode same =
                told.at("/tables/0/rows").get(against.tables().getFirst().rows().size() - 1);
        assertThat(same.at("/published/ratio").asDouble())
                .isEqualTo(row.ratio().orElseThrow().ratio());
        assertThat(same.at("/measured/change/ratio").asDouble())
                .isEqualTo(row.change().orElseThrow().ratio());
        assertThat(same.path("reading").asString()).isEqualTo(row.agreement().words());
    }

    @Test
    void whatIsNoNumberIsNull() {
        Analysis analysis = HandMadeRun.of("host", "nat")
                .metric("latency", Better.LOWER)
                .valid("host", Double.NaN, 1e308, 1e308, 1e308, 1e308, 1e308, 1e308)
                .valid("nat", 5)
                .analysis();
        String text = JsonReport.of(analysis, Optional.empty());
        assertThat(text).doesNotContain("NaN").doesNotContain("Infinity");
        JsonNode rows = new JsonMapper().readTree(text).at("/workloads/0/metrics/0/rows");
        assertThat(rows.get(0).path("mean").isNull())
                .as("the sum of such is infinite")
                .isTrue();
        assertThat(rows.get(0).path("withoutValue").asInt()).isEqualTo(1);
        assertThat(rows.get(1).path("sd").isNull()).as("of one value").isTrue();
        assertThat(rows.get(1).path("interval").isNull()).isTrue();
        assertThat(rows.get(1).path("mean").asDouble()).isEqualTo(5);
    }

    @Test
    void invalidFailedAndUnavailableAreTold() {
        SyntheticRun.usual().write(folder.resolve("run"));
        JsonNode json = json(Analysis.of(RecordedRun.read(folder.resolve("run"))), Optional.empty());
        assertThat(json.path("format").asString()).isEqualTo("tare-report");
        assertThat(json.at("/run/invalid").asInt()).isEqualTo(1);
        assertThat(json.at("/run/failed").asInt()).isEqualTo(1);
        assertThat(json.path("gaps").get(0).path("reason").asString()).contains("openvswitch");
        assertThat(json.path("verdicts").findValuesAsString("name")).contains("duration", "client-saturated");
        assertThat(json.at("/workloads/2/latencies/0/rows/0/p99").asDouble()).isPositive();
        assertThat(json.at("/workloads/0/cpu").size()).isPositive();
    }

    private static JsonNode json(Analysis analysis, Optional<Against> against) {
        return new JsonMapper().readTree(JsonReport.of(analysis, against));
    }

    private static JsonNode metric(JsonNode json, String place) {
        for (JsonNode workload : json.path("workloads")) {
            for (JsonNode metric : workload.path("metrics")) {
                if (metric.path("table").asString().equals(place)) {
                    return metric;
                }
            }
        }
        throw new AssertionError("no table " + place);
    }

    private static JsonNode row(JsonNode metric, String label) {
        for (JsonNode row : metric.path("rows")) {
            if (Html.escape(row.path("label").asString()).equals(label)) {
                return row;
            }
        }
        throw new AssertionError("no row " + label + " in " + metric);
    }
}
