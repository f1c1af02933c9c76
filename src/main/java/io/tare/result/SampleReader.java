package io.tare.result;

import io.tare.study.Better;
import io.tare.study.Cell;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads lines of {@code samples.jsonl} one token at a time, so that a hundred thousand of them take seconds and little memory: texts that
 * repeat are kept once, and what a host's single CPUs and devices did is passed over (it stays in the file). Unknown fields are ignored.
 * Safe for use by several threads.
 */
final class SampleReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();
    private static final int REPEATING = 60;

    private final ConcurrentHashMap<Object, Object> known = new ConcurrentHashMap<>();

    /** The sample of a line in UTF-8. {@link tools.jackson.core.JacksonException} and the records' own exceptions where it is none. */
    Sample read(byte[] line) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new StreamReadException(json, "not an object");
            }
            return sample(json);
        }
    }

    private Sample sample(JsonParser json) {
        int version = 0;
        int block = 0;
        int trial = 0;
        int attempt = 0;
        double seconds = 0;
        Cell cell = null;
        String dataPath = null;
        Sample.Outcome outcome = null;
        Instant started = null;
        List<Measurement> metrics = List.of();
        List<Verdict> verdicts = List.of();
        List<HostUse> hosts = List.of();
        Evidence evidence = null;
        List<Series> series = List.of();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "version" -> version = json.getIntValue();
                case "block" -> block = json.getIntValue();
                case "trial" -> trial = json.getIntValue();
                case "attempt" -> attempt = json.getIntValue();
                case "cell" -> cell = cell(json);
                case "dataPath" -> dataPath = text(json);
                case "outcome" -> outcome = Sample.Outcome.valueOf(json.getString());
                case "started" -> started = Instant.parse(json.getString());
                case "seconds" -> seconds = number(json);
                case "metrics" -> metrics = list(json, this::measurement);
                case "verdicts" -> verdicts = list(json, this::verdict);
                case "hosts" -> hosts = list(json, this::host);
                case "evidence" -> evidence = evidence(json);
                case "series" -> series = list(json, this::series);
                default -> json.skipChildren();
            }
        }
        return new Sample(
                version,
                block,
                trial,
                attempt,
                given(cell, "cell"),
                given(dataPath, "dataPath"),
                given(outcome, "outcome"),
                given(started, "started"),
                seconds,
                metrics,
                verdicts,
                hosts,
                given(evidence, "evidence"),
                series);
    }

    private Cell cell(JsonParser json) {
        String mode = "";
        String tuning = "";
        String workload = "";
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "mode" -> mode = text(json);
                case "tuning" -> tuning = text(json);
                case "workload" -> workload = text(json);
                default -> json.skipChildren();
            }
        }
        return once(new Cell(mode, tuning, workload));
    }

    private Measurement measurement(JsonParser json) {
        String metric = null;
        String unit = null;
        Better better = null;
        double value = Double.NaN;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "metric" -> metric = text(json);
                case "unit" -> unit = text(json);
                case "better" -> better = Better.valueOf(json.getString());
                case "value" -> value = number(json);
                default -> json.skipChildren();
            }
        }
        return new Measurement(given(metric, "metric"), given(unit, "unit"), given(better, "better"), value);
    }

    private Verdict verdict(JsonParser json) {
        String check = null;
        Verdict.Level level = null;
        String finding = null;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "name" -> check = text(json);
                case "level" -> level = Verdict.Level.valueOf(json.getString());
                case "finding" -> finding = text(json);
                default -> json.skipChildren();
            }
        }
        return new Verdict(given(check, "name"), given(level, "level"), given(finding, "finding"));
    }

    private HostUse host(JsonParser json) {
        String host = null;
        String role = null;
        double seconds = 0;
        CpuShare cpu = null;
        Double cgroupSeconds = null;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken token = json.nextToken();
            switch (name) {
                case "host" -> host = text(json);
                case "role" -> role = text(json);
                case "seconds" -> seconds = number(json);
                case "cpu" -> cpu = cpu(json);
                case "cgroupSeconds" -> cgroupSeconds = token == JsonToken.VALUE_NULL ? null : (Double) number(json);
                default -> json.skipChildren();
            }
        }
        return new HostUse(
                given(host, "host"),
                given(role, "role"),
                seconds,
                given(cpu, "cpu"),
                List.of(),
                List.of(),
                null,
                cgroupSeconds);
    }

    private CpuShare cpu(JsonParser json) {
        String cpu = null;
        double[] shares = new double[7];
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "cpu" -> cpu = text(json);
                case "user" -> shares[0] = number(json);
                case "system" -> shares[1] = number(json);
                case "iowait" -> shares[2] = number(json);
                case "irq" -> shares[3] = number(json);
                case "softirq" -> shares[4] = number(json);
                case "steal" -> shares[5] = number(json);
                case "idle" -> shares[6] = number(json);
                default -> json.skipChildren();
            }
        }
        return new CpuShare(
                given(cpu, "cpu"), shares[0], shares[1], shares[2], shares[3], shares[4], shares[5], shares[6]);
    }

    private Evidence evidence(JsonParser json) {
        List<String> command = List.of();
        int exitCode = 0;
        String output = "";
        String error = "";
        String reason = "";
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "command" -> command = once(list(json, this::text));
                case "exitCode" -> exitCode = json.getIntValue();
                case "output" -> output = text(json);
                case "error" -> error = text(json);
                case "reason" -> reason = text(json);
                default -> json.skipChildren();
            }
        }
        return new Evidence(command, exitCode, output, error, reason);
    }

    private Series series(JsonParser json) {
        String of = null;
        String unit = null;
        double step = 0;
        List<Double> values = List.of();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "name" -> of = text(json);
                case "unit" -> unit = text(json);
                case "step" -> step = number(json);
                case "values" -> values = list(json, SampleReader::number);
                default -> json.skipChildren();
            }
        }
        return new Series(given(of, "name"), given(unit, "unit"), step, values);
    }

    private static <T> List<T> list(JsonParser json, java.util.function.Function<JsonParser, T> element) {
        List<T> list = new ArrayList<>();
        if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                list.add(element.apply(json));
            }
        }
        return List.copyOf(list);
    }

    private String text(JsonParser json) {
        String text = json.getString();
        return text.length() <= REPEATING ? once(text) : text;
    }

    private static double number(JsonParser json) {
        return json.currentToken() == JsonToken.VALUE_STRING
                ? Double.parseDouble(json.getString())
                : json.getDoubleValue();
    }

    private <T> T once(T value) {
        @SuppressWarnings("unchecked") // equal objects of these types have the same type
        T first = (T) known.putIfAbsent(value, value);
        return first == null ? value : first;
    }

    private static <T> T given(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
