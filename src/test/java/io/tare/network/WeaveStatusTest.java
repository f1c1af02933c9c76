package io.tare.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What routers of Weave Net 2.9.0 answered, recorded between two hosts at 10.99.0.1 and 10.99.0.2. */
class WeaveStatusTest {
    private static String recorded(String name) throws IOException {
        String file = "weave-connections-%s.txt".formatted(name);
        try (var stream = Objects.requireNonNull(WeaveStatusTest.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fastdp, 10.99.0.2, fastdp, false",
        "fastdp-encrypted, 10.99.0.2, fastdp, true",
        "sleeve, 10.99.0.1, sleeve, false",
        "sleeve-encrypted, 10.99.0.2, sleeve, true"
    })
    void oneDataPathIsEstablished(String name, String peer, String dataPath, boolean encrypted) throws IOException {
        List<WeaveStatus> says = WeaveStatus.of(recorded(name), peer);
        assertThat(says)
                .filteredOn(s -> s.state().equals("established"))
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.dataPath()).isEqualTo(dataPath);
                    assertThat(s.encrypted()).isEqualTo(encrypted);
                });
        for (String asked : List.of("fastdp", "sleeve")) {
            for (boolean secret : List.of(true, false)) {
                WeaveSettings settings =
                        WeaveSettings.of(Map.of("data-path", asked, "encrypted", Boolean.toString(secret)));
                assertThat(says.stream().anyMatch(s -> s.carriedBy(settings)))
                        .as("%s, encrypted %s", asked, secret)
                        .isEqualTo(asked.equals(dataPath) && secret == encrypted);
            }
        }
    }

    @Test
    void whileTheyFindEachOtherNothingIsEstablished() throws IOException {
        assertThat(WeaveStatus.of(recorded("finding"), "10.99.0.2"))
                .extracting(WeaveStatus::state)
                .containsExactly("pending", "failed");
        assertThat(WeaveStatus.of(recorded("both-ways"), "10.99.0.2"))
                .extracting(WeaveStatus::state)
                .containsExactly("pending", "pending");
    }

    @Test
    void anotherPeerIsNotTheOneAskedFor() throws IOException {
        assertThat(WeaveStatus.of(recorded("fastdp"), "10.99.0.20")).isEmpty();
        assertThat(WeaveStatus.of("", "10.99.0.2")).isEmpty();
    }
}
