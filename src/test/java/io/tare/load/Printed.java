package io.tare.load;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the command printed, and how it ended. */
record Printed(int exitCode, String out, String err, Duration took) {
    /** Runs {@code load} with these arguments, as from the command line. */
    static Printed by(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        long start = System.nanoTime();
        int code = new CommandLine(new LoadCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Printed(code, out.toString(), err.toString(), Duration.ofNanos(System.nanoTime() - start));
    }

    /** Runs {@code load http} with {@code --json}: for half a second on two connections, without warm-up, where {@code more} says nothing else. */
    static Printed http(LoopbackServer server, String... more) {
        List<String> arguments = new ArrayList<>(List.of("http", "http://127.0.0.1:" + server.port() + "/page"));
        return small(arguments, "-d", more);
    }

    /** Runs {@code load memcached} likewise. */
    static Printed memcached(LoopbackServer server, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("memcached", "-s", "127.0.0.1", "-p", Integer.toString(server.port())));
        return small(arguments, "--test-time", more);
    }

    private static Printed small(List<String> arguments, String duration, String... more) {
        arguments.add("--json");
        arguments.addAll(List.of(more));
        List<String> presets =
                List.of("-t", "1", "-c", "2", duration, "500ms", "--warm-up", "0s", "--timeout", "200ms");
        for (int i = 0; i < presets.size(); i += 2) {
            if (!arguments.contains(presets.get(i))) {
                arguments.addAll(presets.subList(i, i + 2));
            }
        }
        return by(arguments.toArray(String[]::new));
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }

    /** The number at a JSON pointer; NaN where there is none. */
    double number(String pointer) {
        return json().at(pointer).asDouble(Double.NaN);
    }

    String text(String pointer) {
        return json().at(pointer).asString("");
    }
}
