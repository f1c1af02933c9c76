package io.tare.workload;

import io.tare.host.ExecResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/** What iperf3's client writes with {@code --json}: one document a trial, several of them in a file where {@code >>} gathered them. */
final class Iperf3Json implements OutputFormat {
    private static final List<String> MARKS = List.of("\"start\"", "\"connected\"");

    @Override
    public String name() {
        return "iperf3 --json";
    }

    @Override
    public boolean fits(String text) {
        return text.startsWith("{") && MARKS.stream().allMatch(text::contains);
    }

    @Override
    public List<FoundTrial> read(String text, double offered) {
        List<FoundTrial> trials = new ArrayList<>();
        try (MappingIterator<JsonNode> documents =
                JsonMapper.shared().readerFor(JsonNode.class).readValues(text)) {
            while (documents.hasNextValue()) {
                trials.add(trial(documents.nextValue()));
            }
        } catch (JacksonException e) {
            throw new WorkloadException("it is cut off or no whole JSON after %d whole results (%s)"
                    .formatted(trials.size(), e.getOriginalMessage()));
        }
        return trials;
    }

    private static FoundTrial trial(JsonNode tree) {
        JsonNode test = tree.at("/start/test_start");
        Instant started = started(tree.at("/start/timestamp/timesecs"));
        Optional<String> failure = Iperf3Output.failure(tree);
        String workload = switch (test.path("protocol").asString("")) {
            case "TCP" -> "iperf3-tcp";
            case "UDP" -> "iperf3-udp";
            case "" -> "";
            default ->
                throw new WorkloadException("it is of %s, and Tare reads TCP and UDP"
                        .formatted(test.path("protocol").asString("")));
        };
        if (failure.isPresent()) {
            return FoundTrial.failed(workload, Map.of(), started, failure.get());
        }
        if (!tree.at("/start/accepted_connection").isMissingNode()) {
            throw new WorkloadException(
                    "it is the server's view of a test, which does not know what the client sent; give what the client wrote");
        }
        if (!tree.at("/end/sum_sent_bidir_reverse").isMissingNode()) {
            throw new WorkloadException(
                    "it is of --bidir, both directions at once, and Tare reads tests of one direction");
        }
        if (workload.isEmpty()) {
            throw new WorkloadException("it has neither a test (/start/test_start/protocol) nor an error");
        }
        Map<String, String> settings = settings(test);
        WorkloadKind kind = workload.equals("iperf3-tcp") ? new Iperf3Tcp() : new Iperf3Udp();
        Map<String, String> parameters = new LinkedHashMap<>(settings);
        parameters
                .keySet()
                .removeIf(name ->
                        kind.parameters().stream().noneMatch(p -> p.name().equals(name)));
        Reading reading = kind.with(parameters).read(new ExecResult(0, tree.toString(), "", Duration.ZERO));
        return FoundTrial.read(workload, settings, started, reading);
    }

    private static Map<String, String> settings(JsonNode test) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("streams", test.path("num_streams").asString("1"));
        settings.put("block", test.path("blksize").asString("0"));
        settings.put("rate", test.path("target_bitrate").asString("0"));
        if (test.path("reverse").asInt(0) != 0) {
            settings.put("reverse", "true");
        }
        return settings;
    }

    private static @Nullable Instant started(JsonNode seconds) {
        return seconds.isNumber() ? Instant.ofEpochSecond(seconds.asLong()) : null;
    }
}
