package io.tare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.path.Encapsulation;
import io.tare.path.Layer;
import io.tare.path.ProvenPath;
import io.tare.path.Way;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Paths that were really proven on a lab, and what was printed of them. */
class PathTextTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addDeserializer(Way.class, by(PathTextTest::way))
                    .addDeserializer(Layer.class, by(PathTextTest::layer)))
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"host", "nat", "overlay"})
    void aPathIsALadderFromContainerToContainer(String mode) throws IOException {
        assertThat(new PathText(path(mode), false).text()).isEqualTo(text("path-%s.txt".formatted(mode)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "nat", "overlay"})
    void noLineIsWiderThanATerminal(String mode) throws IOException {
        assertThat(new PathText(path(mode), false).text().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void whatIsNotProvenIsSaid() throws IOException {
        String blind = text("path-overlay.json")
                .replaceFirst("\"seen\":20,", "\"seen\":7,")
                .replace("\"answered\":20", "\"answered\":18")
                .replace("\"lost\":\"\"", "\"lost\":\"br0 floods\"");
        assertThat(new PathText(JSON.readValue(blind, ProvenPath.class), false).text())
                .contains(
                        "7/20 seen",
                        "not proven here; counters +",
                        "The tables lead no further: br0 floods.",
                        "Not proven at eth0 on h2: not every marked packet was seen there.",
                        "2 of 20 packets were not answered.")
                .doesNotContain("Proven: every device");
    }

    @Test
    void coloursAreOnlyWhereTheyAreWanted() throws IOException {
        assertThat(new PathText(path("host"), true).text()).contains("\u001b[32m");
        assertThat(new PathText(path("host"), false).text()).doesNotContain("\u001b");
    }

    private static ProvenPath path(String mode) throws IOException {
        return JSON.readValue(text("path-%s.json".formatted(mode)), ProvenPath.class);
    }

    private static String text(String name) throws IOException {
        try (var stream = Objects.requireNonNull(PathTextTest.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Told apart by what each has alone, as a reader of {@code --json} does. */
    private static Way way(JsonNode node) {
        if (node.path("from").isObject()) {
            return new Way.Unpacked(JsonMapper.shared().treeToValue(node.path("from"), Encapsulation.class));
        }
        return read(
                node,
                node.has("route")
                        ? Way.Routed.class
                        : node.has("port")
                                ? Way.Entered.class
                                : node.has("bridge")
                                        ? Way.Forwarded.class
                                        : node.has("from") ? Way.Crossed.class : Way.Arrived.class);
    }

    private static Layer layer(JsonNode node) {
        return read(
                node,
                node.has("protocol")
                        ? Layer.Ip.class
                        : node.has("id")
                                ? Layer.Vxlan.class
                                : node.path("from").isString() ? Layer.Ethernet.class : Layer.Udp.class);
    }

    private static <T> T read(JsonNode node, Class<? extends T> kind) {
        return JsonMapper.shared().treeToValue(node, kind);
    }

    private static <T> ValueDeserializer<T> by(Function<JsonNode, T> reads) {
        return new ValueDeserializer<>() {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) {
                return reads.apply(context.readTree(parser));
            }
        };
    }
}
