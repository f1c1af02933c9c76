package io.tare.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Answers recorded from memcached 1.6.18: a SET, a GET that finds five bytes, a GET that finds nothing, and a SET that is refused, by all three
 * protocols.
 */
class MemcachedConversationTest {
    private static final List<Operation> ASKED = List.of(Operation.SET, Operation.GET, Operation.GET, Operation.SET);
    private static final List<Answer> ANSWERED = List.of(Answer.RIGHT, Answer.HIT, Answer.MISS, Answer.WRONG_STATUS);

    @ParameterizedTest
    @EnumSource
    void storedFoundMissedAndRefusedAreToldApart(MemcachedProtocol protocol) {
        assertThat(recorded(protocol).whole(conversation(protocol, 5), ASKED)).isEqualTo(ANSWERED);
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, 'CLIENT_ERROR bad data chunk'",
        "META, 'CLIENT_ERROR bad command line format'",
        "BINARY, status 0x0004 'Invalid arguments'"
    })
    void aRefusalSaysWhatTheServerSaid(MemcachedProtocol protocol, String said) {
        Conversation conversation = conversation(protocol, 5);
        recorded(protocol).whole(conversation, ASKED);
        assertThat(conversation.detail().replace("'", "")).isEqualTo(said.replace("'", ""));
    }

    @ParameterizedTest
    @EnumSource
    void aValueOfAnotherLengthIsAnError(MemcachedProtocol protocol) {
        Conversation conversation = conversation(protocol, 6);
        assertThat(recorded(protocol).whole(conversation, ASKED.subList(0, 2)))
                .containsExactly(Answer.RIGHT, Answer.WRONG_LENGTH);
        assertThat(conversation.detail()).isEqualTo("a value of 5 bytes instead of 6");
    }

    @ParameterizedTest
    @EnumSource
    void howTheNetworkCutsTheAnswersChangesNothing(MemcachedProtocol protocol) {
        for (int seed = 0; seed < 3000; seed++) {
            assertThat(recorded(protocol).split(conversation(protocol, 5), ASKED, new SplittableRandom(seed)))
                    .as("seed %d", seed)
                    .isEqualTo(ANSWERED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void corruptedAnswersAreReadTheSameHoweverTheyAreCut(MemcachedProtocol protocol) {
        for (int seed = 0; seed < 3000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Recorded corrupted = recorded(protocol).corrupted(random);
            assertThat(corrupted.split(conversation(protocol, 5), ASKED, random))
                    .as("seed %d", seed)
                    .isEqualTo(corrupted.whole(conversation(protocol, 5), ASKED));
        }
    }

    @Test
    void theTextProtocolWritesLines() {
        assertThat(written(MemcachedProtocol.TEXT).toString(ISO_8859_1))
                .isEqualTo("set k-7 0 0 3\r\nxxx\r\nget k-7\r\n");
    }

    @Test
    void theMetaCommandsAreShorter() {
        assertThat(written(MemcachedProtocol.META).toString(ISO_8859_1)).isEqualTo("ms k-7 3\r\nxxx\r\nmg k-7 v\r\n");
    }

    @Test
    void theBinaryProtocolWritesHeaderExtrasKeyAndValue() {
        ByteBuf out = written(MemcachedProtocol.BINARY);
        assertThat(out.getInt(0)).as("magic, SET, key length").isEqualTo(0x80010003);
        assertThat(out.getByte(4)).as("extras").isEqualTo((byte) 8);
        assertThat(out.getInt(8)).as("body length").isEqualTo(8 + 3 + 3);
        assertThat(out.toString(24 + 8, 6, ISO_8859_1)).isEqualTo("k-7xxx");
        assertThat(out.getInt(38)).as("magic, GET, key length").isEqualTo(0x80000003);
        assertThat(out.readableBytes()).isEqualTo(24 + 8 + 3 + 3 + 24 + 3);
    }

    private static ByteBuf written(MemcachedProtocol protocol) {
        Conversation conversation = new MemcachedLoad(
                        protocol, 1, 1, "k-", 7, 7, KeyPattern.RANDOM, KeyPattern.RANDOM, 3)
                .conversation(0, new byte[] {'x', 'x', 'x'});
        ByteBuf out = Unpooled.buffer();
        assertThat(conversation.ask(out)).isEqualTo(Operation.SET);
        assertThat(conversation.ask(out)).isEqualTo(Operation.GET);
        return out;
    }

    private static Recorded recorded(MemcachedProtocol protocol) {
        return Recorded.of(protocol.word().replace("memcache_", "memcached."));
    }

    private static Conversation conversation(MemcachedProtocol protocol, int size) {
        MemcachedLoad load = new MemcachedLoad(protocol, 1, 1, "k", 0, 9, KeyPattern.RANDOM, KeyPattern.RANDOM, size);
        return load.conversation(0, load.value());
    }
}
