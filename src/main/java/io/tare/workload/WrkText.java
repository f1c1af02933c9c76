package io.tare.workload;

import io.tare.host.ExecResult;
import io.tare.result.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What wrk and wrk2 print. They differ by wrk2's calibration and by the name of its distribution; a short run of wrk2 without {@code --latency} has
 * neither and is taken for wrk's. The rate that wrk2 was told is not printed.
 */
final class WrkText implements OutputFormat {
    private static final Pattern HEAD = Pattern.compile("^Running \\S+ test @ (?<url>\\S+)", Pattern.MULTILINE);
    private static final Pattern SHAPE =
            Pattern.compile("^ +(?<threads>\\d+) threads and (?<connections>\\d+) connections", Pattern.MULTILINE);
    private static final Pattern PATH = Pattern.compile("^[a-z]+://[^/]*(?<path>/.*)?$");

    @Override
    public String name() {
        return "wrk and wrk2, best with --latency";
    }

    @Override
    public boolean fits(String text) {
        return HEAD.matcher(text).find();
    }

    @Override
    public List<FoundTrial> read(String text, double offered) {
        if (!text.contains("Requests/sec:") || !text.contains("Transfer/sec:")) {
            throw new WorkloadException(
                    "it is cut off: wrk's last lines, 'Requests/sec:' and 'Transfer/sec:', are not there");
        }
        boolean constant = text.contains("Thread calibration:") || text.contains("(HdrHistogram");
        WrkOutput output = WrkOutput.of(new ExecResult(0, text, "", Duration.ZERO));
        Reading reading = constant ? output.atRate(offered) : closed(output.reading(0));
        return List.of(FoundTrial.read(constant ? "wrk2" : "wrk", settings(text), null, reading));
    }

    private static Reading closed(Reading read) {
        List<Verdict> verdicts = new ArrayList<>(read.verdicts());
        verdicts.add(Checks.closedLoop("wrk"));
        return new Reading(read.seconds(), read.metrics(), verdicts, read.histograms());
    }

    /** The path without its host, which differs from mode to mode. */
    private static Map<String, String> settings(String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        Matcher shape = SHAPE.matcher(text);
        if (shape.find()) {
            settings.put("threads", shape.group("threads"));
            settings.put("connections", shape.group("connections"));
        }
        Matcher head = HEAD.matcher(text);
        Matcher path = PATH.matcher(head.find() ? head.group("url") : "");
        if (path.matches() && path.group("path") != null) {
            settings.put("path", path.group("path"));
        }
        return settings;
    }
}
