package io.tare.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class FieldsTest {
    private static final JsonFactory JSON = new JsonFactory();

    /** Names as a study's metrics may have; of some, Jackson's matcher can hold so many only. */
    static Stream<List<String>> names() {
        return Stream.of(
                List.of(),
                List.of("latency"),
                List.of(""),
                List.of("a", "", "aa"),
                numbered("latency.size%d", 10),
                numbered("conn%d.rate", 5),
                numbered("latency.%d", 100),
                numbered("%d", 1),
                numbered("a-name-of-some-length-that-does-not-end-soon-%d", 7),
                List.of("größe", "größer", "\uD83D\uDE00", "日本", "日", "a\"b", "a\\b", "a\nb"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachIsFoundAtItsPlaceAndNoOther(List<String> names) {
        Fields fields = new Fields(names.toArray(String[]::new));
        List<String> written = new ArrayList<>(names);
        names.forEach(name -> written.add(name + "x"));
        Collections.shuffle(written, new Random(1));
        StringBuilder text = new StringBuilder("{");
        written.forEach(name -> text.append(Json.LINES.writeValueAsString(name)).append(":{\"deep\":[1]},"));
        byte[] object = (text + "\"last\":1}").getBytes(StandardCharsets.UTF_8);
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), object)) {
            json.nextToken();
            for (String name : written) {
                int place = names.indexOf(name);
                assertThat(fields.place(json)).as(name).isEqualTo(place < 0 ? Fields.OTHER : place);
                assertThat(json.currentName()).isEqualTo(name);
                json.skipChildren();
            }
            assertThat(fields.next(json)).isEqualTo("last");
            assertThat(fields.next(json)).isNull();
        }
    }

    private static List<String> numbered(String form, int step) {
        return IntStream.range(0, 64).mapToObj(i -> form.formatted(i * step)).toList();
    }
}
