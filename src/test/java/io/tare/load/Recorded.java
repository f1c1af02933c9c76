package io.tare.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/** What real servers answered, byte for byte, and the ways in which a network may cut it. */
final class Recorded {
    private final byte[] bytes;

    private Recorded(byte[] bytes) {
        this.bytes = bytes;
    }

    static Recorded of(String resource) {
        try (InputStream stream = Objects.requireNonNull(Recorded.class.getResourceAsStream(resource), resource)) {
            return new Recorded(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In one piece. */
    List<Answer> whole(Conversation conversation, List<Operation> asked) {
        List<Answer> answers = new ArrayList<>();
        feed(conversation, asked, Unpooled.wrappedBuffer(bytes), answers);
        return answers;
    }

    /** In pieces of random size, each in a buffer that is overwritten afterwards, as the buffer of a driver is. */
    List<Answer> split(Conversation conversation, List<Operation> asked, SplittableRandom random) {
        List<Answer> answers = new ArrayList<>();
        ByteBuf buffer = Unpooled.directBuffer(bytes.length);
        int longest = 1 + random.nextInt(random.nextBoolean() ? 4 : bytes.length);
        int from = 0;
        while (from < bytes.length && !answers.contains(Answer.GARBAGE)) {
            int length = Math.min(bytes.length - from, 1 + random.nextInt(longest));
            buffer.clear().writeBytes(bytes, from, length);
            feed(conversation, asked, buffer, answers);
            buffer.setZero(0, buffer.capacity());
            from += length;
        }
        buffer.release();
        return answers;
    }

    /** With some of its bytes changed, left out or doubled. */
    Recorded corrupted(SplittableRandom random) {
        List<Byte> corrupt = new ArrayList<>();
        for (byte b : bytes) {
            corrupt.add(b);
        }
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(corrupt.size());
            switch (random.nextInt(3)) {
                case 0 -> corrupt.set(at, (byte) random.nextInt(256));
                case 1 -> corrupt.remove(at);
                default -> corrupt.add(at, corrupt.get(at));
            }
        }
        byte[] changed = new byte[corrupt.size()];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = corrupt.get(i);
        }
        return new Recorded(changed);
    }

    private static void feed(Conversation conversation, List<Operation> asked, ByteBuf in, List<Answer> answers) {
        while (in.isReadable() && answers.size() < asked.size()) {
            Answer answer = conversation.read(in, asked.get(answers.size()));
            if (answer == Answer.MORE) {
                return;
            }
            answers.add(answer);
            if (answer == Answer.GARBAGE) {
                return;
            }
        }
    }
}
