package io.tare.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads a workload that the study describes itself. */
record WorkloadReader(String name, Fields fields, List<Problem> problems) {
    static final String NAME = "[a-z0-9][a-z0-9._-]{0,39}";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z-]+)}");
    private static final List<String> PLACEHOLDERS = List.of("server", "port", "seconds", "omit");

    static WorkloadSpec read(String name, Node node, List<Problem> problems) {
        return new WorkloadReader(name, Fields.of("workload '" + name + "'", node, Keys.WORKLOAD, problems), problems)
                .read();
    }

    /** Whether an entry's value describes a workload, rather than give parameters to one there is. */
    static boolean describes(Node value) {
        List<String> telling = List.of("server", "client", "metrics");
        return value instanceof MappingNode mapping
                && mapping.getValue().stream()
                        .anyMatch(e -> e.getKeyNode() instanceof ScalarNode key && telling.contains(key.getValue()));
    }

    private WorkloadSpec read() {
        List<WorkloadSpec.Metric> metrics = new ArrayList<>();
        named("metrics", "metric").forEach((metric, node) -> metrics.add(metric(metric, node)));
        List<WorkloadSpec.Bound> bounds = new ArrayList<>();
        named("verdicts", "verdict").forEach((bound, node) -> bounds.add(bound(bound, node, metrics)));
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
        Node node = fields.node("server");
        if (node == null) {
            return new WorkloadSpec.Server(
                    List.of(), List.of(), WorkloadSpec.Ready.LISTENS, java.util.Map.of(), java.util.Map.of());
        }
        Fields server = Fields.of("'server' of workload '" + name + "'", node, Keys.SERVER, problems);
        List<String> protocols = server.has("protocols") ? server.texts("protocols") : List.of("tcp");
        if (!List.of("tcp", "udp").containsAll(protocols)) {
            server.problem(
                    server.place("protocols"),
                    "'protocols' can hold tcp and udp; it holds " + Words.cut(String.join(", ", protocols)));
        }
        var files = server.pairs("files");
        for (String path : files.keySet()) {
            if (!path.startsWith("/") || path.endsWith("/") || path.contains("/../")) {
                server.problem(
                        server.place("files"),
                        "'files' of the server go by absolute path, as /etc/my.conf; '%s' is none".formatted(path));
            }
        }
        return new WorkloadSpec.Server(
                command(server, "port", "Tare chooses it, so that servers of all modes run side by side"),
                protocols.isEmpty()
                        ? List.of("tcp")
                        : protocols.stream().distinct().toList(),
                ready(server.node("ready")),
                server.pairs("environment"),
                files,
                placeholders(server, "prepare"),
                placeholders(server, "reset"));
    }

    private WorkloadSpec.Ready ready(@Nullable Node node) {
        if (node == null) {
            return WorkloadSpec.Ready.LISTENS;
        }
        Fields how = Fields.of("'ready'", node, Keys.READY, problems);
        List<String> check = placeholders(how, "command");
        boolean listens = how.has("listens") ? how.flag("listens") : !how.has("command");
        if (listens == how.has("command")) {
            how.problem(node, "'ready' needs either 'listens: true' or a 'command'");
        }
        return new WorkloadSpec.Ready(listens, check, how.decimal("within").orElseThrow());
    }

    private WorkloadSpec.Client client() {
        Node node = fields.node("client");
        if (node == null) {
            return new WorkloadSpec.Client(List.of(), List.of(), null, List.of(0));
        }
        Fields client = Fields.of("'client' of workload '" + name + "'", node, Keys.CLIENT, problems);
        String expects = client.text("gate-expects").orElse(null);
        if (expects != null) {
            pattern(client, "gate-expects", expects);
            if (!client.has("gate")) {
                client.problem(client.place("gate-expects"), "'gate-expects' needs a 'gate', whose output it checks");
            }
        }
        List<Integer> codes = new ArrayList<>();
        for (String code : client.texts("exit-codes")) {
            if (code.matches("[0-9]{1,3}") && Integer.parseInt(code) <= 255) {
                codes.add(Integer.parseInt(code));
            } else {
                client.problem(
                        client.place("exit-codes"),
                        "'exit-codes' must be whole numbers from 0 to 255; '%s' is none".formatted(Words.cut(code)));
            }
        }
        return new WorkloadSpec.Client(
                command(client, "server", "without it nothing crosses the network"),
                placeholders(client, "gate"),
                expects,
                codes.isEmpty() ? List.of(0) : codes,
                (int) client.whole("omit").orElseThrow(),
                client.text("tool").orElse(null),
                client.text("image").orElse(null));
    }

    private WorkloadSpec.Metric metric(String metric, Node node) {
        Fields given = Fields.of("metric '" + metric + "'", node, Keys.METRIC, problems);
        if (metric.startsWith("cpu.")) {
            given.problem(node, "metric '%s': the names cpu.… are those of Tare's own CPU figures".formatted(metric));
        }
        String pointer = given.text("pointer").orElse(null);
        String pattern = given.text("pattern").orElse(null);
        if (given.has("pointer") == given.has("pattern")) {
            given.problem(node, "metric '%s' needs either 'pointer' or 'pattern'".formatted(metric));
        }
        if (pointer != null && !pointer.startsWith("/")) {
            given.problem(given.place("pointer"), "a JSON pointer begins with '/', as /end/sum/bits_per_second");
        }
        if (pattern != null && pattern(given, "pattern", pattern)) {
            if (!Pattern.compile(pattern).namedGroups().containsKey("value")) {
                given.problem(given.place("pattern"), "the pattern needs a group (?<value>...) around the number");
            }
        }
        return new WorkloadSpec.Metric(
                metric,
                given.text("unit").orElse(""),
                Better.valueOf(given.word("better").toUpperCase(Locale.ROOT)),
                pointer,
                pattern,
                given.decimal("scale").orElseThrow(),
                given.flag("required"));
    }

    private WorkloadSpec.Bound bound(String bound, Node node, List<WorkloadSpec.Metric> metrics) {
        Fields given = Fields.of("verdict '" + bound + "'", node, Keys.VERDICT, problems);
        String metric = given.text("metric").orElse("");
        List<String> names = metrics.stream().map(WorkloadSpec.Metric::name).toList();
        if (!metric.isEmpty() && !names.contains(metric)) {
            given.problem(
                    given.place("metric"),
                    "verdict '%s' is about '%s', which is no metric of the workload%s"
                            .formatted(bound, metric, Words.suggestion(metric, names)));
        }
        OptionalDouble least = given.decimal("at-least");
        OptionalDouble most = given.decimal("at-most");
        if (!given.has("at-least") && !given.has("at-most")) {
            given.problem(node, "verdict '%s' needs 'at-least' or 'at-most'".formatted(bound));
        }
        if (least.isPresent() && most.isPresent() && least.getAsDouble() > most.getAsDouble()) {
            given.problem(
                    given.place("at-least"),
                    "verdict '%s': 'at-least' is above 'at-most', so that nothing passes".formatted(bound));
        }
        return new WorkloadSpec.Bound(
                bound,
                metric,
                least.isPresent() ? least.getAsDouble() : null,
                most.isPresent() ? most.getAsDouble() : null,
                given.word("level"),
                given.text("says").orElse(bound));
    }

    private java.util.Map<String, Node> named(String key, String one) {
        Node node = fields.node(key);
        if (node == null) {
            return java.util.Map.of();
        }
        Fields entries = Fields.named("'%s' of workload '%s'".formatted(key, name), node, problems);
        if (entries.all().isEmpty() && node instanceof MappingNode) {
            entries.problem(node, "'%s' of workload '%s' is empty; name at least one %s".formatted(key, name, one));
        }
        for (String given : entries.all().keySet()) {
            if (!given.matches(NAME)) {
                entries.problem(
                        entries.place(given),
                        "the name '%s' of a %s must be lower-case letters, digits, dots, dashes and underscores, 40 at most"
                                .formatted(Words.cut(given), one));
            }
        }
        return entries.all();
    }

    /** A command that must use a placeholder. */
    private List<String> command(Fields of, String must, String why) {
        List<String> command = placeholders(of, "command");
        if (!command.isEmpty() && command.stream().noneMatch(argument -> argument.contains("{" + must + "}"))) {
            of.problem(of.place("command"), "the command must use {%s}: %s".formatted(must, why));
        }
        return command;
    }

    /** A command whose words in braces are looked at for slips: {@code {sever}}, {@code {host}}. Others are left to the command. */
    private static List<String> placeholders(Fields of, String key) {
        List<String> command = of.command(key);
        PLACEHOLDER
                .matcher(String.join(" ", command))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .filter(word -> !PLACEHOLDERS.contains(word))
                .filter(word -> List.of("host", "address", "time", "duration").contains(word)
                        || PLACEHOLDERS.stream().anyMatch(right -> Words.distance(word, right) == 1))
                .forEach(word -> of.problem(
                        of.place(key),
                        "'{%s}' is not replaced; there are {server}, {port}, {seconds} and {omit}".formatted(word)));
        return command;
    }

    private static boolean pattern(Fields of, String key, String pattern) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException e) {
            of.problem(
                    of.place(key),
                    "'%s' is no regular expression: %s".formatted(Words.cut(pattern), e.getDescription()));
            return false;
        }
    }
}
