package io.tare.workload;

import io.tare.result.Measurement;
import io.tare.result.Verdict;
import io.tare.study.Better;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What pgbench prints at its end: means of all transactions, no percentiles. Of a rate it says that there was one and not which. */
final class PgbenchSummary implements OutputFormat {
    private static final Pattern HEAD = Pattern.compile("^transaction type: (?<type>.+)$", Pattern.MULTILINE);
    private static final Pattern SETTING = Pattern.compile(
            "^(?<name>scaling factor|query mode|number of clients|number of threads|duration|number of transactions per client): (?<value>.+)$",
            Pattern.MULTILINE);
    private static final Pattern PROCESSED = Pattern.compile(
            "^number of transactions actually processed: (?<done>\\d+)(?:/(?<asked>\\d+))?", Pattern.MULTILINE);
    private static final Pattern FAILED =
            Pattern.compile("^number of failed transactions: (?<value>\\d+)", Pattern.MULTILINE);
    private static final Pattern AVERAGE = milliseconds("latency average");
    private static final Pattern DEVIATION = milliseconds("latency stddev");
    private static final Pattern LAG =
            Pattern.compile("^rate limit schedule lag: avg (?<value>[0-9.]+) \\(max [0-9.]+\\) ms", Pattern.MULTILINE);
    /** The last one counts: older ones print first what includes the time to connect. */
    private static final Pattern TPS = Pattern.compile("^tps = (?<value>[0-9.]+)", Pattern.MULTILINE);

    private static final Pattern SECONDS = Pattern.compile("^duration: (?<value>\\d+) s", Pattern.MULTILINE);

    @Override
    public String name() {
        return "pgbench's summary";
    }

    @Override
    public boolean fits(String text) {
        return HEAD.matcher(text).find();
    }

    @Override
    public List<FoundTrial> read(String text, double offered) {
        Map<String, String> settings = settings(text);
        if (text.contains("Run was aborted")) {
            return List.of(FoundTrial.failed(
                    PgbenchLog.WORKLOAD, settings, null, "pgbench: Run was aborted; what it printed is incomplete"));
        }
        Matcher processed = PROCESSED.matcher(text);
        double tps = number(TPS, text);
        double latency = number(AVERAGE, text);
        if (!processed.find() || Double.isNaN(tps) || Double.isNaN(latency)) {
            throw new WorkloadException(
                    "it is cut off: of pgbench's last lines, 'number of transactions', 'latency average' and 'tps', not all are there");
        }
        boolean limited = LAG.matcher(text).find();
        settings.put(PgbenchLog.RATE, limited ? "kept" : "none");
        List<Measurement> metrics = new ArrayList<>();
        add(metrics, "latency", latency);
        add(metrics, "latency.stddev", number(DEVIATION, text));
        add(metrics, "lag", number(LAG, text));
        metrics.add(new Measurement("tps", "transactions/s", limited ? Better.NEITHER : Better.HIGHER, tps));
        long done = Long.parseLong(processed.group("done"));
        double seconds = number(SECONDS, text);
        seconds = Double.isNaN(seconds) ? done / tps : seconds;
        return List.of(FoundTrial.read(
                PgbenchLog.WORKLOAD,
                settings,
                null,
                new Reading(seconds, metrics, verdicts(text, processed, tps, offered, seconds), Map.of())));
    }

    private static List<Verdict> verdicts(String text, Matcher processed, double tps, double offered, double seconds) {
        long done = Long.parseLong(processed.group("done"));
        long failed = FAILED.matcher(text).find() ? Math.round(number(FAILED, text)) : 0;
        long missing = processed.group("asked") == null ? 0 : Long.parseLong(processed.group("asked")) - done;
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(Checks.answers(done));
        verdicts.add(Checks.errors(failed + missing, done + failed + missing, 0, ""));
        verdicts.add(Checks.duration(seconds));
        if (offered > 0) {
            verdicts.add(PgbenchOutput.rate(tps, offered, seconds));
        }
        return verdicts;
    }

    private static Map<String, String> settings(String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        Matcher head = HEAD.matcher(text);
        if (head.find()) {
            settings.put("transaction type", head.group("type").strip());
        }
        Matcher setting = SETTING.matcher(text);
        while (setting.find()) {
            settings.put(setting.group("name"), setting.group("value").strip());
        }
        return settings;
    }

    private static void add(List<Measurement> metrics, String name, double value) {
        if (!Double.isNaN(value)) {
            metrics.add(LatencyFigures.milliseconds(name, value));
        }
    }

    /** The last that is found; NaN where there is none. */
    private static double number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        double last = Double.NaN;
        while (matcher.find()) {
            last = Double.parseDouble(matcher.group("value"));
        }
        return last;
    }

    /** With {@code =}, and as pgbench 9.5 and before with a colon. */
    private static Pattern milliseconds(String what) {
        return Pattern.compile("^" + what + "(?: =|:) (?<value>[0-9.]+) ms", Pattern.MULTILINE);
    }
}
