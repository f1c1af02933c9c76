package io.tare.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Server-sent events to one client, each flushed; an {@link IOException} says that it has gone. Belongs to one thread. */
final class EventStream {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** A client that has gone is noticed by then, and its place is free again. */
    private static final long BEAT = 3_000_000_000L;

    private final OutputStream out;
    private long last = System.nanoTime();

    EventStream(OutputStream out) {
        this.out = out;
    }

    void send(String event, Object data) throws IOException {
        write("event: %s\ndata: %s\n\n".formatted(event, JSON.writeValueAsString(data)));
    }

    /** With an id, which a client that comes back names. */
    void send(String event, long id, Object data) throws IOException {
        write("id: %d\nevent: %s\ndata: %s\n\n".formatted(id, event, JSON.writeValueAsString(data)));
    }

    /** Says that the server is there still, where it has said nothing for 3 s. */
    void beat() throws IOException {
        if (System.nanoTime() - last > BEAT) {
            write(": still here\n\n");
        }
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        last = System.nanoTime();
    }
}
