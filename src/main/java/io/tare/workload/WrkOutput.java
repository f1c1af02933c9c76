package io.tare.workload;

import io.tare.host.ExecResult;
import io.tare.host.LastWords;
import io.tare.result.Measurement;
import io.tare.result.Tail;
import io.tare.result.Verdict;
import io.tare.study.Better;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What wrk 4 and wrk2 print with {@code --latency}. Both round what they print; wrk2's whole distribution is read where it is printed. */
record WrkOutput(String text) {
    /** What stands over wrk2's second distribution, of {@code --u_latency}. */
    private static final String UNCORRECTED = "(HdrHistogram - Uncorrected Latency";

    private static final String NUMBER = "(?<number>[0-9.]+)(?<unit>us|ms|s|m|h|KB|MB|GB|TB|B)?";
    private static final Pattern LATENCY =
            Pattern.compile("^ +Latency +" + NUMBER + " +(?<deviation>[0-9.]+(?:us|ms|s|m|h))", Pattern.MULTILINE);
    private static final Pattern PERCENTILE =
            Pattern.compile("^ *(?<percent>[0-9.]+)% +" + NUMBER + "$", Pattern.MULTILINE);
    private static final Pattern REQUESTS = Pattern.compile(
            "^ +(?<requests>[0-9]+) requests in " + NUMBER + ", [0-9.]+[KMGT]?B read$", Pattern.MULTILINE);
    private static final Pattern RATE = Pattern.compile("^Requests/sec: +(?<rate>[0-9.]+)$", Pattern.MULTILINE);
    private static final Pattern TRANSFER = Pattern.compile("^Transfer/sec: +" + NUMBER + "$", Pattern.MULTILINE);
    private static final Pattern STATUS =
            Pattern.compile("^ +Non-2xx or 3xx responses: (?<count>[0-9]+)$", Pattern.MULTILINE);
    private static final Pattern SOCKET = Pattern.compile(
            "^ +Socket errors: connect (?<connect>[0-9]+), read (?<read>[0-9]+), write (?<write>[0-9]+), timeout (?<timeout>[0-9]+)$",
            Pattern.MULTILINE);
    /** Below this, in ms, wrk2's reading is that of its timer, which ticks in ms. */
    private static final double TICKS = 2;

    static WrkOutput of(ExecResult output) {
        if (output.exitCode() != 0 || !REQUESTS.matcher(output.stdout()).find()) {
            throw new WorkloadException("the client ended with exit code %d and told no result: %s"
                    .formatted(output.exitCode(), LastWords.of(output)));
        }
        return new WrkOutput(output.stdout());
    }

    /**
     * The reading.
     *
     * @param offered requests/s, or 0 where each is sent when the answer is there
     */
    Reading reading(double offered) {
        return reading(offered, offered > 0);
    }

    /** The same of wrk2, where {@code offered} is 0 when the rate is not known. */
    Reading atRate(double offered) {
        return reading(offered, true);
    }

    private Reading reading(double offered, boolean constant) {
        Matcher requests = found(REQUESTS, "the count of requests");
        long count = Long.parseLong(requests.group("requests"));
        double seconds = inUnit(requests) / 1e3;
        double rate = Double.parseDouble(found(RATE, "the rate").group("rate"));
        Better better = constant ? Better.NEITHER : Better.HIGHER;
        List<Measurement> metrics = latencies(count);
        metrics.add(
                new Measurement("throughput", "KB/s", Better.HIGHER, inUnit(found(TRANSFER, "the throughput")) / 1024));
        metrics.add(new Measurement(constant ? "rate" : "operations", "requests/s", better, rate));
        long errors = socketErrors();
        metrics.add(new Measurement("errors", "operations", Better.LOWER, (double) errors + status()));
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(Checks.answers(count - status()));
        verdicts.add(Checks.errors(errors, count + errors, 0, ""));
        verdicts.add(Checks.wrong("status", status(), count, ""));
        verdicts.add(Checks.duration(seconds));
        if (offered > 0) {
            verdicts.add(Checks.answeredRate(rate, offered, seconds, "requests/s"));
        }
        if (constant) {
            timer(metrics, verdicts);
        }
        verdicts.add(LatencyFigures.enough(count));
        return new Reading(seconds, metrics, verdicts, WrkSpectrum.of(corrected(), uncorrected()));
    }

    /** All but wrk2's second distribution. */
    private String corrected() {
        return text.substring(0, second());
    }

    /** wrk2's second distribution; empty where there is none. */
    private String uncorrected() {
        return text.substring(second());
    }

    private int second() {
        int second = text.indexOf(UNCORRECTED);
        return second < 0 ? text.length() : second;
    }

    private List<Measurement> latencies(long count) {
        List<Measurement> latencies = new ArrayList<>();
        Matcher latency = LATENCY.matcher(text);
        if (!latency.find()) {
            return latencies;
        }
        latencies.add(LatencyFigures.milliseconds("latency", inUnit(latency)));
        Matcher deviation = Pattern.compile(NUMBER).matcher(latency.group("deviation"));
        if (deviation.matches()) {
            latencies.add(LatencyFigures.milliseconds("latency.stddev", inUnit(deviation)));
        }
        Matcher percentile = PERCENTILE.matcher(corrected());
        while (percentile.find()) {
            double percent = Double.parseDouble(percentile.group("percent"));
            if (LatencyFigures.QUOTED.contains(percent) && Tail.carries(count, percent)) {
                latencies.add(
                        LatencyFigures.milliseconds("latency." + LatencyFigures.word(percent), inUnit(percentile)));
            }
        }
        return latencies;
    }

    private static void timer(List<Measurement> metrics, List<Verdict> verdicts) {
        metrics.stream()
                .filter(m -> m.metric().equals("latency.p50") && m.value() < TICKS)
                .findFirst()
                .ifPresent(m -> verdicts.add(Verdict.note(
                        "timer",
                        "wrk2's timer ticks in ms: a median of %.2f ms may be the tool's own".formatted(m.value()))));
    }

    private long status() {
        Matcher status = STATUS.matcher(text);
        return status.find() ? Long.parseLong(status.group("count")) : 0;
    }

    private long socketErrors() {
        Matcher errors = SOCKET.matcher(text);
        long sum = 0;
        if (errors.find()) {
            for (String kind : List.of("connect", "read", "write", "timeout")) {
                sum += Long.parseLong(errors.group(kind));
            }
        }
        return sum;
    }

    private Matcher found(Pattern pattern, String what) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new WorkloadException("the client's output has not %s".formatted(what));
        }
        return matcher;
    }

    /** Times in ms, sizes in bytes. */
    private static double inUnit(Matcher found) {
        String unit = found.group("unit") == null ? "" : found.group("unit");
        double factor = switch (unit) {
            case "us" -> 1e-3;
            case "s" -> 1e3;
            case "m" -> 60e3;
            case "h" -> 3600e3;
            case "KB" -> 1L << 10;
            case "MB" -> 1L << 20;
            case "GB" -> 1L << 30;
            case "TB" -> 1L << 40;
            default -> 1;
        };
        return Double.parseDouble(found.group("number")) * factor;
    }
}
