package io.tare.workload;

import io.tare.host.ExecResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** pgbench's log of every transaction, {@code --log}: one file a thread. All of it is measured. */
final class PgbenchLog implements OutputFormat {
    static final String WORKLOAD = "pgbench";

    /** The setting that tells {@code --rate} from none: its transactions/s are what was asked for and no result. */
    static final String RATE = "rate";

    /** A client's number and what the log of intervals has not there: a time in its fifth column. */
    private static final Pattern FIRST =
            Pattern.compile("^\\d{1,6} \\d+ (?:\\d+|skipped|failed) \\d+ \\d{9,11} \\d{1,6}\\b");

    @Override
    public String name() {
        return "pgbench --log";
    }

    @Override
    public boolean fits(String text) {
        return FIRST.matcher(text).find();
    }

    @Override
    public boolean inParts() {
        return true;
    }

    @Override
    public List<Integer> brokenLines(String text) {
        return broken(text, PgbenchOutput.LINE);
    }

    /** The last line has to end too: one that was cut off can look whole. */
    static List<Integer> broken(String text, Pattern whole) {
        List<Integer> broken = new ArrayList<>();
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (!line.isBlank() && !whole.matcher(line).matches()) {
                broken.add(number);
            }
        }
        if (!text.endsWith("\n") && (broken.isEmpty() || broken.getLast() != number)) {
            broken.add(number);
        }
        return broken;
    }

    @Override
    public List<FoundTrial> read(String text, double offered) {
        Reading reading =
                PgbenchOutput.of(new ExecResult(0, text, "", Duration.ZERO)).logged(offered);
        boolean limited = reading.metrics().stream().anyMatch(m -> m.metric().equals("lag"));
        return List.of(FoundTrial.read(WORKLOAD, Map.of(RATE, limited ? "kept" : "none"), reading.begun(), reading));
    }
}
