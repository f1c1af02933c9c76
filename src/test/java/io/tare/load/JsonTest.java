package io.tare.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is written is what another reader of JSON, Jackson, reads. */
class JsonTest {
    @Test
    void everyKindOfValueComesBack() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("text", "a \"quoted\" \\ line\nand\u0001 more, µs");
        document.put("whole", 9_007_199_254_740_993L);
        document.put("decimal", 0.125);
        document.put("large", 3.0e9);
        document.put("none", Double.NaN);
        document.put("truth", true);
        document.put("list", List.of(1, "two", Map.of()));
        JsonNode read = JsonMapper.shared().readTree(Json.of(document));
        assertThat(read.at("/text").asString()).isEqualTo("a \"quoted\" \\ line\nand\u0001 more, µs");
        assertThat(read.at("/whole").asLong()).isEqualTo(9_007_199_254_740_993L);
        assertThat(read.at("/decimal").asDouble()).isEqualTo(0.125);
        assertThat(read.at("/large").asLong()).isEqualTo(3_000_000_000L);
        assertThat(read.at("/none").isNull()).isTrue();
        assertThat(read.at("/truth").asBoolean()).isTrue();
        assertThat(read.at("/list/1").asString()).isEqualTo("two");
        assertThat(read.propertyNames()).containsExactlyElementsOf(document.keySet());
    }
}
