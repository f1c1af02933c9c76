package io.tare.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask what, over real sockets. */
class ServerTest extends ServedTest {
    ServerTest() {
        super(20);
    }

    @Test
    void theTokenIsExchangedForACookieThatNoScriptAndNoOtherSiteHas() throws IOException {
        String token = URI.create(served.server().address()).getQuery();
        String entered = client.withoutCookie().get("/?" + token).all();
        assertThat(entered).startsWith("HTTP/1.1 303").containsIgnoringCase("Location: /\r\n");
        assertThat(entered).contains("; HttpOnly; SameSite=Strict").doesNotContain(token.substring(6));
        assertThat(client.get("/").status()).isEqualTo(200);
    }

    @Test
    void nothingIsShownWithoutTheTokenOrWithAWrongOne() throws IOException {
        RawClient stranger = client.withoutCookie();
        String address = served.server().address();
        for (String path : List.of(
                "/", "/runs", "/events", "/assets/page.js", "/?token=", "/?token=wrong", "/?token=" + address)) {
            assertThat(stranger.get(path).status()).as(path).isEqualTo(401);
        }
        assertThat(stranger.get("/runs", "Cookie: tare-%d=wrong".formatted(client.port()))
                        .status())
                .isEqualTo(401);
        assertThat(stranger.get("/runs?token=" + address.substring(address.indexOf('=') + 1))
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:PORT",
                "127.0.0.1",
                "127.0.0.1:1",
                "0.0.0.0:PORT",
                "127.0.0.1:PORT.evil.example"
            })
    void anotherNameIsNotAnswered(String name) throws IOException {
        String host = "Host: " + name.replace("PORT", Integer.toString(client.port()));
        assertThat(client.get("/runs", host).status()).isEqualTo(421);
        assertThat(client.get("/runs", "Host: localhost:" + client.port()).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "null",
                "http://127.0.0.1:1",
                "https://127.0.0.1:PORT",
                "http://localhost:PORT"
            })
    void anotherPageIsRefused(String page) throws IOException {
        String origin = "Origin: " + page.replace("PORT", Integer.toString(client.port()));
        String body = "{\"study\":\"small.yaml\"}";
        assertThat(client.send("POST /runs", body, origin, "Content-Type: application/json")
                        .status())
                .isEqualTo(403);
        assertThat(client.get("/runs", origin).status()).isEqualTo(403);
        assertThat(folder.resolve("runs").toFile().list()).hasSize(1);
    }

    @Test
    void whatChangesSomethingHasToSayWhereItComesFrom() throws IOException {
        assertThat(client.send("POST /runs", "{\"study\":\"small.yaml\"}", "Content-Type: application/json")
                        .status())
                .isEqualTo(403);
        assertThat(client.get("/runs", "Sec-Fetch-Site: same-site").status()).isEqualTo(403);
        assertThat(client.get("/runs", "Sec-Fetch-Site: cross-site").status()).isEqualTo(403);
        assertThat(client.get("/runs", "Sec-Fetch-Site: same-origin").status()).isEqualTo(200);
    }

    @Test
    void aGetChangesNothing() throws IOException {
        for (String path : List.of("/runs/noisy/stop", "/runs/noisy/resume")) {
            RawClient.Reply reply = client.get(path);
            assertThat(reply.status()).as(path).isEqualTo(405);
            assertThat(reply.all()).contains("Allow: POST");
        }
        assertThat(client.get("/runs?study=small.yaml").body()).startsWith("[{");
        String own = "Origin: http://127.0.0.1:" + client.port();
        for (String method : List.of("PUT", "DELETE", "OPTIONS", "PATCH")) {
            assertThat(client.send(method + " /runs", "", own).status())
                    .as(method)
                    .isEqualTo(405);
        }
        assertThat(folder.resolve("runs").toFile().list()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/runs/../../etc/report", "/runs/%2e%2e/report", "/runs/./report", "/runs/..%2f..%2fetc/report",
                        "/runs/..%5c/report", "/runs/%00/report", "/runs//report",
                "/runs/noisy%2freport.html/report", "/assets/..%2fpage.html", "/assets/../page.html",
                        "/assets/page.html", "/events?run=..", "/events?run=../runs/noisy", "/events?run=/etc"
            })
    void aNameLeadsNowhereElse(String path) throws IOException {
        Files.writeString(folder.resolve("report.html"), "outside");
        Files.writeString(folder.resolve("run.json"), "{}");
        Files.writeString(folder.resolve("runs/report.html"), "outside");
        Files.writeString(folder.resolve("runs/run.json"), "{}");
        RawClient.Reply reply = client.get(path);
        assertThat(reply.status()).isIn(400, 404);
        assertThat(reply.all()).doesNotContain("outside");
    }

    @ParameterizedTest
    @CsvSource({"../secret.yaml", "'/etc/passwd'", "small.yaml/../small.yaml", "linked.yaml", "''", "none.yaml", "."})
    void aStudyIsOneOfTheFolder(String file) throws IOException {
        Files.createSymbolicLink(folder.resolve("studies/linked.yaml"), folder.resolve("secret.yaml"));
        assertThat(client.post("/runs", "{\"study\":\"%s\"}".formatted(file)).status())
                .isEqualTo(404);
        assertThat(client.get("/studies").body()).contains("small.yaml").doesNotContain("linked");
    }

    @Test
    void linksOutOfTheFolderAreNotFollowed() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("run.json"), "{\"secret\":1}");
        Files.writeString(outside.resolve("report.html"), "secret");
        Files.createSymbolicLink(folder.resolve("runs/linked"), outside);
        Files.createSymbolicLink(folder.resolve("runs/noisy/report.html"), outside.resolve("report.html"));
        assertThat(client.get("/runs/linked/report").status()).isEqualTo(404);
        assertThat(client.get("/runs/noisy/report").status()).isEqualTo(404);
        assertThat(client.get("/runs").body()).doesNotContain("linked", "secret", "noisy");
    }

    @Test
    void aReportIsServedAsItIsAndApart() throws IOException {
        assertThat(client.get("/runs/noisy/report").status()).isEqualTo(404);
        Files.writeString(served.run("noisy").resolve("report.html"), "<script>alert(1)</script>");
        RawClient.Reply reply = client.get("/runs/noisy/report");
        assertThat(reply.body()).isEqualTo("<script>alert(1)</script>");
        assertThat(reply.all()).contains("sandbox allow-scripts allow-downloads; default-src 'none'");
    }

    @Test
    void aBodyIsSmallAndJson() throws IOException {
        String large = "{\"study\":\"" + "a".repeat(Asked.LARGEST_BODY) + "\"}";
        assertThat(client.post("/runs", large).status()).isEqualTo(413);
        String own = "Origin: http://127.0.0.1:" + client.port();
        String chunked = "%x\r\n%s\r\n0\r\n\r\n".formatted(large.length(), large);
        assertThat(client.send(
                                "POST /runs",
                                chunked,
                                own,
                                "Content-Type: application/json",
                                "Transfer-Encoding: chunked")
                        .status())
                .isEqualTo(413);
        assertThat(client.post("/runs", "no json").status()).isEqualTo(400);
        assertThat(client.post("/runs", "[]").status()).isEqualTo(400);
        assertThat(client.post("/runs", "{\"study\":\"small.yaml\",\"samples\":\"3; rm\"}")
                        .status())
                .isEqualTo(400);
        assertThat(client.post("/runs", "{\"study\":\"small.yaml\",\"samples\":-3}")
                        .status())
                .isEqualTo(400);
        assertThat(client.send("POST /runs", "study=small.yaml", own, "Content-Type: application/x-www-form-urlencoded")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void soManyPagesAndNoMoreAreTold() throws Exception {
        List<RawClient.Stream> streams = new ArrayList<>();
        for (int i = 0; i < Server.MOST_STREAMS; i++) {
            streams.add(client.stream("/events"));
            assertThat(streams.getLast().status()).isEqualTo(200);
        }
        RawClient.Reply refused = client.get("/events");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.all()).containsIgnoringCase("Retry-After: ");
        assertThat(client.get("/runs").status()).isEqualTo(200);
        streams.getFirst().close();
        long end = System.nanoTime() + 20_000_000_000L;
        int status = 503;
        while (status == 503 && System.nanoTime() < end) {
            try (RawClient.Stream again = client.stream("/events")) {
                status = again.status();
            }
            Thread.sleep(200);
        }
        assertThat(status).as("the place of the one that left").isEqualTo(200);
        for (RawClient.Stream stream : streams) {
            stream.close();
        }
    }

    @Test
    void everyAnswerForbidsWhatIsNotThePagesOwn() throws IOException {
        for (String path : List.of("/", "/runs", "/assets/page.js", "/nowhere")) {
            assertThat(client.get(path).all())
                    .as(path)
                    .contains("default-src 'none'; script-src 'self'", "frame-ancestors 'none'")
                    .containsIgnoringCase("X-Content-Type-Options: nosniff")
                    .containsIgnoringCase("Referrer-Policy: no-referrer");
        }
        assertThat(client.send("HEAD /", "").body()).isEmpty();
    }
}
