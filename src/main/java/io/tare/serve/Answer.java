package io.tare.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a request is answered with. */
sealed interface Answer {
    /** The whole of it at once; the bytes are not changed any more. */
    @SuppressWarnings("ArrayRecordComponent")
    record Whole(int status, Map<String, String> headers, byte[] body) implements Answer {}

    /** Events as they happen, until the client goes. */
    record Events(Source source) implements Answer {}

    /** Writes events; ends by an {@link IOException} when the client has gone. */
    @FunctionalInterface
    interface Source {
        void into(EventStream stream) throws IOException, InterruptedException;
    }

    static Whole of(int status, String type, byte[] body) {
        return new Whole(status, Map.of("Content-Type", type), body);
    }

    static Whole text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    static Whole html(int status, String page) {
        return of(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    static Whole json(Object tree) {
        return of(200, "application/json", JsonMapper.shared().writeValueAsBytes(tree));
    }

    /** The same with more headers. */
    default Answer with(Map<String, String> more) {
        return switch (this) {
            case Whole(int status, Map<String, String> headers, byte[] body) -> {
                Map<String, String> all = new LinkedHashMap<>(headers);
                all.putAll(more);
                yield new Whole(status, all, body);
            }
            case Events _ -> this;
        };
    }
}
