package io.tare.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Files as a user has them, made in a folder of what iperf3, pgbench, wrk2 and memtier_benchmark really wrote. Each method answers the file's name. */
record RecordedFiles(Path folder) {
    /** Six results of iperf3 a mode, a second apart, at a share of the recorded rate. */
    List<String> files(double share, String name, String mode) throws IOException {
        String text = text("iperf3-3.12-tcp.json");
        List<String> files = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String received = text.substring(text.indexOf("\"sum_received\""));
            String rate = received.replaceFirst("(?s).*?\"bits_per_second\":\\s*([0-9.e+]+).*", "$1");
            double value = Double.parseDouble(rate) * share * (1 + 0.001 * i);
            int at = text.indexOf("\"sum_received\"");
            String changed = text.substring(0, at) + received.replaceFirst(Pattern.quote(rate), Double.toString(value));
            changed = changed.replaceFirst(
                    "(\"timesecs\":\\s*)\\d+", "$1" + (1795562410 + 2 * i + (mode.equals("host") ? 0 : 1)));
            files.add(write("%s-%s-%d.json".formatted(name, mode, i), changed));
        }
        return files;
    }

    String copy(String resource) throws IOException {
        return copy(resource, resource);
    }

    String copy(String resource, String name) throws IOException {
        return write(name, text(resource));
    }

    String write(String name, String text) throws IOException {
        return Files.writeString(Files.createDirectories(folder).resolve(name), text)
                .toString();
    }

    static String text(String name) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(TareCommand.class.getResourceAsStream("/io/tare/workload/" + name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
