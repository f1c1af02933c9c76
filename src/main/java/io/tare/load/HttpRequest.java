package io.tare.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * The one request that an HTTP load repeats, and what its answer has to be.
 *
 * @param bytes the whole request as it goes over the wire; its indices are never moved, so threads share it
 * @param bodiless whether the answer has no body whatever its headers say (HEAD)
 * @param length expected length of the answer's body in bytes, where one is expected
 */
record HttpRequest(ByteBuf bytes, boolean bodiless, int status, OptionalLong length) {
    /**
     * Puts a request together. {@code Host} and {@code Content-Length} are added where {@code headers}, each as {@code Name: value}, have
     * none. Throws {@link IllegalArgumentException} on a header or method that would break the request.
     */
    static HttpRequest of(
            String method,
            String path,
            String authority,
            List<String> headers,
            byte[] body,
            int status,
            OptionalLong length) {
        StringBuilder head =
                new StringBuilder(line("method", method)).append(' ').append(line("path", path));
        head.append(" HTTP/1.1\r\n");
        if (absent(headers, "host")) {
            head.append("Host: ").append(line("host", authority)).append("\r\n");
        }
        for (String header : headers) {
            if (header.indexOf(':') < 1) {
                throw new IllegalArgumentException("'%s' is no header; write it as 'Name: value'".formatted(header));
            }
            head.append(line("header", header)).append("\r\n");
        }
        boolean carries = body.length > 0 || method.equals("POST") || method.equals("PUT");
        if (carries && absent(headers, "content-length")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(ISO_8859_1);
        return new HttpRequest(Unpooled.copiedBuffer(start, body), method.equals("HEAD"), status, length);
    }

    private static boolean absent(List<String> headers, String name) {
        return headers.stream()
                .noneMatch(header -> header.toLowerCase(Locale.ROOT).startsWith(name + ":"));
    }

    private static String line(String what, String text) {
        if (text.isEmpty() || text.chars().anyMatch(c -> c < ' ' || c == 127)) {
            throw new IllegalArgumentException(
                    "the %s '%s' is empty or has control characters in it".formatted(what, text));
        }
        return text;
    }
}
