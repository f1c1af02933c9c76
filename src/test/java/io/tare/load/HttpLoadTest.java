package io.tare.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole generator against servers that behave. */
class HttpLoadTest {
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    @Test
    void aClosedLoopCountsEveryAnswerAndItsBytes() {
        AtomicInteger served = new AtomicInteger();
        try (LoopbackServer server = new LoopbackServer(guest -> {
            while (true) {
                guest.request();
                served.incrementAndGet();
                guest.say(HELLO);
            }
        })) {
            Printed printed = Printed.http(server, "--expect-length", "5");
            double requests = printed.number("/requests");
            assertThat(printed.exitCode()).isEqualTo(Execution.MEASURED);
            assertThat(requests).isPositive().isCloseTo(served.get(), within(2.0));
            assertThat(printed.number("/bytes/received")).isCloseTo(requests * HELLO.length(), within(100.0));
            assertThat(printed.json().at("/errors")).allMatch(count -> count.asLong() == 0);
            assertThat(printed.json().at("/rate/offered").isNull()).isTrue();
        }
    }

    @Test
    void anOpenLoopHoldsItsRate() {
        try (LoopbackServer server = LoopbackServer.answering(HELLO)) {
            Printed printed = Printed.http(server, "-R", "400", "-d", "1s", "--warm-up", "500ms");
            assertThat(printed.number("/rate/offered")).isEqualTo(400);
            assertThat(printed.number("/requests")
                            + printed.number("/unfinished/unsent")
                            + printed.number("/unfinished/in_flight"))
                    .isCloseTo(400 * printed.number("/seconds"), within(3.0));
        }
    }

    @Test
    void latencyCountsFromWhenARequestWasDue() {
        // one connection that takes 20 ms an answer cannot be asked 100 times a second: all wait for those before them
        try (LoopbackServer server = new LoopbackServer(guest -> {
            while (true) {
                guest.request();
                sleep(20);
                guest.say(HELLO);
            }
        })) {
            Printed printed = Printed.http(server, "-c", "1", "-R", "100", "-d", "1s");
            assertThat(printed.number("/rate/achieved")).isBetween(20.0, 50.0);
            assertThat(printed.number("/operations/all/raw_latency_ns/p50")).isBetween(20e6, 60e6);
            assertThat(printed.number("/operations/all/latency_ns/max")).isGreaterThan(400e6);
            assertThat(printed.number("/unfinished/unsent")).isGreaterThan(40);
        }
    }

    @Test
    void theHistogramInTheDocumentIsTheOneSummarized() throws Exception {
        try (LoopbackServer server = LoopbackServer.answering(HELLO)) {
            Printed printed = Printed.http(server);
            byte[] bytes = Base64.getDecoder().decode(printed.text("/operations/all/histogram"));
            Histogram histogram = Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), 0);
            assertThat(histogram.getTotalCount()).isEqualTo((long) printed.number("/requests"));
            assertThat(histogram.getValueAtPercentile(99))
                    .isEqualTo((long) printed.number("/operations/all/latency_ns/p99"));
        }
    }

    @Test
    void theHistogramLogHoldsBothDistributions(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("latency.hlog");
        try (LoopbackServer server = LoopbackServer.answering(HELLO)) {
            Printed printed = Printed.http(server, "--hlog", log.toString());
            Map<String, Long> counts = new TreeMap<>();
            HistogramLogReader reader = new HistogramLogReader(log.toFile());
            for (EncodableHistogram h = reader.nextIntervalHistogram(); h != null; h = reader.nextIntervalHistogram()) {
                counts.put(h.getTag(), ((Histogram) h).getTotalCount());
            }
            reader.close();
            long requests = (long) printed.number("/requests");
            assertThat(counts).containsExactly(Map.entry("all", requests), Map.entry("all.raw", requests));
        }
    }

    @Test
    void theFlagsForTheMachineAreOnesThatItTakes() {
        assertThat(LoadCommand.jvmFlags()).isNotEmpty().allMatch(flag -> flag.startsWith("-"));
        assertThat(LoadCommand.jvmFlags("/archive")).contains("-XX:SharedArchiveFile=/archive");
    }

    @Test
    void methodHeadersAndBodyAreSent() {
        AtomicInteger right = new AtomicInteger();
        try (LoopbackServer server = new LoopbackServer(guest -> {
            while (true) {
                String head = guest.line();
                String host = guest.line();
                String colour = guest.line();
                String length = guest.line();
                guest.line();
                String body = new String(guest.in().readNBytes(4), US_ASCII);
                if ((head + "|" + colour + "|" + length + "|" + body)
                        .equals("PUT /page HTTP/1.1|Colour: blue|Content-Length: 4|four")) {
                    right.incrementAndGet();
                }
                assertThat(host).startsWith("Host: 127.0.0.1:");
                guest.say(HELLO);
            }
        })) {
            Printed printed = Printed.http(server, "-X", "PUT", "-H", "Colour: blue", "--body", "four");
            assertThat(printed.number("/requests")).isPositive();
            assertThat(right.get()).isGreaterThanOrEqualTo((int) printed.number("/requests"));
        }
    }

    @Test
    void aBodyOfManyMegabytesIsCountedAndNotKept() {
        int size = 20_000_000;
        String chunk = "y".repeat(1 << 16);
        try (LoopbackServer server = new LoopbackServer(guest -> {
            while (true) {
                guest.request();
                guest.say("HTTP/1.1 200 OK\r\nContent-Length: " + size + "\r\n\r\n");
                for (int left = size; left > 0; left -= chunk.length()) {
                    guest.say(chunk.substring(0, Math.min(left, chunk.length())));
                }
            }
        })) {
            Printed printed = Printed.http(
                    server, "-c", "1", "-n", "2", "-d", "20s", "--timeout", "10s", "--expect-length", "" + size);
            assertThat(printed.number("/requests")).isEqualTo(2);
            assertThat(printed.number("/bytes/received")).isGreaterThan(2.0 * size);
        }
    }

    @Test
    void aLongRequestIsWrittenAsTheServerTakesIt() {
        String body = "z".repeat(120_000);
        try (LoopbackServer server = LoopbackServer.answering(HELLO)) {
            Printed printed =
                    Printed.http(server, "-n", "3", "-d", "10s", "--timeout", "5s", "--body", body.repeat(40));
            assertThat(printed.number("/requests")).isEqualTo(6);
            assertThat(printed.number("/bytes/sent")).isGreaterThan(6.0 * 40 * body.length());
        }
    }

    @Test
    void thereIsATableForPeople() {
        try (LoopbackServer server = LoopbackServer.answering(HELLO)) {
            Printed printed = Printed.by(
                    "http", "-t", "1", "-c", "1", "-n", "50", "--warm-up", "0", "http://127.0.0.1:" + server.port());
            assertThat(printed.err()).isEmpty();
            assertThat(printed.out()).contains("50 right answers", "closed loop", "p99.9");
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
