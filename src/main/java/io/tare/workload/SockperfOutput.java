package io.tare.workload;

import io.tare.host.ExecResult;
import io.tare.host.LastWords;
import io.tare.result.Measurement;
import io.tare.result.Verdict;
import io.tare.study.Better;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/**
 * What {@code sockperf.sh} prints. sockperf ends with exit code 0 whatever happened: what it says counts.
 *
 * @param text sockperf's own words, without their colours
 * @param launched when sockperf was started
 * @param begin of the measured seconds, in s after that
 * @param seconds really measured: to their end where messages were sent after it too, else to the last one sent
 * @param asked seconds
 * @param all round trips in them, in ns
 */
record SockperfOutput(String text, Instant launched, double begin, double seconds, int asked, Histogram all) {
    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Pattern LAUNCHED = Pattern.compile("^launched (\\d{1,19})$", Pattern.MULTILINE);
    private static final Pattern WINDOW =
            Pattern.compile("^window ([0-9.]{1,30}) ([0-9.]{0,30}) ([01]) (\\d{1,9})$", Pattern.MULTILINE);
    private static final Pattern COUNT = Pattern.compile("^(\\d{1,15}) (\\d{1,15})$", Pattern.MULTILINE);
    private static final Pattern RUN =
            Pattern.compile("\\[Total Run\\] RunTime=([0-9.]{1,20}) sec;.* SentMessages=(\\d{1,15});");
    private static final Pattern VALID =
            Pattern.compile("\\[Valid Duration\\].* SentMessages=(\\d{1,15}); ReceivedMessages=(\\d{1,15})");
    private static final Pattern FATE = Pattern.compile(
            "# dropped messages = (\\d{1,15}); # duplicated messages = (\\d{1,15}); # out-of-order messages = (\\d{1,15})");

    static SockperfOutput of(ExecResult output) {
        String text = COLOURS.matcher(output.stdout()).replaceAll("");
        Matcher launched = LAUNCHED.matcher(text);
        Matcher window = WINDOW.matcher(text);
        if (output.exitCode() != 0 || !launched.find() || !window.find()) {
            throw new WorkloadException("sockperf gave no round trips: " + explained(text, output));
        }
        Histogram all = new Histogram(3);
        Matcher count = COUNT.matcher(text);
        while (count.find()) {
            all.recordValueWithCount(Long.parseLong(count.group(1)), Long.parseLong(count.group(2)));
        }
        if (all.getTotalCount() == 0) {
            throw new WorkloadException(
                    "sockperf sent nothing that came back in the measured seconds: " + explained(text, output));
        }
        long nanos = Long.parseLong(launched.group(1));
        double begin = Double.parseDouble(window.group(1));
        int asked = Integer.parseInt(window.group(4));
        return new SockperfOutput(
                text.substring(0, launched.start()),
                Instant.ofEpochSecond(nanos / 1_000_000_000, nanos % 1_000_000_000),
                begin,
                window.group(3).equals("1") ? asked : Double.parseDouble(window.group(2)) - begin,
                asked,
                all);
    }

    /**
     * The reading.
     *
     * @param offered messages/s, or 0 where each is sent when the one before is back
     * @param reliable whether the protocol sees to it that messages arrive once and in order
     */
    Reading reading(double offered, boolean reliable) {
        Matcher fate = found(FATE, "the count of dropped messages");
        Matcher valid = found(VALID, "the count of messages");
        long sent = Long.parseLong(valid.group(1));
        long lost = Long.parseLong(fate.group(1));
        List<Measurement> metrics = new ArrayList<>(LatencyFigures.of("latency", all, LatencyFigures.QUOTED));
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(Checks.duration(seconds, asked));
        if (offered > 0) {
            Matcher run = found(RUN, "the length of its run");
            double rate = Long.parseLong(run.group(2)) / Double.parseDouble(run.group(1));
            metrics.add(new Measurement("rate", "messages/s", Better.NEITHER, rate));
            metrics.add(new Measurement("loss", "%", Better.LOWER, 100.0 * lost / Math.max(1, sent)));
            verdicts.add(Checks.rate(rate, offered, "messages/s", 0));
        } else {
            metrics.add(new Measurement("round_trips", "per s", Better.HIGHER, all.getTotalCount() / seconds));
        }
        verdicts.add(fate("loss", lost, sent, "did not come back", reliable));
        verdicts.add(fate("duplicates", Long.parseLong(fate.group(2)), sent, "came back twice", reliable));
        verdicts.add(fate("order", Long.parseLong(fate.group(3)), sent, "came back out of order", reliable));
        verdicts.add(LatencyFigures.enough(all.getTotalCount()));
        return new Reading(seconds, metrics, verdicts, Map.of("all", all), launched.plusNanos((long) (begin * 1e9)));
    }

    /** What a datagram may meet is told; of a reliable protocol only what it had not delivered by the end. */
    private static Verdict fate(String name, long messages, long sent, String what, boolean reliable) {
        if (messages == 0) {
            return Verdict.ok(name, "none of %d messages %s".formatted(sent, what));
        }
        String figure = "%d of %d messages (%.3g%%) %s".formatted(messages, sent, 100.0 * messages / sent, what);
        return reliable
                ? Verdict.invalid(
                        name, figure + ", though TCP delivers all of them: the path was still full at the end")
                : Verdict.note(name, figure);
    }

    private Matcher found(Pattern pattern, String what) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new WorkloadException("sockperf's output has not " + what);
        }
        return matcher;
    }

    private static String explained(String text, ExecResult output) {
        if (text.contains("No valid observations")) {
            return "a message was lost before the measured seconds, and sockperf waits for it for ever; give it 'protocol: tcp', or measure under load";
        }
        return LastWords.of(text + output.stderr());
    }
}
