package io.tare.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that misbehave, and wishes that cannot be met: each ends in time, in a counted error or a message that says what to do. */
class BadLuckTest {
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    @ParameterizedTest
    @CsvSource({"404 Not Found, 404", "500 Internal Server Error, 500"})
    void anotherStatusIsCounted(String status, String said) {
        try (LoopbackServer server =
                LoopbackServer.answering("HTTP/1.1 " + status + "\r\nContent-Length: 2\r\n\r\nno")) {
            Printed printed = Printed.http(server);
            assertNothing(printed, "status");
            assertThat(printed.text("/first_errors/status")).contains(said);
        }
    }

    @Test
    void aWrongLengthIsCounted() {
        try (LoopbackServer server = LoopbackServer.answering(HELLO)) {
            Printed printed = Printed.http(server, "--expect-length", "6");
            assertNothing(printed, "length");
            assertThat(printed.text("/first_errors/length")).isEqualTo("a body of 5 bytes instead of 6");
        }
    }

    @Test
    void garbageIsCounted() {
        try (LoopbackServer server = LoopbackServer.answering("SSH-2.0-OpenSSH_10.0\r\n")) {
            Printed printed = Printed.http(server);
            assertNothing(printed, "protocol");
            assertThat(printed.text("/first_errors/protocol")).contains("SSH-2.0-OpenSSH_10.0");
        }
    }

    @Test
    void bytesThatNobodyAskedForAreCounted() {
        try (LoopbackServer server = LoopbackServer.answering(HELLO + "more")) {
            Printed printed = Printed.http(server);
            assertThat(printed.number("/errors/protocol")).isPositive();
        }
    }

    @Test
    void halfAnAnswerIsAReadError() {
        try (LoopbackServer server = new LoopbackServer(guest -> {
            guest.request();
            guest.say("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhe");
        })) {
            assertNothing(Printed.http(server), "read");
        }
    }

    @Test
    void aResetIsAReadError() {
        try (LoopbackServer server = new LoopbackServer(guest -> {
            guest.request();
            guest.reset();
        })) {
            Printed printed = Printed.http(server);
            assertNothing(printed, "read");
            assertThat(printed.text("/first_errors/read")).contains("reset");
        }
    }

    @Test
    void noAnswerIsATimeout() {
        try (LoopbackServer server = new LoopbackServer(guest -> {
            while (true) {
                guest.request();
            }
        })) {
            assertNothing(Printed.http(server), "timeout");
        }
    }

    @Test
    void noAnswerWithinTheWindowIsSaid() {
        try (LoopbackServer server = new LoopbackServer(guest -> {
            while (true) {
                guest.request();
            }
        })) {
            Printed printed = Printed.http(server, "--timeout", "5s");
            assertThat(printed.exitCode()).isEqualTo(Execution.NOTHING);
            assertThat(printed.number("/unfinished/in_flight")).isEqualTo(2);
            assertThat(printed.number("/unfinished/oldest_ns")).isPositive();
            assertThat(printed.err()).contains("No answer came within the measured window");
        }
    }

    @Test
    void aConnectionClosedAfterTenAnswersIsOpenedAnew() {
        try (LoopbackServer server = new LoopbackServer(guest -> {
            for (int i = 0; i < 10; i++) {
                guest.request();
                guest.say(i < 9 ? HELLO : HELLO.replace("OK\r\n", "OK\r\nConnection: close\r\n"));
            }
        })) {
            Printed printed = Printed.http(server);
            assertThat(printed.exitCode()).isEqualTo(Execution.MEASURED);
            assertThat(printed.number("/requests")).isGreaterThan(20);
            assertThat(printed.number("/reopened")).isPositive().isLessThanOrEqualTo(server.connections());
            assertThat(printed.json().at("/errors")).allMatch(count -> count.asLong() == 0);
        }
    }

    @Test
    void everyTenthConnectionThatIsClosedWithoutAnAnswerIsAReadError() {
        try (LoopbackServer server = new LoopbackServer(guest -> {
            guest.request();
            if (guest.number() % 10 != 9) {
                guest.say(HELLO.replace("OK\r\n", "OK\r\nConnection: close\r\n"));
            }
        })) {
            Printed printed = Printed.http(server);
            assertThat(printed.number("/requests")).isPositive();
            assertThat(printed.number("/errors/read")).isPositive().isLessThan(printed.number("/requests") / 5);
        }
    }

    @Test
    void aRateThatNobodyCanReachIsSaidNotHidden() {
        try (LoopbackServer server = LoopbackServer.answering(HELLO)) {
            Printed printed = Printed.http(server, "-R", "50M");
            assertThat(printed.exitCode()).isEqualTo(Execution.MEASURED);
            assertThat(printed.number("/rate/achieved")).isLessThan(printed.number("/rate/offered") / 10);
            assertThat(printed.number("/unfinished/unsent")).isGreaterThan(1e6);
        }
    }

    @Test
    void aRefusedPortSaysWhereNobodyListens() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Printed printed = Printed.by("http", "--timeout", "200ms", "--json", "http://127.0.0.1:" + port);
        assertThat(printed.exitCode()).isEqualTo(Execution.NOTHING);
        assertThat(printed.out()).isEmpty();
        assertThat(printed.err()).contains("127.0.0.1:" + port, "refused", "Check that the server runs");
        assertThat(printed.took()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aNameThatDoesNotResolveSaysSo() {
        Printed printed = Printed.by("http", "http://no-such-host.invalid/");
        assertThat(printed.exitCode()).isEqualTo(Execution.NOTHING);
        assertThat(printed.out()).isEmpty();
        assertThat(printed.err()).contains("no-such-host.invalid", "could not be resolved");
        assertThat(printed.took()).isLessThan(Duration.ofSeconds(8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http -d 0s http://h/ | measures nothing",
                "http -d soon http://h/ | is no duration",
                "http -R 0 http://h/ | cannot be held",
                "http -R many http://h/ | is no number",
                "http -c 1 -t 2 http://h/ | cannot be shared",
                "http https://h/ | no URL of a web server without TLS",
                "http -H nonsense http://h/ | is no header",
                "http | Missing required parameter",
                "memcached --ratio 0:0 | asks for nothing",
                "memcached --ratio 1 | is no ratio",
                "memcached --key-pattern X:R | is no key pattern",
                "memcached -P redis | is no protocol",
                "memcached --test-time 0 | measures nothing",
                "memcached --key-minimum 5 --key-maximum 4 | holds no key",
                "memcached -d 0 | a value has 1 byte",
                "memcached -p 0 | there is no port 0"
            })
    void aWishThatMakesNoSenseIsRefusedBeforeAnythingIsSent(String arguments, String said) {
        Printed printed = Printed.by(arguments.strip().split(" +"));
        assertThat(printed.exitCode()).isEqualTo(2);
        assertThat(printed.out()).isEmpty();
        assertThat(printed.err()).contains(said);
    }

    private static void assertNothing(Printed printed, String kind) {
        assertThat(printed.exitCode()).as(printed.err()).isEqualTo(Execution.NOTHING);
        assertThat(printed.number("/requests")).isZero();
        assertThat(printed.number("/errors/" + kind)).isPositive();
        assertThat(printed.err()).contains("not one right answer");
        assertThat(printed.took()).isLessThan(Duration.ofSeconds(5));
    }
}
