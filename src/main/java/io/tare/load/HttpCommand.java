package io.tare.load;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code load http}: one HTTP/1.1 request, over and over; options as in wrk2 where they mean the same. */
@Command(
        name = "http",
        description = "Puts load on a web server: one request, over and over, every answer checked.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class HttpCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    PaceOptions options = new PaceOptions();

    @Parameters(paramLabel = "URL", description = "http://HOST[:PORT]/PATH")
    String url = "";

    @Option(
            names = {"-c", "--connections"},
            defaultValue = "10",
            paramLabel = "N",
            description = "Connections over all threads. Preset: ${DEFAULT-VALUE}")
    int connections;

    @Option(
            names = {"-t", "--threads"},
            defaultValue = "2",
            paramLabel = "N",
            description = "Preset: ${DEFAULT-VALUE}")
    int threads;

    @Option(
            names = {"-d", "--duration"},
            defaultValue = "10s",
            paramLabel = "TIME",
            description = "Of the measured window: 10s, 500ms, 2m. Preset: ${DEFAULT-VALUE}")
    String duration = "10s";

    @Option(
            names = {"-H", "--header"},
            paramLabel = "'NAME: VALUE'",
            description = "A header of the request; may be repeated.")
    List<String> headers = List.of();

    @Option(
            names = {"-X", "--method"},
            paramLabel = "METHOD",
            description = "Preset: GET, or POST with a body")
    @Nullable
    String method;

    @Option(names = "--body", paramLabel = "TEXT", description = "The request's body.")
    @Nullable
    String body;

    @Option(names = "--body-file", paramLabel = "FILE", description = "The request's body from a file.")
    @Nullable
    Path bodyFile;

    @Option(
            names = "--expect-status",
            defaultValue = "200",
            paramLabel = "N",
            description = "Any other status is an error. Preset: ${DEFAULT-VALUE}")
    int status;

    @Option(
            names = "--expect-length",
            paramLabel = "BYTES",
            description = "Any other length of the answer's body is an error.")
    @Nullable
    Long length;

    @Option(
            names = {"-L", "--latency"},
            description = "Print the percentiles of the latency below the table.")
    boolean latency;

    @Override
    public Integer call() {
        Execution execution = new Execution(spec, options, latency);
        return execution.run(() -> {
            URI uri = uri(url);
            int port = uri.getPort() < 0 ? 80 : uri.getPort();
            HttpRequest request = request(uri);
            Plan plan = new Plan(
                    threads,
                    connections,
                    1,
                    options.pace(),
                    options.warmUp(),
                    time(),
                    options.budget(),
                    options.timeout(),
                    number -> new HttpConversation(request));
            Target target = Target.resolve(host(uri), port);
            double startUp = ProcessAge.seconds();
            return new Report("tare load http", parameters(), false, startUp, LoadRun.of(target, plan));
        });
    }

    private Duration time() {
        return Quantity.duration(duration);
    }

    private static URI uri(String url) {
        URI uri = URI.create(url.contains("://") ? url : "http://" + url);
        if (!"http".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "'%s' is no URL of a web server without TLS; write http://HOST[:PORT]/PATH".formatted(url));
        }
        return uri;
    }

    private static String host(URI uri) {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private HttpRequest request(URI uri) throws IOException {
        byte[] bytes = new byte[0];
        if (bodyFile != null) {
            bytes = Files.readAllBytes(bodyFile);
        } else if (body != null) {
            bytes = body.getBytes(StandardCharsets.UTF_8);
        }
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return HttpRequest.of(
                method != null ? method : bytes.length > 0 ? "POST" : "GET",
                uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery(),
                uri.getRawAuthority(),
                headers,
                bytes,
                status,
                length == null ? OptionalLong.empty() : OptionalLong.of(length));
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("url", url);
        parameters.put("threads", threads);
        parameters.put("connections", connections);
        parameters.put("rate", options.rate);
        parameters.put("duration", duration);
        parameters.put("warm_up", options.warmUp);
        parameters.put("timeout", options.timeout);
        return parameters;
    }
}
