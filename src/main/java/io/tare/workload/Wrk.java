package io.tare.workload;

import io.tare.study.Parameter;
import io.tare.study.Parameter.Type;
import io.tare.study.WorkloadSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code wrk} and {@code wrk2}: the real tools on the nginx workloads' server, where a study says where they are. To be held against Tare's
 * own generator; wrk2 needs some 10 s to settle on its rate.
 */
public record Wrk(String name) implements WorkloadKind {
    private static final int LARGEST = 16 << 20;
    private static final Parameter RATE =
            Parameter.of("rate", Type.INTEGER, "3000", "requests/s").atLeast(1).atMost(10_000_000);
    private static final Parameter SIZE = Parameter.of("size", Type.SIZE, "1K", "bytes of the page")
            .atLeast(1)
            .atMost(LARGEST);
    private static final Parameter PATH =
            Parameter.of("path", Type.TEXT, NginxServer.PATH, "what is asked for; the server has nothing but /page");

    private boolean constantRate() {
        return name.equals("wrk2");
    }

    @Override
    public String summary() {
        return constantRate()
                ? "Nginx latency at a constant rate (the real wrk2, where the study says where it is)"
                : "Nginx requests/s in a closed loop (the real wrk, where the study says where it is)";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(List.of(ClientShape.threads(2), ClientShape.connections(100)));
        if (constantRate()) {
            parameters.add(RATE);
        }
        parameters.addAll(List.of(SIZE, PATH, NginxServer.CHECK));
        parameters.addAll(RealTool.PARAMETERS);
        return parameters;
    }

    @Override
    public Workload with(Map<String, String> parameters) {
        Page page = new Page((int) Sizes.of(value(parameters, "size")));
        double rate = constantRate() ? Double.parseDouble(value(parameters, "rate")) : 0;
        WorkloadSpec spec = spec(parameters, page);
        return new ReadWorkload(
                spec, rate * 8e-6 * page.bytes(), output -> WrkOutput.of(output).reading(rate));
    }

    private WorkloadSpec spec(Map<String, String> parameters, Page page) {
        RealTool tool = RealTool.of(name, value(parameters, "program"), value(parameters, "image"));
        List<String> client = new ArrayList<>(List.of(tool.command(), "--latency"));
        client.addAll(List.of("--threads", value(parameters, "threads")));
        client.addAll(List.of("--connections", value(parameters, "connections")));
        client.addAll(List.of("--duration", "{seconds}s"));
        if (constantRate()) {
            client.addAll(List.of("--rate", value(parameters, "rate")));
        }
        String path = value(parameters, "path");
        client.add("http://{server}:{port}" + path);
        boolean check = Boolean.parseBoolean(value(parameters, "check"));
        return new WorkloadSpec(
                name,
                summary(),
                null,
                NginxServer.serving(page),
                check
                        ? tool.client(client, NginxServer.gate(path), NginxServer.expects(page))
                        : tool.client(client, List.of(), null),
                List.of(),
                List.of());
    }
}
