package io.tare.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers recorded from nginx 1.22, and answers made to be hard. */
class HttpConversationTest {
    private static final List<Operation> REQUESTS = Collections.nCopies(2, Operation.REQUEST);

    @Test
    void anAnswerOfTheExpectedStatusAndLengthIsRight() {
        assertThat(recorded("nginx-200.http", expecting(200, 1024))).containsExactly(Answer.RIGHT);
    }

    @Test
    void anotherStatusIsAnErrorThatSaysWhich() {
        HttpConversation conversation = expecting(200, -1);
        assertThat(recorded("nginx-404.http", conversation)).containsExactly(Answer.WRONG_STATUS);
        assertThat(conversation.detail()).isEqualTo("'HTTP/1.1 404 Not Found' instead of status 200");
    }

    @Test
    void anotherLengthIsAnErrorThatSaysWhich() {
        HttpConversation conversation = expecting(200, 1000);
        assertThat(recorded("nginx-200.http", conversation)).containsExactly(Answer.WRONG_LENGTH);
        assertThat(conversation.detail()).isEqualTo("a body of 1024 bytes instead of 1000");
    }

    @Test
    void chunksAreCountedTogether() {
        assertThat(recorded("nginx-chunked-twice.http", expecting(200, 3000)))
                .containsExactly(Answer.RIGHT, Answer.RIGHT);
    }

    @Test
    void anAnswerToHeadHasNoBody() {
        HttpRequest head = HttpRequest.of("HEAD", "/", "h", List.of(), new byte[0], 200, OptionalLong.of(0));
        assertThat(recorded("nginx-head.http", new HttpConversation(head))).containsExactly(Answer.RIGHT);
    }

    @Test
    void whereNothingDelimitsTheBodyTheEndOfTheConnectionDoes() {
        HttpConversation conversation = expecting(200, 5);
        assertThat(conversation.read(bytes("HTTP/1.0 200 OK\r\n\r\nhello"), Operation.REQUEST))
                .isEqualTo(Answer.MORE);
        assertThat(conversation.end()).isEqualTo(Answer.RIGHT);
        assertThat(conversation.closing()).isTrue();
    }

    @Test
    void halfAnAnswerIsNotCompletedByTheEnd() {
        HttpConversation conversation = expecting(200, -1);
        assertThat(conversation.read(bytes("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello"), Operation.REQUEST))
                .isEqualTo(Answer.MORE);
        assertThat(conversation.end()).isEqualTo(Answer.MORE);
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1, Connection: close, true",
        "HTTP/1.1, Connection: keep-alive, false",
        "HTTP/1.1, X: y, false",
        "HTTP/1.0, X: y, true",
        "HTTP/1.0, Connection: Keep-Alive, false"
    })
    void theServerSaysWhetherItCloses(String version, String header, boolean closes) {
        HttpConversation conversation = expecting(200, 0);
        ByteBuf answer = bytes(version + " 200 OK\r\n" + header + "\r\nContent-Length: 0\r\n\r\n");
        assertThat(conversation.read(answer, Operation.REQUEST)).isEqualTo(Answer.RIGHT);
        assertThat(conversation.closing()).isEqualTo(closes);
    }

    @Test
    void anInterimAnswerIsPassedOver() {
        ByteBuf answer = bytes("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n");
        assertThat(expecting(204, 0).read(answer, Operation.REQUEST)).isEqualTo(Answer.RIGHT);
        assertThat(answer.isReadable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage\r\n\r\n",
                "HTTP/1.1 20x OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffff\r\n",
                "HTTP/1.1 101 Switching Protocols\r\n\r\n"
            })
    void whatIsNotTheProtocolIsGarbage(String answer) {
        assertThat(expecting(200, -1).read(bytes(answer), Operation.REQUEST)).isEqualTo(Answer.GARBAGE);
    }

    @Test
    void aLineWithoutEndIsGarbageBeforeItFillsTheMemory() {
        HttpConversation conversation = expecting(200, -1);
        Answer answer = Answer.MORE;
        int kilobytes = 0;
        while (answer == Answer.MORE && kilobytes < 1000) {
            answer = conversation.read(bytes("x".repeat(1024)), Operation.REQUEST);
            kilobytes++;
        }
        assertThat(answer).isEqualTo(Answer.GARBAGE);
        assertThat(kilobytes).isEqualTo(65);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx-200.http", "nginx-404.http", "nginx-chunked-twice.http"})
    void howTheNetworkCutsAnAnswerChangesNothing(String name) {
        Recorded recorded = Recorded.of(name);
        List<Answer> whole = recorded.whole(expecting(200, -1), REQUESTS);
        for (int seed = 0; seed < 2000; seed++) {
            assertThat(recorded.split(expecting(200, -1), REQUESTS, new SplittableRandom(seed)))
                    .as("%s with seed %d", name, seed)
                    .isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx-200.http", "nginx-404.http", "nginx-chunked-twice.http"})
    void aCorruptedAnswerIsReadTheSameHoweverItIsCut(String name) {
        for (int seed = 0; seed < 2000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Recorded corrupted = Recorded.of(name).corrupted(random);
            assertThat(corrupted.split(expecting(200, -1), REQUESTS, random))
                    .as("%s with seed %d", name, seed)
                    .isEqualTo(corrupted.whole(expecting(200, -1), REQUESTS));
        }
    }

    private static List<Answer> recorded(String name, HttpConversation conversation) {
        return Recorded.of(name).whole(conversation, REQUESTS);
    }

    private static HttpConversation expecting(int status, long length) {
        OptionalLong expected = length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
        return new HttpConversation(HttpRequest.of("GET", "/", "h", List.of(), new byte[0], status, expected));
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, US_ASCII);
    }
}
