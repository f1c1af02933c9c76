package io.tare.workload;

import io.tare.result.Measurement;
import io.tare.study.Better;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The table that memtier_benchmark prints, read by the names of its columns: which percentiles stand there depends on its options and version. */
final class MemtierTable implements OutputFormat {
    private static final Pattern HEAD = Pattern.compile("^Type +Ops/sec .*$", Pattern.MULTILINE);
    private static final Pattern COLUMN = Pattern.compile("Avg\\. Latency|p[0-9.]+ Latency|\\S+");
    private static final Pattern ROW =
            Pattern.compile("^(?<operation>Sets|Gets|Totals) +(?<values>.+)$", Pattern.MULTILINE);
    private static final Pattern SETTING = Pattern.compile(
            "^(?<value>\\d+) +(?<name>Threads|Connections per thread|Requests per client|Seconds)\\s*$",
            Pattern.MULTILINE);
    private static final Pattern AVERAGED =
            Pattern.compile("^(?:BEST RUN RESULTS|AGGREGATED AVERAGE RESULTS.*)$", Pattern.MULTILINE);

    @Override
    public String name() {
        return "memtier_benchmark's table";
    }

    @Override
    public boolean fits(String text) {
        return HEAD.matcher(text).find()
                || text.contains("Connections per thread\n")
                || text.contains("Connections per thread\r\n");
    }

    @Override
    public List<FoundTrial> read(String text, double offered) {
        if (AVERAGED.matcher(text).find()) {
            throw new WorkloadException(MemtierJson.AVERAGES);
        }
        Map<String, Map<String, Double>> rows = rows(text);
        Map<String, Double> totals = rows.get("Totals");
        if (totals == null || !totals.containsKey("Ops/sec")) {
            throw new WorkloadException("it is cut off: memtier_benchmark's table has no row 'Totals'");
        }
        Map<String, String> settings = settings(text);
        double seconds = seconds(settings, totals.getOrDefault("Ops/sec", 0.0));
        MemtierFigures figures = new MemtierFigures(seconds, totals.getOrDefault("Ops/sec", 0.0) * seconds);
        List<Measurement> metrics = new ArrayList<>();
        metrics.add(new Measurement("throughput", "KB/s", Better.HIGHER, totals.getOrDefault("KB/sec", 0.0)));
        metrics.add(figures.operations(totals.getOrDefault("Ops/sec", 0.0), offered));
        totals.forEach(
                (column, value) -> figures.latency("latency", column, value).ifPresent(metrics::add));
        for (String operation : List.of("Sets", "Gets")) {
            Map<String, Double> row = rows.getOrDefault(operation, Map.of());
            String name = operation.equals("Sets") ? "set_latency" : "get_latency";
            Double mean = row.getOrDefault("Avg. Latency", row.get("Latency"));
            if (mean != null && row.getOrDefault("Ops/sec", 0.0) > 0) {
                metrics.add(LatencyFigures.milliseconds(name, mean));
            }
        }
        figures.misses(totals.get("Misses/sec")).ifPresent(metrics::add);
        Reading reading = new Reading(seconds, metrics, figures.verdicts(metrics, offered), Map.of());
        return List.of(FoundTrial.read(MemtierJson.WORKLOAD, settings, null, reading));
    }

    /** By operation and column; what is no number ({@code ---}, {@code -nan}) is left out. */
    private static Map<String, Map<String, Double>> rows(String text) {
        Matcher head = HEAD.matcher(text);
        Map<String, Map<String, Double>> rows = new LinkedHashMap<>();
        if (!head.find()) {
            return rows;
        }
        List<String> columns = COLUMN.matcher(head.group())
                .results()
                .map(MatchResult::group)
                .skip(1)
                .toList();
        Matcher row = ROW.matcher(text);
        while (row.find(rows.isEmpty() ? head.end() : row.end())) {
            List<String> values = List.of(row.group("values").strip().split(" +", -1));
            if (values.size() != columns.size()) {
                throw new WorkloadException(
                        "its row '%s' has %d values for the %d columns %s: it is cut off, or of a version that Tare does not know"
                                .formatted(row.group("operation"), values.size(), columns.size(), columns));
            }
            Map<String, Double> of = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                Double value = number(values.get(i));
                if (value != null) {
                    of.put(columns.get(i), value);
                }
            }
            rows.put(row.group("operation"), of);
        }
        return rows;
    }

    private static Map<String, String> settings(String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        Matcher setting = SETTING.matcher(text);
        while (setting.find()) {
            settings.put(setting.group("name"), setting.group("value"));
        }
        return settings;
    }

    /** As asked for, or as long as so many requests took. */
    private static double seconds(Map<String, String> settings, double rate) {
        String asked = settings.get("Seconds");
        if (asked != null) {
            return Double.parseDouble(asked);
        }
        double requests = Double.parseDouble(settings.getOrDefault("Requests per client", "0"))
                * Double.parseDouble(settings.getOrDefault("Connections per thread", "1"))
                * Double.parseDouble(settings.getOrDefault("Threads", "1"));
        return rate > 0 ? requests / rate : 0;
    }

    private static @Nullable Double number(String text) {
        return text.matches("[0-9]+(\\.[0-9]+)?") ? Double.valueOf(text) : null;
    }
}
