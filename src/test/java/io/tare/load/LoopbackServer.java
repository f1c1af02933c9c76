package io.tare.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on the loopback whose manners are a few lines of Java; each connection is served by a thread of its own. */
final class LoopbackServer implements AutoCloseable {
    /** Serves one connection until it returns. */
    interface Manners {
        void serve(Guest guest) throws IOException;
    }

    /** A connection, and how many came before it. */
    record Guest(Socket socket, InputStream in, OutputStream out, int number) {
        /** Reads one line without its end; empty at the end of the connection too. */
        String line() throws IOException {
            StringBuilder line = new StringBuilder();
            int c = in.read();
            while (c >= 0 && c != '\n') {
                if (c != '\r') {
                    line.append((char) c);
                }
                c = in.read();
            }
            if (c < 0) {
                throw new IOException("the client has gone");
            }
            return line.toString();
        }

        /** Reads a request's head and gives its first line. */
        String request() throws IOException {
            String first = line();
            int body = 0;
            for (String line = line(); !line.isEmpty(); line = line()) {
                if (line.startsWith("Content-Length: ")) {
                    body = Integer.parseInt(line.substring(16));
                }
            }
            in.skipNBytes(body);
            return first;
        }

        void say(String text) throws IOException {
            out.write(text.getBytes(ISO_8859_1));
            out.flush();
        }

        /** Ends the connection with a reset instead of an orderly end. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }

    private final ServerSocket socket;
    private final AtomicInteger connections = new AtomicInteger();

    LoopbackServer(Manners manners) {
        try {
            socket = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(() -> accept(manners));
    }

    /** One that answers every HTTP request the same, and keeps its connections. */
    static LoopbackServer answering(String answer) {
        return new LoopbackServer(guest -> {
            while (true) {
                guest.request();
                guest.say(answer);
            }
        });
    }

    int port() {
        return socket.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    private void accept(Manners manners) {
        try {
            while (true) {
                Socket accepted = socket.accept();
                accepted.setTcpNoDelay(true);
                int number = connections.getAndIncrement();
                Thread.ofVirtual().start(() -> serve(manners, accepted, number));
            }
        } catch (IOException _) {
            // closed: the test is over
        }
    }

    private static void serve(Manners manners, Socket accepted, int number) {
        try (accepted) {
            manners.serve(new Guest(
                    accepted, new BufferedInputStream(accepted.getInputStream()), accepted.getOutputStream(), number));
        } catch (IOException _) {
            // the client has gone, or the manners have cut the connection
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
