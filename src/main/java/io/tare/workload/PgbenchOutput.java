package io.tare.workload;

import io.tare.host.ExecResult;
import io.tare.host.LastWords;
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
 * What {@code pgbench.sh} prints: the measured window, pgbench's log of every transaction (PostgreSQL 17), its summary. A transaction counts
 * where it ended within the window; its latency counts from when it was due, as pgbench's does under {@code --rate}.
 *
 * @param until when the window ends, in us since 1970, or 0 where all is measured
 * @param asked the window, in s; 0 where all is measured
 */
record PgbenchOutput(long until, int asked, List<Transaction> transactions, long failed) {
    private static final Pattern WINDOW = Pattern.compile("window (?:all|(?<until>\\d+) (?<seconds>\\d+))");
    /** client_id transaction_no time script_no time_epoch time_us [schedule_lag]. */
    static final Pattern LINE = Pattern.compile(
            "\\d+ \\d+ (?<time>\\d+|skipped|failed) \\d+ (?<epoch>\\d+) (?<micros>\\d+)(?: (?<lag>\\d+))?(?: \\d+)?");

    private static final double MICROS = 1e6;
    /** Three deviations of a Poisson count are exceeded by chance once in 700 trials. */
    private static final double DEVIATIONS = 3;

    /** Times in us; {@code end} since 1970. {@code lag} is how much later than due it began. */
    record Transaction(long end, long time, long lag) {}

    static PgbenchOutput of(ExecResult output) {
        if (output.exitCode() != 0) {
            throw new WorkloadException(
                    "pgbench ended with exit code %d: %s".formatted(output.exitCode(), firstError(output)));
        }
        List<Transaction> transactions = new ArrayList<>();
        long failed = 0;
        long until = 0;
        int asked = 0;
        for (String line : output.stdout().lines().toList()) {
            Matcher logged = LINE.matcher(line);
            Matcher window = WINDOW.matcher(line);
            if (logged.matches()) {
                if (Character.isDigit(logged.group("time").charAt(0))) {
                    transactions.add(transaction(logged));
                } else {
                    failed++;
                }
            } else if (window.matches() && window.group("until") != null) {
                until = Long.parseLong(window.group("until"));
                asked = Integer.parseInt(window.group("seconds"));
            }
        }
        if (transactions.isEmpty()) {
            throw new WorkloadException(
                    "pgbench logged no transaction: its clients had no first answer by the end. Measure longer, or with fewer clients.\n%s"
                            .formatted(LastWords.of(output.stdout() + output.stderr())));
        }
        return new PgbenchOutput(until, asked, transactions, failed);
    }

    /** {@code offered} is in transactions/s; 0 where each client sends the next when the answer is there. */
    Reading reading(double offered) {
        return reading(offered, offered > 0);
    }

    /** The same of a log alone, which shows by the lag that a rate was kept; {@code offered} is 0 where it is not known which. */
    Reading logged(double offered) {
        return reading(offered, transactions.stream().anyMatch(t -> t.lag() > 0));
    }

    private Reading reading(double offered, boolean limited) {
        long first =
                transactions.stream().mapToLong(t -> t.end() - t.time()).min().orElseThrow();
        long last = transactions.stream().mapToLong(Transaction::end).max().orElseThrow();
        long end = asked == 0 ? last : until;
        long begin = asked == 0 ? first : Math.max(first, until - Math.round(asked * MICROS));
        if (begin >= end) {
            throw new WorkloadException(
                    "pgbench's connections were made %.1f s after the measured time had ended; give it more time to connect with 'omit', or fewer clients"
                            .formatted((begin - end) / MICROS));
        }
        List<Transaction> measured = transactions.stream()
                .filter(t -> t.end() >= begin && t.end() <= end)
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
        if (limited) {
            metrics.addAll(LatencyFigures.of("raw.latency", raw, LatencyFigures.FEW));
            metrics.add(LatencyFigures.milliseconds("lag", lag / Math.max(1, measured.size())));
        }
        metrics.add(new Measurement("tps", "transactions/s", limited ? Better.NEITHER : Better.HIGHER, tps));
        return new Reading(
                seconds,
                metrics,
                verdicts(measured.size(), seconds, tps, offered),
                limited ? Map.of("all", all, "raw", raw) : Map.of("all", all),
                Instant.EPOCH.plus(begin, ChronoUnit.MICROS));
    }

    private List<Verdict> verdicts(long count, double seconds, double tps, double offered) {
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(Checks.answers(count));
        verdicts.add(Checks.errors(failed, failed + transactions.size(), 0, ""));
        verdicts.add(asked == 0 ? Checks.duration(seconds) : Checks.duration(seconds, asked));
        if (offered > 0) {
            verdicts.add(rate(tps, offered, seconds));
        }
        verdicts.add(LatencyFigures.enough(count));
        return verdicts;
    }

    /** The rate against the one that was offered; pgbench draws its schedule at random. */
    static Verdict rate(double tps, double offered, double seconds) {
        return Checks.rate(tps, offered, "transactions/s", DEVIATIONS / Math.sqrt(offered * seconds));
    }

    private static Transaction transaction(Matcher logged) {
        return new Transaction(
                Long.parseLong(logged.group("epoch")) * 1_000_000 + Long.parseLong(logged.group("micros")),
                Long.parseLong(logged.group("time")),
                logged.group("lag") == null ? 0 : Long.parseLong(logged.group("lag")));
    }

    /** Every client tells its own; the first is the cause, the others its consequence. */
    private static String firstError(ExecResult output) {
        return output.stderr()
                .lines()
                .filter(line -> line.contains("error:"))
                .findFirst()
                .orElseGet(() -> LastWords.of(output));
    }
}
