package io.tare.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineConnectionTest {
    /** An old Engine is spoken to in its own version; a newer one in the newest that was tried. */
    @ParameterizedTest
    @CsvSource({"1.24, 1.24", "1.41, 1.41", "1.47, 1.47", "1.52, 1.47", "1.100, 1.47"})
    void theVersionIsTheEnginesOwnOrTheNewestTried(String offered, String spoken) {
        assertThat(EngineConnection.negotiated(offered)).isEqualTo(spoken);
    }

    @Test
    void theEnginesOwnSentenceIsTakenOutOfItsJson() {
        assertThat(EngineConnection.words(
                        new NotFoundException("Status 404: {\"message\":\"No such container: tare-h1-hand\"}\n")))
                .isEqualTo("No such container: tare-h1-hand");
    }

    @Test
    void theInnermostCauseSpeaks() {
        assertThat(EngineConnection.words(new RuntimeException("wrapped", new IOException("Connection refused"))))
                .isEqualTo("Connection refused");
        assertThat(EngineConnection.words(new RuntimeException(new IOException())))
                .isEqualTo("IOException");
    }

    @Test
    void bracesThatAreNoJsonStayAsTheyAre() {
        assertThat(EngineConnection.words(new IOException("unexpected {server} here")))
                .isEqualTo("unexpected {server} here");
        assertThat(EngineConnection.words(new IOException("Status 500: {\"code\": 3}")))
                .isEqualTo("Status 500: {\"code\": 3}");
    }

    @Test
    void aSocketWithoutEngineIsNamed(@TempDir Path folder) {
        String address = "unix://" + folder.resolve("none.sock");
        assertThatThrownBy(() -> EngineConnection.to(address))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("No Docker Engine answers at " + address)
                .hasMessageContaining("Check that it runs");
    }
}
