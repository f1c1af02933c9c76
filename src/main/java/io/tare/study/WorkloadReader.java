package io.tare.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a workload that the study describes itself. */
record WorkloadReader(String name, Fields fields, List<Problem> problems) {
    static final List<String> KEYS = List.of("summary", "image", "server", "client", "metrics", "verdicts");

    WorkloadSpec read() {
        fields.known(KEYS);
        List<WorkloadSpec.Metric> metrics = new ArrayList<>();
        fields("metrics").all().forEach((metric, node) -> metrics.add(metric(metric, node)));
        if (metrics.isEmpty()) {
            fields.problem(fields.place("metrics"), "workload '%s' needs at least one metric".formatted(name));
        }
        List<WorkloadSpec.Bound> bounds = new ArrayList<>();
        if (fields.has("verdicts")) {
            fields("verdicts").all().forEach((bound, node) -> bounds.add(bound(bound, node, metrics)));
        }
        return new WorkloadSpec(
                name,
                fields.text("summary").orElse("described in the study"),
                fields.text("image").orElse(null),
                server(),
                client(),
                metrics,
                bounds);
    }

    private WorkloadSpec.Server server() {
        Fields server = fields("server").known(List.of("command", "protocols", "ready", "environment", "files"));
        List<String> command = needed(server, "command");
        List<String> protocols = server.has("protocols") ? server.texts("protocols") : List.of("tcp");
        if (protocols.isEmpty() || !List.of("tcp", "udp").containsAll(protocols)) {
            server.problem(server.place("protocols"), "'protocols' must be a list of tcp, udp or both");
        }
        WorkloadSpec.Ready ready = new WorkloadSpec.Ready(true, List.of(), 20);
        Node node = server.node("ready");
        if (node != null) {
            Fields how = new Fields("'ready'", node, problems).known(List.of("listens", "command", "within"));
            List<String> check = how.command("command");
            ready = new WorkloadSpec.Ready(
                    check.isEmpty(),
                    check,
                    how.number("within", 0.1, false, "seconds").orElse(20));
        }
        return new WorkloadSpec.Server(command, protocols, ready, server.pairs("environment"), server.pairs("files"));
    }

    private WorkloadSpec.Client client() {
        Fields client = fields("client").known(List.of("command", "gate", "gate-expects", "exit-codes"));
        String expects = client.text("gate-expects").orElse(null);
        if (expects != null) {
            pattern(client, "gate-expects", expects);
        }
        List<Integer> codes = new ArrayList<>();
        for (String code : client.texts("exit-codes")) {
            if (code.matches("[0-9]{1,3}")) {
                codes.add(Integer.parseInt(code));
            } else {
                client.problem(client.place("exit-codes"), "'exit-codes' must be numbers from 0 to 255");
            }
        }
        return new WorkloadSpec.Client(
                needed(client, "command"), client.command("gate"), expects, codes.isEmpty() ? List.of(0) : codes);
    }

    private WorkloadSpec.Metric metric(String metric, Node node) {
        Fields given = new Fields("metric '" + metric + "'", node, problems)
                .known(List.of("unit", "better", "pointer", "pattern", "scale", "required"));
        String pointer = given.text("pointer").orElse(null);
        String pattern = given.text("pattern").orElse(null);
        if ((pointer == null) == (pattern == null)) {
            given.problem(node, "metric '%s' needs either 'pointer' or 'pattern'".formatted(metric));
        }
        if (pointer != null && !pointer.startsWith("/")) {
            given.problem(given.place("pointer"), "a JSON pointer begins with '/', as /end/sum/bits_per_second");
        }
        if (pattern != null && pattern(given, "pattern", pattern) && !pattern.contains("(?<value>")) {
            given.problem(given.place("pattern"), "the pattern needs a group (?<value>...) around the number");
        }
        String better = given.word("better", List.of("higher", "lower", "neither"), "neither");
        return new WorkloadSpec.Metric(
                metric,
                given.required("unit"),
                Better.valueOf(better.toUpperCase(Locale.ROOT)),
                pointer,
                pattern,
                given.number("scale", -1e9, false, "").orElse(1),
                given.flag("required", true));
    }

    private WorkloadSpec.Bound bound(String bound, Node node, List<WorkloadSpec.Metric> metrics) {
        Fields given = new Fields("verdict '" + bound + "'", node, problems)
                .known(List.of("metric", "at-least", "at-most", "level", "says"));
        String metric = given.required("metric");
        List<String> names = metrics.stream().map(WorkloadSpec.Metric::name).toList();
        if (!metric.isEmpty() && !names.contains(metric)) {
            given.problem(
                    given.place("metric"),
                    "verdict '%s' is about '%s', which is no metric of the workload%s"
                            .formatted(bound, metric, Words.suggestion(metric, names)));
        }
        var least = given.number("at-least", -1e9, false, "");
        var most = given.number("at-most", -1e9, false, "");
        if (!given.has("at-least") && !given.has("at-most")) {
            given.problem(node, "verdict '%s' needs 'at-least' or 'at-most'".formatted(bound));
        }
        return new WorkloadSpec.Bound(
                bound,
                metric,
                least.isPresent() ? least.getAsDouble() : null,
                most.isPresent() ? most.getAsDouble() : null,
                given.word("level", List.of("note", "invalid"), "invalid"),
                given.text("says").orElse(bound));
    }

    private Fields fields(String key) {
        Node node = fields.node(key);
        if (node == null) {
            fields.problem(fields.place(key), "workload '%s' needs '%s'".formatted(name, key));
            return new Fields(key, fields.place(key), new ArrayList<>());
        }
        return new Fields("'" + key + "' of workload '" + name + "'", node, problems);
    }

    private List<String> needed(Fields of, String key) {
        List<String> command = of.command(key);
        if (command.isEmpty()) {
            of.problem(of.place(key), "'%s' must not be empty".formatted(key));
        }
        return command;
    }

    private static boolean pattern(Fields of, String key, String pattern) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException e) {
            of.problem(of.place(key), "'%s' is no regular expression: %s".formatted(key, e.getDescription()));
            return false;
        }
    }
}
