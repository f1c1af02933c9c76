package io.tare.path;

import io.tare.host.ExecResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that two hosts of a lab were asked, and answered, while a path was read off them: the first line tells the ends and the packet, each other one is a
 * command. Answers may be taken away, as if a table had not the entry.
 */
final class RecordedWalk {
    private final JsonNode ends;
    private final Map<String, Map<List<String>, ExecResult>> answers = new HashMap<>();

    private RecordedWalk(List<JsonNode> lines) {
        this.ends = lines.getFirst();
        for (JsonNode line : lines.subList(1, lines.size())) {
            List<String> command = new ArrayList<>();
            line.path("command").forEach(word -> command.add(word.asString()));
            answers.computeIfAbsent(line.path("host").asString(), _ -> new HashMap<>())
                    .put(
                            command,
                            new ExecResult(
                                    line.path("exitCode").asInt(),
                                    line.path("stdout").asString(),
                                    "",
                                    Duration.ZERO));
        }
    }

    static RecordedWalk of(String mode) {
        return new RecordedWalk(Recorded.text("walk-%s.jsonl".formatted(mode))
                .lines()
                .map(JsonMapper.shared()::readTree)
                .toList());
    }

    /** The same where no command with these words finds anything. */
    RecordedWalk without(String host, String... words) {
        answers.getOrDefault(host, Map.of()).keySet().removeIf(command -> command.containsAll(List.of(words)));
        return this;
    }

    /** The same where this stands in no answer of a host. */
    RecordedWalk forgetting(String host, String text, String instead) {
        answers.getOrDefault(host, Map.of())
                .replaceAll((_, said) -> new ExecResult(
                        said.exitCode(), said.stdout().replace(text, instead), said.stderr(), said.took()));
        return this;
    }

    Path walked() {
        Reading client = reading("client");
        Reading server = reading("server");
        JsonNode asked = ends.path("asked");
        return Walk.of(
                client,
                end(client, "client"),
                server,
                end(server, "server"),
                new Flow(
                        asked.path("from").asString(),
                        asked.path("fromPort").asInt(),
                        asked.path("to").asString(),
                        asked.path("toPort").asInt()));
    }

    private Reading reading(String role) {
        JsonNode end = ends.path(role);
        String name = end.path("host").asString();
        return new Reading(
                new ReplayedHost(
                        name,
                        end.path("address").asString(),
                        end.path("underlay").asString(),
                        answers.getOrDefault(name, Map.of())),
                Map.of(end.path("process").asLong(), end.path("container").asString()));
    }

    private Namespace end(Reading reading, String role) {
        return reading.namespaces()
                .of(reading.host().hand(), ends.path(role).path("process").asLong());
    }
}
