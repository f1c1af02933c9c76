package io.tare.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.result.Manifest;
import io.tare.result.RecordedRun;
import io.tare.result.RunFolder;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs that the page starts, stops and goes on with: real processes that write real run folders. */
class LauncherTest extends ServedTest {
    LauncherTest() {
        super(50);
    }

    @Test
    void aRunIsStartedStoppedInOrderAndGoneOnWith() throws Exception {
        String run = started("{\"study\":\"small.yaml\"}");
        assertThat(run).endsWith("-small");
        try (RawClient.Stream stream = client.stream("/events?run=" + run)) {
            stream.next("samples");
            stream.next("samples");
            assertThat(client.get("/runs").body()).contains("\"run\":\"%s\",\"state\":\"running\"".formatted(run));
            RawClient.Reply second = client.post("/runs", "{\"study\":\"small.yaml\"}");
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.body()).contains("disturb each other");
            assertThat(client.post("/runs/" + run + "/stop", "{}").status()).isEqualTo(200);
            until(stream, "cut off");
        }
        RecordedRun cut = RecordedRun.read(served.run(run));
        assertThat(cut.manifest().state()).isEqualTo(Manifest.State.PARTIAL);
        assertThat(cut.samples()).isNotEmpty().hasSizeLessThan(72);
        assertThat(client.post("/runs/" + run + "/stop", "{}").status()).isEqualTo(409);

        assertThat(client.post("/runs/" + run + "/resume", "{}").status()).isEqualTo(200);
        try (RawClient.Stream stream = client.stream("/events?run=" + run)) {
            until(stream, "complete");
        }
        RecordedRun whole = RecordedRun.read(served.run(run));
        assertThat(whole.samples()).hasSize(72);
        assertThat(whole.samples().subList(0, cut.samples().size())).isEqualTo(cut.samples());
        assertThat(client.get("/runs/" + run + "/report").body()).contains("The report");
    }

    @Test
    void whatTareSaidIsShownWhereItFailed() throws Exception {
        String run = started("{\"study\":\"small.yaml\",\"samples\":2}");
        try (RawClient.Stream stream = client.stream("/events?run=" + run)) {
            JsonNode now = until(stream, "failed");
            assertThat(now.path("said").asString()).contains("cannot hold a lab: <b>no room</b>");
        }
    }

    @Test
    void aRunStartedElsewhereIsNotThePagesToStopAndNoneIsStartedBesideIt() throws IOException {
        try (RunFolder run = served.growing("elsewhere")) {
            run.append(Served.samples().getFirst());
            RawClient.Reply stop = client.post("/runs/elsewhere/stop", "{}");
            assertThat(stop.status()).isEqualTo(409);
            assertThat(stop.body()).contains("Ctrl-C where it was started");
            assertThat(client.post("/runs", "{\"study\":\"small.yaml\"}").status())
                    .isEqualTo(409);
        }
    }

    @Test
    void theEndOfThePageEndsItsRunInOrder() throws Exception {
        String run = started("{\"study\":\"small.yaml\"}");
        try (RawClient.Stream stream = client.stream("/events?run=" + run)) {
            stream.next("samples");
        }
        served.close();
        assertThat(RecordedRun.manifest(served.run(run)).state()).isEqualTo(Manifest.State.PARTIAL);
    }

    private String started(String body) throws IOException {
        RawClient.Reply reply = client.post("/runs", body);
        assertThat(reply.status()).as(reply.all()).isEqualTo(200);
        return JsonMapper.shared().readTree(reply.body()).path("run").asString();
    }

    private static JsonNode until(RawClient.Stream stream, String state) throws IOException {
        while (true) {
            JsonNode now = JsonMapper.shared().readTree(stream.next("now"));
            if (now.path("state").asString().equals(state)) {
                return now;
            }
        }
    }
}
