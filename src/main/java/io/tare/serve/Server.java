package io.tare.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tare.study.Study;
import io.tare.study.Vocabulary;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * The live page's server on 127.0.0.1, one virtual thread a request. Its address has the token that lets a browser in.
 */
public final class Server implements AutoCloseable {
    /** So many pages at once that are told what happens. */
    static final int MOST_STREAMS = 16;
    /** So many requests at once. */
    private static final int MOST_REQUESTS = 64;

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none';"
                            + " form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "no-store");

    static {
        // read once by the JDK's server, when the first is made: a client that is slow to ask, and how many may be
        // connected
        System.setProperty("sun.net.httpserver.maxReqTime", "20");
        System.setProperty("jdk.httpserver.maxConnections", Integer.toString(2 * MOST_REQUESTS));
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore streams = new Semaphore(MOST_STREAMS);
    private final Semaphore requests = new Semaphore(MOST_REQUESTS);
    private final Gate gate;
    private final Pages pages;
    private final Launcher launcher;

    /**
     * What is shown, and how a run is started.
     *
     * @param port 0 for any that is free
     * @param tare the command that Tare's own arguments follow
     * @param lab that runs use
     * @param outline what a study would do, in pairs
     */
    public record Shown(
            int port,
            Path runs,
            Path studies,
            List<String> tare,
            String lab,
            Vocabulary vocabulary,
            Function<Study, Map<String, String>> outline) {}

    private Server(HttpServer http, Shown shown) {
        this.http = http;
        this.gate = Gate.at(http.getAddress().getPort());
        Path runs = shown.runs().toAbsolutePath().normalize();
        this.launcher = new Launcher(shown.tare(), shown.lab(), runs);
        this.pages = new Pages(
                new NamedFolder(runs, RunList::isRun),
                new StudyList(
                        new NamedFolder(shown.studies().toAbsolutePath().normalize(), StudyList::isStudy),
                        shown.vocabulary(),
                        shown.outline()),
                launcher);
    }

    /** Begins to serve; an {@link IOException} says that the port cannot be had. */
    public static Server open(Shown shown) throws IOException {
        HttpServer http = HttpServer.create(
                new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), shown.port()), 0);
        Server server = new Server(http, shown);
        http.createContext("/", server::handle);
        http.setExecutor(server.threads);
        http.start();
        return server;
    }

    /** What a browser is to open, with the token. */
    public String address() {
        return gate.address();
    }

    /** Ends in order the run it started, waiting for it, and then the server. */
    @Override
    public void close() {
        launcher.close();
        threads.shutdownNow();
        http.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!requests.tryAcquire()) {
                write(exchange, new Refusal(503, "Too many requests at once.", Map.of("Retry-After", "3")).answer());
                return;
            }
            try {
                write(exchange, answer(exchange));
            } finally {
                requests.release();
            }
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        try {
            Asked asked = Asked.of(exchange);
            Optional<Answer> entered = gate.answer(asked);
            return entered.isPresent() ? entered.get() : pages.of(asked);
        } catch (Refusal refused) {
            return refused.answer();
        } catch (RuntimeException e) {
            System.getLogger(Server.class.getName())
                    .log(System.Logger.Level.WARNING, exchange.getRequestURI().getRawPath(), e);
            return Answer.text(500, "A fault of Tare's own: %s%n".formatted(e));
        }
    }

    private void write(HttpExchange exchange, Answer answer) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        HEADERS.forEach(headers::set);
        switch (answer) {
            case Answer.Whole(int status, Map<String, String> more, byte[] body) -> {
                more.forEach(headers::set);
                boolean none = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
                exchange.sendResponseHeaders(status, none ? -1 : body.length);
                if (!none) {
                    exchange.getResponseBody().write(body);
                }
            }
            case Answer.Events(Answer.Source source) -> stream(exchange, source);
        }
    }

    private void stream(HttpExchange exchange, Answer.Source source) throws IOException {
        if (!streams.tryAcquire()) {
            write(
                    exchange,
                    new Refusal(
                                    503,
                                    "%d pages look on already; close one.".formatted(MOST_STREAMS),
                                    Map.of("Retry-After", "10"))
                            .answer());
            return;
        }
        try {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            source.into(new EventStream(exchange.getResponseBody()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the server ends
        } finally {
            streams.release();
        }
    }
}
