package io.tare.workload;

import io.tare.host.ExecResult;
import io.tare.result.Measurement;
import io.tare.result.Verdict;
import io.tare.study.Better;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/**
 * What {@code pgbench.sh} prints: the window that was asked for, pgbench's log of every transaction (PostgreSQL 17), its summary. A transaction
 * counts where it ended within the measured window; its latency counts from when it was due, as pgbench's does under {@code --rate}.
 */
record PgbenchOutput(int omit, double asked, List<Transaction> transactions, long failed) {
    private static final Pattern WINDOW =
            Pattern.compile("window (?<omit>\\d+) (?<seconds>\\d+) (?<transactions>\\d+)");
    /** client_id transaction_no time script_no time_epoch time_us [schedule_lag]. */
    private static final Pattern LINE = Pattern.compile(
            "\\d+ \\d+ (?<time>\\d+|skipped|failed) \\d+ (?<epoch>\\d+) (?<micros>\\d+)(?: (?<lag>\\d+))?(?: \\d+)?");

    private static final double MICROS = 1e6;
    /** Three deviations of a Poisson count are exceeded by chance once in 700 trials. */
    private static final double DEVIATIONS = 3;

    /** Times in us; {@code end} since 1970. {@code lag} is how much later than due it began. */
    record Transaction(long end, long time, long lag) {}

    static PgbenchOutput of(ExecResult output) {
        if (output.exitCode() != 0) {
            throw new WorkloadException("pgbench ended with exit code %d: %s"
                    .formatted(output.exitCode(), said(output.stderr().isBlank() ? output.stdout() : output.stderr())));
        }
        Matcher window = WINDOW.matcher("");
        List<Transaction> transactions = new ArrayList<>();
        long failed = 0;
        int omit = 0;
        double asked = Double.NaN;
        for (String line : output.stdout().lines().toList()) {
            Matcher logged = LINE.matcher(line);
            if (logged.matches()) {
                if (Character.isDigit(logged.group("time").charAt(0))) {
                    transactions.add(transaction(logged));
                } else {
                    failed++;
                }
            } else if (window.reset(line).matches()) {
                omit = Integer.parseInt(window.group("omit"));
                asked = window.group("transactions").equals("0")
                        ? Double.parseDouble(window.group("seconds"))
                        : Double.NaN;
            }
        }
        if (transactions.isEmpty()) {
            throw new WorkloadException(
                    "pgbench logged no transaction: %s".formatted(said(output.stdout() + output.stderr())));
        }
        return new PgbenchOutput(omit, asked, transactions, failed);
    }

    Reading reading(double offered) {
        long first =
                transactions.stream().mapToLong(t -> t.end() - t.time()).min().orElseThrow();
        long last = transactions.stream().mapToLong(Transaction::end).max().orElseThrow();
        long begin = first + (Double.isNaN(asked) ? 0 : Math.round(omit * MICROS));
        long end = Double.isNaN(asked) ? last : begin + Math.round(asked * MICROS);
        List<Transaction> measured = transactions.stream()
                .filter(t -> t.end() > begin && t.end() <= end)
                .toList();
        double seconds = (end - begin) / MICROS;
        Histogram all = new Histogram(3);
        Histogram raw = new Histogram(3);
        double lag = 0;
        for (Transaction transaction : measured) {
            all.recordValue(transaction.time() * 1000);
            raw.recordValue(Math.max(0, transaction.time() - transaction.lag()) * 1000);
            lag += transaction.lag() / 1e3;
        }
        double tps = measured.size() / seconds;
        List<Measurement> metrics = new ArrayList<>(LatencyFigures.of("latency", all, LatencyFigures.QUOTED));
        if (offered > 0) {
            metrics.addAll(LatencyFigures.of("raw.latency", raw, LatencyFigures.FEW));
            metrics.add(new Measurement("lag", "ms", Better.LOWER, lag / Math.max(1, measured.size())));
        }
        metrics.add(new Measurement("tps", "transactions/s", offered > 0 ? Better.NEITHER : Better.HIGHER, tps));
        return new Reading(
                seconds,
                metrics,
                verdicts(measured.size(), seconds, tps, offered),
                offered > 0 ? Map.of("all", all, "raw", raw) : Map.of("all", all),
                Instant.EPOCH.plus(begin, ChronoUnit.MICROS));
    }

    private List<Verdict> verdicts(long count, double seconds, double tps, double offered) {
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(Checks.answers(count));
        verdicts.add(Checks.errors(failed, failed + transactions.size(), 0, ""));
        verdicts.add(Double.isNaN(asked) ? Checks.duration(seconds) : Checks.duration(seconds, asked));
        if (offered > 0) {
            double chance = DEVIATIONS / Math.sqrt(offered * seconds);
            verdicts.add(Checks.rate(tps, offered, "transactions/s", chance));
        }
        verdicts.add(LatencyFigures.enough(count));
        return verdicts;
    }

    private static Transaction transaction(Matcher logged) {
        return new Transaction(
                Long.parseLong(logged.group("epoch")) * 1_000_000 + Long.parseLong(logged.group("micros")),
                Long.parseLong(logged.group("time")),
                logged.group("lag") == null ? 0 : Long.parseLong(logged.group("lag")));
    }

    private static String said(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? "(no output)" : stripped.substring(Math.max(0, stripped.length() - 400));
    }
}
