package io.tare.study;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A workload as data: what the server container runs, what the client runs, and which numbers stand where in the client's output.
 * In commands {@code {server}}, {@code {port}}, {@code {seconds}} (measured, in s) and {@code {omit}} (before them, in s) are replaced;
 * a command is a list of arguments and never reaches a shell.
 *
 * @param name what the study calls it
 * @param summary one sentence for people
 * @param image the image both containers run, or null for Tare's own
 */
public record WorkloadSpec(
        String name,
        String summary,
        @Nullable String image,
        Server server,
        Client client,
        List<Metric> metrics,
        List<Bound> bounds) {
    public WorkloadSpec {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(summary, "summary is null");
        Objects.requireNonNull(server, "server is null");
        Objects.requireNonNull(client, "client is null");
        metrics = List.copyOf(metrics);
        bounds = List.copyOf(bounds);
    }

    /**
     * @param command what runs as the server container's process
     * @param protocols {@code tcp}, {@code udp} or both: what has to be published of its one port
     * @param ready how to know that it serves
     * @param environment variables of the server container
     * @param files text files put into the server container before it starts, by absolute path; {@code {port}} is replaced in them
     * @param prepare a command that is run once a run, in a container of its own, before the first server starts: what it puts into
     *     {@code /prepared} every server of the workload sees there, to read. Empty where nothing is to be prepared
     * @param reset a command executed in the server container before every trial but a server's first, outside of the measured time, that
     *     brings the server back to the state it started in; or empty
     */
    public record Server(
            List<String> command,
            List<String> protocols,
            Ready ready,
            Map<String, String> environment,
            Map<String, String> files,
            List<String> prepare,
            List<String> reset) {
        /** A server that keeps nothing from one trial to the next. */
        public Server(
                List<String> command,
                List<String> protocols,
                Ready ready,
                Map<String, String> environment,
                Map<String, String> files) {
            this(command, protocols, ready, environment, files, List.of(), List.of());
        }

        public Server {
            prepare = List.copyOf(prepare);
            reset = List.copyOf(reset);
            command = List.copyOf(command);
            protocols = List.copyOf(protocols);
            Objects.requireNonNull(ready, "ready is null");
            environment = Kept.copy(environment);
            files = Kept.copy(files);
        }
    }

    /**
     * How a server shows that it serves; exactly one of the first two is given.
     *
     * @param listens true: something listens on its port in the server container's network namespace
     * @param command a command in the server container that exits with 0 once it serves
     * @param within the longest wait, in s
     */
    public record Ready(boolean listens, List<String> command, double within) {
        /** Where nothing else is said. */
        public static final Ready LISTENS = new Ready(true, List.of(), 20);

        public Ready {
            command = List.copyOf(command);
        }
    }

    /**
     * @param command what is measured, executed in the waiting client container
     * @param gate a command in the client container that proves before the cell's first trial that the path serves the right
     *     thing (exit code 0), or empty
     * @param gateExpects a regular expression the gate's output must contain, or null
     * @param exitCodes exit codes that count as an end in order
     * @param omit the least time, in whole s, that this client runs before the measured seconds; a study that says more gets more
     * @param tool a program of this machine that is copied into the client container, into {@link #TOOLS}, or null
     * @param image the image the client container runs, or null for the workload's
     * @param toolName what the tool is called in {@link #TOOLS}, or null where it keeps its file's name
     */
    public record Client(
            List<String> command,
            List<String> gate,
            @Nullable String gateExpects,
            List<Integer> exitCodes,
            int omit,
            @Nullable String tool,
            @Nullable String image,
            @Nullable String toolName) {
        /** The folder of a client container that tools of this machine are copied into. */
        public static final String TOOLS = "/opt/tare/tools";

        /** A client that needs no time to warm up and no tool of this machine. */
        public Client(List<String> command, List<String> gate, @Nullable String gateExpects, List<Integer> exitCodes) {
            this(command, gate, gateExpects, exitCodes, 0, null, null, null);
        }

        /** A client whose tool keeps its file's name. */
        public Client(
                List<String> command,
                List<String> gate,
                @Nullable String gateExpects,
                List<Integer> exitCodes,
                int omit,
                @Nullable String tool,
                @Nullable String image) {
            this(command, gate, gateExpects, exitCodes, omit, tool, image, null);
        }

        public Client {
            command = List.copyOf(command);
            gate = List.copyOf(gate);
            exitCodes = List.copyOf(exitCodes);
        }
    }

    /**
     * Where a metric stands in the client's output; exactly one of {@code pointer} and {@code pattern} is given.
     *
     * @param pointer a JSON pointer (RFC 6901) into the output
     * @param pattern a regular expression with a named group {@code value}
     * @param scale the factor that brings what stands there into {@code unit}
     * @param required a missing value makes the trial fail; else the metric is left out
     */
    public record Metric(
            String name,
            String unit,
            Better better,
            @Nullable String pointer,
            @Nullable String pattern,
            double scale,
            boolean required) {
        public Metric {
            Objects.requireNonNull(name, "name is null");
            Objects.requireNonNull(unit, "unit is null");
            Objects.requireNonNull(better, "better is null");
        }
    }

    /**
     * A verdict: the metric outside of the bounds makes the sample {@code level}.
     *
     * @param name what the verdict is called
     * @param level {@code note} or {@code invalid}
     */
    public record Bound(
            String name,
            String metric,
            @Nullable Double atLeast,
            @Nullable Double atMost,
            String level,
            String says) {
        public Bound {
            Objects.requireNonNull(name, "name is null");
            Objects.requireNonNull(metric, "metric is null");
            Objects.requireNonNull(level, "level is null");
            Objects.requireNonNull(says, "says is null");
        }
    }
}
