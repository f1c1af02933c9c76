package io.tare.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a server on the loopback with requests written out by hand, so that a header can be missing or false. */
final class RawClient {
    private static final Pattern COOKIE = Pattern.compile("Set-cookie: ([^;]+);", Pattern.CASE_INSENSITIVE);

    private final int port;
    private final String cookie;

    private RawClient(int port, String cookie) {
        this.port = port;
        this.cookie = cookie;
    }

    /** One that came by the printed address. */
    static RawClient of(Server server) throws IOException {
        URI address = URI.create(server.address());
        String entered = new RawClient(address.getPort(), "")
                .get("/?" + address.getQuery())
                .all();
        Matcher cookie = COOKIE.matcher(entered);
        if (!cookie.find()) {
            throw new AssertionError("no cookie in " + entered);
        }
        return new RawClient(address.getPort(), cookie.group(1));
    }

    RawClient withoutCookie() {
        return new RawClient(port, "");
    }

    int port() {
        return port;
    }

    /** What came back. */
    record Reply(String all) {
        int status() {
            return Integer.parseInt(all.split(" ")[1]);
        }

        String body() {
            return all.substring(all.indexOf("\r\n\r\n") + 4);
        }
    }

    Reply get(String path, String... headers) throws IOException {
        return send("GET " + path, "", headers);
    }

    /** As the page itself does it. */
    Reply post(String path, String body) throws IOException {
        return send("POST " + path, body, "Origin: http://127.0.0.1:" + port, "Content-Type: application/json");
    }

    /** {@code Host} and the cookie are added where they are not among the headers. */
    Reply send(String line, String body, String... headers) throws IOException {
        try (Socket socket = ask(line, body, "HTTP/1.1", headers)) {
            return new Reply(new String(socket.getInputStream().readAllBytes(), UTF_8));
        }
    }

    /** A stream of events that stays open. */
    Stream stream(String path, String... headers) throws IOException {
        return new Stream(ask("GET " + path, "", "HTTP/1.0", headers)); // 1.0 is not sent in chunks
    }

    private Socket ask(String line, String body, String version, String... headers) throws IOException {
        List<String> head = new ArrayList<>(List.of(headers));
        if (head.stream().noneMatch(h -> h.startsWith("Host:"))) {
            head.add("Host: 127.0.0.1:" + port);
        }
        if (!cookie.isEmpty()) {
            head.add("Cookie: other=1; " + cookie);
        }
        if (head.stream().noneMatch(h -> h.startsWith("Transfer-Encoding:"))) {
            head.add("Content-Length: " + body.getBytes(UTF_8).length);
        }
        head.add("Connection: close");
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write((line + " " + version + "\r\n" + String.join("\r\n", head) + "\r\n\r\n" + body).getBytes(UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    /** Events as they come. */
    static final class Stream implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader lines;
        private final String status;
        private String id = "";

        private Stream(Socket socket) throws IOException {
            this.socket = socket;
            this.lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            this.status = Objects.requireNonNullElse(lines.readLine(), "");
        }

        int status() {
            return Integer.parseInt(status.split(" ")[1]);
        }

        /** The data of the next event of a kind; others are passed over. */
        String next(String event) throws IOException {
            String kind = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    kind = line.substring(7);
                } else if (line.startsWith("data: ") && kind.equals(event)) {
                    return line.substring(6);
                }
            }
            throw new AssertionError("the stream ended without " + event);
        }

        /** The last id that came. */
        String id() {
            return id;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
