package io.tare.run;

import java.util.List;
import java.util.Map;

/** Fills {@code {server}}, {@code {port}}, {@code {seconds}} and {@code {omit}} into a command's arguments. */
record Placeholders(Map<String, String> values) {
    static Placeholders of(String server, int port, int seconds, int omit) {
        return new Placeholders(Map.of(
                "server", server,
                "port", Integer.toString(port),
                "seconds", Integer.toString(seconds),
                "omit", Integer.toString(omit)));
    }

    List<String> fill(List<String> command) {
        return command.stream().map(this::fill).toList();
    }

    String fill(String text) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}
