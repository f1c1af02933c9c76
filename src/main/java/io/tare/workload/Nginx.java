package io.tare.workload;

import io.tare.result.Measurement;
import io.tare.result.Verdict;
import io.tare.study.Better;
import io.tare.study.Parameter;
import io.tare.study.Parameter.Type;
import io.tare.study.WorkloadSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * {@code nginx-1kb} and {@code nginx-1mb}: a page asked for at a constant rate by Tare's own generator, every answer's status and length
 * checked; latency counts from when a request was due.
 */
public record Nginx(String name, String size) implements WorkloadKind {
    private static final int WARM_UP = 1;
    private static final int LARGEST = 16 << 20;
    private static final Parameter RATE = Parameter.of(
                    "rate", Type.INTEGER, "3000", "requests/s; 0 sends the next when the answer is there")
            .atLeast(0)
            .atMost(10_000_000);
    private static final Parameter PATH =
            Parameter.of("path", Type.TEXT, NginxServer.PATH, "what is asked for; the server has nothing but /page");

    @Override
    public String summary() {
        return "Nginx latency of a %s page at a constant rate (tare-load)"
                .formatted(size.equals("1K") ? "1 KB" : "1 MB");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                ClientShape.threads(2),
                ClientShape.connections(100),
                RATE,
                Parameter.of("size", Type.SIZE, size, "bytes of the page")
                        .atLeast(1)
                        .atMost(LARGEST),
                PATH,
                NginxServer.CHECK);
    }

    @Override
    public Workload with(Map<String, String> parameters) {
        Page page = new Page((int) Sizes.of(value(parameters, "size")));
        long rate = Long.parseLong(value(parameters, "rate"));
        WorkloadSpec spec = spec(parameters, page, rate);
        return new ReadWorkload(spec, rate * 8e-6 * page.bytes(), output -> read(LoadOutput.of(output)));
    }

    private WorkloadSpec spec(Map<String, String> parameters, Page page, long rate) {
        String path = value(parameters, "path");
        List<String> client = new ArrayList<>(List.of("tare-load", "http", "--json"));
        client.addAll(List.of("--threads", value(parameters, "threads")));
        client.addAll(List.of("--connections", value(parameters, "connections")));
        client.addAll(List.of("--duration", "{seconds}s", "--warm-up", "{omit}s"));
        client.addAll(List.of("--rate", rate == 0 ? "max" : Long.toString(rate)));
        client.addAll(List.of("--expect-length", Integer.toString(page.bytes())));
        client.add("http://{server}:{port}" + path);
        boolean check = Boolean.parseBoolean(value(parameters, "check"));
        return new WorkloadSpec(
                name,
                summary(),
                null,
                NginxServer.serving(page),
                new WorkloadSpec.Client(
                        client,
                        check ? NginxServer.gate(path) : List.of(),
                        check ? NginxServer.expects(page) : null,
                        List.of(0, 1),
                        WARM_UP,
                        null,
                        null),
                List.of(),
                List.of());
    }

    private static Reading read(LoadOutput load) {
        Map<String, Histogram> histograms = load.histograms();
        List<Measurement> metrics = new ArrayList<>(load.latencies(histograms));
        metrics.add(load.throughput());
        metrics.add(new Measurement("rate", "requests/s", Better.NEITHER, load.achieved()));
        metrics.add(load.errors());
        List<Verdict> verdicts = new ArrayList<>(load.verdicts());
        verdicts.add(load.wrong("status"));
        verdicts.add(load.wrong("length"));
        return new Reading(load.seconds(), metrics, verdicts, histograms, load.begun());
    }
}
