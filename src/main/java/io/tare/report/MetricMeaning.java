package io.tare.report;

import io.tare.report.MetricTable.Weight;
import io.tare.result.Measurement;
import io.tare.study.Better;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a metric's name says: {@code throughput}, {@code get_latency.p99}, {@code cpu.server.own} … */
final class MetricMeaning {
    private static final Pattern CPU = Pattern.compile("(?:(?<tool>\\w+)\\.)?cpu\\.(?<role>\\w+)(?<own>\\.own)?");
    private static final Pattern PERCENTILE = Pattern.compile("(?<base>.+)\\.(?<p>p[0-9.]+)");

    /** Latencies that do not count the time a request waited to be sent. */
    private static final String RAW = "raw.";

    /** What stands behind a metric's name, in words. */
    private static final Map<String, String> PARTS = Map.of(
            ".stddev", ", standard deviation",
            ".least", ", lowest interval",
            ".variation", ", variation over its intervals");

    private MetricMeaning() {}

    static Weight weight(Measurement measurement) {
        String metric = measurement.metric();
        if (CPU.matcher(metric).matches()) {
            return Weight.CPU;
        }
        return Measurement.main(metric, measurement.better()) ? Weight.MAIN : Weight.DETAIL;
    }

    /** The place among a workload's metrics of the same weight: throughput first, then latencies, then the rest. */
    static int rank(String metric) {
        return isThroughput(metric) ? 0 : isMeanLatency(metric) ? 1 : isLatency(metric) ? 2 : 3;
    }

    /** Which way a metric improves, for people. */
    static String direction(Better better) {
        return switch (better) {
            case HIGHER -> "higher is better";
            case LOWER -> "lower is better";
            case NEITHER -> "not judged";
        };
    }

    /** As a heading. */
    static String title(String metric) {
        Matcher cpu = CPU.matcher(metric);
        if (cpu.matches()) {
            String role = cpu.group("role");
            String tool = cpu.group("tool");
            return tool != null
                    ? "CPU of %s itself, %s".formatted(tool, role)
                    : cpu.group("own") != null
                            ? "CPU of the %s's own control group".formatted(role)
                            : "CPU of the %s".formatted(role);
        }
        if (metric.startsWith(RAW)) {
            return title(metric.substring(RAW.length())) + ", from the real send time";
        }
        Matcher percentile = PERCENTILE.matcher(metric);
        if (percentile.matches()) {
            return title(percentile.group("base")) + ", " + percentile.group("p");
        }
        for (Map.Entry<String, String> part : PARTS.entrySet()) {
            if (metric.endsWith(part.getKey())) {
                return title(metric.substring(0, metric.length() - part.getKey().length())) + part.getValue();
            }
        }
        if (metric.equals("tps")) {
            return "Transactions per second";
        }
        String words = metric.replace('_', ' ');
        if (words.startsWith("set ") || words.startsWith("get ")) {
            return words.substring(0, 3).toUpperCase(Locale.ROOT) + words.substring(3);
        }
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** What a CPU figure covers; empty for any other metric. */
    static String covers(String metric) {
        Matcher cpu = CPU.matcher(metric);
        if (!cpu.matches()) {
            return "";
        }
        if (cpu.group("tool") != null) {
            return "The process of %s alone, as it counts itself; 100%% is one CPU.".formatted(cpu.group("tool"));
        }
        if (cpu.group("own") != null) {
            return "CPU seconds per second of the host's own control group: its containers and its Engine. Receive work that"
                    + " the kernel does in interrupts is charged to whoever was running.";
        }
        return "The busy share of all CPUs that sar sees on the host. Lab hosts that share one kernel both show the whole machine.";
    }

    /** What a mode does with so much of it, for a sentence: "overlay carries 0.36 × host". */
    static String verb(String metric) {
        return isThroughput(metric) ? "carries" : isLatency(metric) ? "takes" : "has";
    }

    private static boolean isThroughput(String metric) {
        return metric.equals("throughput") || metric.equals("tps") || metric.endsWith("_throughput");
    }

    private static boolean isMeanLatency(String metric) {
        return metric.equals("latency") || metric.endsWith("_latency");
    }

    private static boolean isLatency(String metric) {
        String plain = metric.startsWith(RAW) ? metric.substring(RAW.length()) : metric;
        Matcher percentile = PERCENTILE.matcher(plain);
        return isMeanLatency(percentile.matches() ? percentile.group("base") : plain);
    }
}
