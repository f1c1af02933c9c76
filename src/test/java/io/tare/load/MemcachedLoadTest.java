package io.tare.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** The whole generator against a small store that speaks memcached's text protocol. */
class MemcachedLoadTest {
    @Test
    void setsAndGetsComeInTheirRatioAndApart() {
        try (LoopbackServer server = store(new ConcurrentHashMap<>())) {
            Printed printed = Printed.memcached(server, "--ratio", "1:4", "--key-maximum", "1000");
            double sets = printed.number("/operations/set/count");
            assertThat(sets).isPositive();
            assertThat(printed.number("/operations/get/count")).isCloseTo(4 * sets, within(10.0));
            assertThat(printed.number("/operations/all/count")).isEqualTo(printed.number("/requests"));
            assertThat(printed.number("/hits") + printed.number("/misses"))
                    .isEqualTo(printed.number("/operations/get/count"));
        }
    }

    @Test
    void afterAPreFillEveryGetHits() {
        Map<String, String> stored = new ConcurrentHashMap<>();
        try (LoopbackServer server = store(stored)) {
            Printed printed = Printed.memcached(server, "--pre-fill", "--key-maximum", "999", "--ratio", "0:1");
            assertThat(stored).hasSize(1000);
            assertThat(printed.number("/hits")).isPositive();
            assertThat(printed.number("/misses")).isZero();
        }
    }

    @Test
    void aPipelineKeepsSeveralRequestsInFlight() {
        try (LoopbackServer server = store(new ConcurrentHashMap<>())) {
            Printed printed = Printed.memcached(server, "--pipeline", "8", "-n", "1000", "--test-time", "10s");
            assertThat(printed.number("/requests")).isEqualTo(2000);
            assertThat(printed.number("/errors/protocol")).isZero();
        }
    }

    @Test
    void aServerOutOfMemoryIsCountedInItsOwnWords() {
        try (LoopbackServer server = new LoopbackServer(guest -> {
            while (true) {
                if (guest.line().startsWith("set")) {
                    guest.line();
                    guest.say("SERVER_ERROR out of memory storing object\r\n");
                } else {
                    guest.say("END\r\n");
                }
            }
        })) {
            Printed printed = Printed.memcached(server);
            assertThat(printed.exitCode()).isEqualTo(Execution.MEASURED);
            assertThat(printed.number("/errors/status")).isPositive();
            assertThat(printed.text("/first_errors/status")).isEqualTo("'SERVER_ERROR out of memory storing object'");
            assertThat(printed.json().at("/operations/set").isMissingNode()).isTrue();
        }
    }

    @Test
    void aPreFillThatDoesNotFitIsRefused() {
        try (LoopbackServer server = new LoopbackServer(guest -> {
            while (true) {
                guest.line();
                guest.line();
                guest.say("SERVER_ERROR out of memory storing object\r\n");
            }
        })) {
            Printed printed = Printed.memcached(server, "--pre-fill", "--key-maximum", "99");
            assertThat(printed.exitCode()).isEqualTo(Execution.NOTHING);
            assertThat(printed.err()).contains("0 of 100 SETs", "out of memory", "more memory");
        }
    }

    @Test
    void aServerThatLeavesIsNotToldToHaveMoreMemory() {
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.Guest::reset)) {
            Printed printed = Printed.memcached(server, "--pre-fill", "--key-maximum", "99");
            assertThat(printed.err())
                    .contains("0 of 100 SETs", "fewer connections")
                    .doesNotContain("memory");
        }
    }

    @Test
    void aPreFillWaitsForAServerThatIsSlowerThanTheLoadWould() {
        try (LoopbackServer server = new LoopbackServer(guest -> {
            for (boolean first = true; ; first = false) {
                guest.line();
                guest.line();
                if (first) {
                    pause(Duration.ofMillis(400));
                }
                guest.say("STORED\r\n");
            }
        })) {
            Printed printed = Printed.memcached(server, "--pre-fill", "--key-maximum", "9", "--timeout", "200ms");
            assertThat(printed.err()).doesNotContain("Pre-fill");
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aValueOfAnotherLengthIsCounted() {
        try (LoopbackServer server = store(new ConcurrentHashMap<>())) {
            Printed.memcached(server, "--pre-fill", "--key-maximum", "9", "-d", "10", "-n", "1");
            Printed printed = Printed.memcached(server, "--ratio", "0:1", "--key-maximum", "9", "-d", "11");
            assertThat(printed.number("/errors/length")).isPositive();
            assertThat(printed.text("/first_errors/length")).isEqualTo("a value of 10 bytes instead of 11");
        }
    }

    /** A connection holds no copy of a value, and pre-fills few large ones at once. */
    @Test
    void aPreFillHasAMegabyteUnderWayOnEachConnection() {
        assertThat(PreFill.pipeline(1)).isEqualTo(32);
        assertThat(PreFill.pipeline(32)).isEqualTo(32);
        assertThat(PreFill.pipeline(100_000)).isEqualTo(10);
        assertThat(PreFill.pipeline(1_000_000)).isEqualTo(1);
        assertThat(PreFill.pipeline(1 << 30)).isEqualTo(1);
    }

    private static LoopbackServer store(Map<String, String> stored) {
        return new LoopbackServer(guest -> {
            while (true) {
                guest.say(answer(guest, stored));
            }
        });
    }

    private static String answer(LoopbackServer.Guest guest, Map<String, String> stored) throws IOException {
        String[] command = guest.line().split(" ");
        if (command[0].equals("set")) {
            stored.put(command[1], guest.line());
            return "STORED\r\n";
        }
        String value = stored.get(command[1]);
        return value == null
                ? "END\r\n"
                : "VALUE %s 0 %d\r\n%s\r\nEND\r\n".formatted(command[1], value.length(), value);
    }
}
