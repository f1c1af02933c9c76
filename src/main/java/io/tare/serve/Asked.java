package io.tare.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request.
 *
 * @param method {@code GET} for {@code HEAD} too
 * @param path its parts, decoded; none of them is empty, leads upwards or has a separator in it
 * @param query the last of each name
 */
record Asked(String method, List<String> path, Map<String, String> query, HttpExchange exchange) {
    /** Of a body, in bytes: what a study needs to be started has some dozens. */
    static final int LARGEST_BODY = 16 << 10;

    /** Reads the request's head; {@link Refusal} where its path is none of ours. */
    static Asked of(HttpExchange exchange) {
        List<String> path = new ArrayList<>();
        for (String part : exchange.getRequestURI().getRawPath().split("/")) {
            if (!part.isEmpty()) {
                path.add(part(part));
            }
        }
        Map<String, String> query = new LinkedHashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        if (raw != null) {
            for (String pair : raw.split("&")) {
                int equals = pair.indexOf('=');
                query.put(decoded(equals < 0 ? pair : pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        String method = exchange.getRequestMethod();
        return new Asked(method.equals("HEAD") ? "GET" : method, List.copyOf(path), query, exchange);
    }

    @Nullable
    String header(String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    /** The body as a JSON object; {@link Refusal} where it is none, or too large. */
    JsonNode json() throws IOException {
        String type = header("Content-Type");
        if (type == null || !type.split(";")[0].strip().equals("application/json")) {
            throw new Refusal(415, "Send application/json.");
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new Refusal(413, "The body is larger than %d bytes.".formatted(LARGEST_BODY));
        }
        try {
            JsonNode tree = JsonMapper.shared().readTree(body);
            if (tree != null && tree.isObject()) {
                return tree;
            }
        } catch (JacksonException _) {
            // said below
        }
        throw new Refusal(400, "The body is no JSON object.");
    }

    private static String part(String raw) {
        String part = decoded(raw);
        if (part.equals(".") || part.equals("..") || part.chars().anyMatch(c -> c == '/' || c == '\\' || c < ' ')) {
            throw Refusal.notFound("There is no such page.");
        }
        return part;
    }

    private static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new Refusal(400, "The address is not encoded as an address is.");
        }
    }
}
