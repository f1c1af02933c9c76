package io.tare.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StudySchemaTest {
    private static final Path COMMITTED = Path.of("studies/study.schema.json");

    @Test
    void theFileForEditorsIsTheGeneratedOne() throws IOException {
        assertThat(Files.readString(COMMITTED))
                .as(
                        "studies/study.schema.json is not what the reader says; make it again: ./tare schema > studies/study.schema.json")
                .isEqualTo(StudySchema.of(AllWords.VOCABULARY));
    }

    /** Every key that an editor offers is put into a study, one at a time: the reader may dislike its value, not its name. */
    @Test
    void everyKeyInTheFileIsOneThatTheReaderKnows() throws IOException {
        JsonNode schema = JsonMapper.shared().readTree(Files.readString(COMMITTED));
        List<String> studies = new ArrayList<>();
        keys(schema).forEach(key -> studies.add(key + ": 1"));
        keys(schema.at("/properties/testbed")).forEach(key -> studies.add("testbed: {" + key + ": 1}"));
        JsonNode workload = entries(schema, "workloads").at("/additionalProperties");
        keys(workload).forEach(key -> studies.add("workloads: [own: {server: {}, %s: 1}]".formatted(key)));
        keys(workload.at("/properties/server"))
                .forEach(key -> studies.add("workloads: [own: {server: {%s: 1}}]".formatted(key)));
        keys(workload.at("/properties/server/properties/ready"))
                .forEach(key -> studies.add("workloads: [own: {server: {ready: {%s: 1}}}]".formatted(key)));
        keys(workload.at("/properties/client"))
                .forEach(key -> studies.add("workloads: [own: {client: {%s: 1}}]".formatted(key)));
        keys(workload.at("/properties/metrics/additionalProperties"))
                .forEach(key -> studies.add("workloads: [own: {metrics: {m: {%s: 1}}}]".formatted(key)));
        keys(workload.at("/properties/verdicts/additionalProperties"))
                .forEach(key -> studies.add("workloads: [own: {metrics: {}, verdicts: {v: {%s: 1}}}]".formatted(key)));
        for (String list : List.of("modes", "workloads", "tunings")) {
            entries(schema, list)
                    .at("/properties")
                    .properties()
                    .forEach(word -> keys(word.getValue())
                            .forEach(key -> studies.add("%s: [%s: {%s: 1}]".formatted(list, word.getKey(), key))));
        }
        assertThat(studies)
                .hasSizeGreaterThan(50)
                .allSatisfy(study -> assertThat(problems(study))
                        .isNotEmpty()
                        .noneMatch(message -> message.contains("has no key") || message.contains("there is no ")));
    }

    private static JsonNode entries(JsonNode schema, String list) {
        return schema.at("/properties/" + list + "/items/anyOf/1");
    }

    private static List<String> keys(JsonNode group) {
        List<String> keys = group.path("properties").propertyNames().stream().toList();
        assertThat(keys).isNotEmpty();
        assertThat(group.path("additionalProperties").asBoolean(true)).isFalse();
        return keys;
    }

    private static List<String> problems(String study) {
        try {
            new StudyReader(AllWords.VOCABULARY).read(study, "study.yaml");
            return List.of();
        } catch (StudyException e) {
            return e.problems().stream().map(Problem::message).toList();
        }
    }
}
