package io.tare.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.result.Progress;
import io.tare.result.RunFolder;
import io.tare.result.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run that another process could be writing, as a page follows it. */
class RunWatchTest extends ServedTest {
    private static final List<Sample> SAMPLES = Served.samples();

    RunWatchTest() {
        super(20);
    }

    @Test
    void aClientThatComesBackMissesNothingAndGetsNothingTwice() throws IOException {
        try (RunFolder run = served.growing("growing")) {
            SAMPLES.subList(0, 5).forEach(run::append);
            String last;
            try (RawClient.Stream stream = client.stream("/events?run=growing")) {
                assertThat(trials(stream.next("samples"))).containsExactly(1, 2, 3, 4, 5);
                last = stream.id();
            }
            SAMPLES.subList(5, 9).forEach(run::append);
            try (RawClient.Stream stream = client.stream("/events?run=growing", "Last-Event-ID: " + last)) {
                assertThat(trials(stream.next("samples"))).containsExactly(6, 7, 8, 9);
                run.append(SAMPLES.get(9));
                assertThat(trials(stream.next("samples"))).containsExactly(10);
            }
            try (RawClient.Stream stream = client.stream("/events?run=growing&from=" + last)) {
                assertThat(trials(stream.next("samples"))).containsExactly(6, 7, 8, 9, 10);
            }
        }
    }

    @Test
    void halfALineIsNotASampleYetAndABrokenOneIsCounted() throws IOException {
        String line =
                Files.readAllLines(Served.recorded().resolve("samples.jsonl")).getFirst();
        Path file = served.run("noisy").resolve("samples.jsonl");
        Files.writeString(file, line + "\nbroken\n" + line.substring(0, 100));
        try (RawClient.Stream stream = client.stream("/events?run=noisy")) {
            String samples = stream.next("samples");
            assertThat(trials(samples)).containsExactly(1);
            assertThat(samples).contains("\"broken\":1");
            Files.writeString(file, line.substring(100) + "\n", StandardOpenOption.APPEND);
            assertThat(trials(stream.next("samples"))).containsExactly(1);
        }
    }

    @Test
    void aFileThatIsShorterThanBeforeIsReadAfresh() throws IOException {
        String line =
                Files.readAllLines(Served.recorded().resolve("samples.jsonl")).getFirst();
        try (RawClient.Stream stream = client.stream("/events?run=noisy&from=900000")) {
            stream.next("afresh");
            assertThat(trials(stream.next("samples"))).hasSize(SAMPLES.size());
            Files.writeString(served.run("noisy").resolve("samples.jsonl"), line + "\n");
            stream.next("afresh");
            assertThat(trials(stream.next("samples"))).containsExactly(1);
        }
    }

    @Test
    void itSaysWhichTrialRunsWhichComeNextAndWhenItEnds() throws IOException {
        try (RunFolder run = served.growing("growing")) {
            SAMPLES.subList(0, 14).forEach(run::append);
            Progress.NONE
                    .at("mode weave connected")
                    .ending(Instant.parse("2030-01-01T00:00:00Z"))
                    .running(new Progress.Running(SAMPLES.get(14).cell(), false, 15, 72, Instant.now()))
                    .write(served.run("growing"));
            try (RawClient.Stream stream = client.stream("/events?run=growing")) {
                JsonNode head = JsonMapper.shared().readTree(stream.next("head"));
                JsonNode now = JsonMapper.shared().readTree(stream.next("now"));
                assertThat(now.path("state").asString()).isEqualTo("running");
                assertThat(now.path("ends").asString()).isEqualTo("2030-01-01T00:00:00Z");
                assertThat(now.path("stoppable").asBoolean()).isFalse();
                assertThat(label(head, now.path("trial").path("cell")))
                        .isEqualTo(SAMPLES.get(14).cell().toString());
                List<String> next = StreamSupport.stream(now.path("next").spliterator(), false)
                        .map(planned -> label(head, planned.get(1)))
                        .toList();
                assertThat(next)
                        .containsExactlyElementsOf(SAMPLES.subList(15, 23).stream()
                                .map(s -> s.cell().toString())
                                .toList());
            }
        }
    }

    @Test
    void aManifestThatCannotBeReadIsSaidAndTheRestGoesOn() throws IOException {
        Files.writeString(served.run("noisy").resolve("run.json"), "{");
        try (RawClient.Stream stream = client.stream("/events?run=noisy")) {
            assertThat(stream.next("runs")).contains("unreadable");
            assertThat(stream.next("now")).contains("unreadable", "damaged");
        }
    }

    private static List<Integer> trials(String samples) {
        return StreamSupport.stream(
                        JsonMapper.shared().readTree(samples).path("samples").spliterator(), false)
                .map(sample -> sample.path("trial").asInt())
                .toList();
    }

    private static String label(JsonNode head, JsonNode place) {
        JsonNode cell = head.path("cells").get(place.asInt());
        return cell.path("label").asString() + " " + cell.path("workload").asString();
    }
}
