package io.tare.result;

import static io.tare.result.Tokens.given;
import static io.tare.result.Tokens.list;
import static io.tare.result.Tokens.number;

import io.tare.result.CellReaders.CellReader;
import io.tare.study.Cell;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads lines of {@code samples.jsonl} in UTF-8 one token at a time, so that a million of them take seconds and some hundred MB: what repeats is kept once, and the
 * words of checks that were passed are passed over (they stay in the file). Unknown fields are ignored. Not safe for use by several threads; several readers can share
 * what repeats.
 */
final class SampleReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    private static final Fields FIELDS = new Fields(
            "version",
            "block",
            "trial",
            "attempt",
            "cell",
            "dataPath",
            "outcome",
            "started",
            "seconds",
            "metrics",
            "verdicts",
            "hosts",
            "evidence",
            "series");
    private static final Fields OF_CELL = new Fields("mode", "tuning", "workload");
    private static final Fields OF_SERIES = new Fields("name", "unit", "step", "values");
    private static final Sample.Outcome[] OUTCOMES = Sample.Outcome.values();

    private final Tokens tokens;
    private final CellReaders cells;
    private final HostUseReader hosts;
    private final Instants instants = new Instants();

    /** @param table what the metrics of the run's lines are */
    SampleReader(MetricKinds table) {
        this(table, new Once());
    }

    SampleReader(MetricKinds table, Once once) {
        tokens = new Tokens(once);
        cells = new CellReaders(table, tokens);
        hosts = new HostUseReader(tokens);
    }

    /** The sample of one line. {@link JacksonException} and the records' own exceptions where it is none. */
    Sample read(byte[] utf8, int from, int to) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), utf8, from, to - from)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new StreamReadException(json, "not an object");
            }
            return sample(json);
        }
    }

    /**
     * The samples of many lines, read by one parser and so in half the time; none at all unless each line is a sample of a version that is known, and nothing else is
     * between two of them but a line feed.
     */
    List<Sample> readAll(byte[] utf8, int from, int to) {
        List<Sample> samples = new ArrayList<>((to - from) / 2048 + 1);
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), utf8, from, to - from)) {
            int next = from;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                var begin = json.currentTokenLocation();
                if (token != JsonToken.START_OBJECT || begin.getByteOffset() != next - from) {
                    return List.of();
                }
                Sample sample = sample(json);
                var end = json.currentLocation();
                next = from + (int) end.getByteOffset() + 1;
                if (sample.version() > Sample.VERSION
                        || begin.getLineNr() != end.getLineNr()
                        || (next <= to && utf8[next - 1] != '\n')) {
                    return List.of();
                }
                samples.add(sample);
            }
            return next >= to ? samples : List.of();
        } catch (JacksonException | NullPointerException | IllegalArgumentException | DateTimeException e) {
            return List.of();
        }
    }

    private Sample sample(JsonParser json) {
        int version = 0;
        int block = 0;
        int trial = 0;
        int attempt = 0;
        double seconds = 0;
        Cell cell = null;
        CellReader of = cells.any();
        String dataPath = null;
        Sample.Outcome outcome = null;
        Instant started = null;
        List<Measurement> metrics = List.of();
        List<Verdict> verdicts = List.of();
        List<HostUse> uses = List.of();
        Evidence evidence = null;
        List<Series> series = List.of();
        for (String name = FIELDS.next(json); name != null; name = FIELDS.next(json)) {
            switch (name) {
                case "version" -> version = json.getIntValue();
                case "block" -> block = json.getIntValue();
                case "trial" -> trial = json.getIntValue();
                case "attempt" -> attempt = json.getIntValue();
                case "cell" -> {
                    of = cells.of(cell(json));
                    cell = of.cell();
                }
                case "dataPath" -> dataPath = tokens.text(json);
                case "outcome" -> outcome = Tokens.constant(json, OUTCOMES);
                case "started" -> started = instants.parse(json.getString());
                case "seconds" -> seconds = number(json);
                case "metrics" -> metrics = of.metrics().read(json);
                case "verdicts" -> verdicts = of.verdicts().read(json);
                case "hosts" -> uses = hosts.read(json);
                case "evidence" -> evidence = of.evidence().read(json);
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
                uses,
                given(evidence, "evidence"),
                series);
    }

    private Cell cell(JsonParser json) {
        String mode = "";
        String tuning = "";
        String workload = "";
        for (String name = OF_CELL.next(json); name != null; name = OF_CELL.next(json)) {
            switch (name) {
                case "mode" -> mode = tokens.text(json);
                case "tuning" -> tuning = tokens.text(json);
                case "workload" -> workload = tokens.text(json);
                default -> json.skipChildren();
            }
        }
        return new Cell(mode, tuning, workload);
    }

    private Series series(JsonParser json) {
        String of = null;
        String unit = null;
        double step = 0;
        List<Double> values = List.of();
        for (String name = OF_SERIES.next(json); name != null; name = OF_SERIES.next(json)) {
            switch (name) {
                case "name" -> of = tokens.text(json);
                case "unit" -> unit = tokens.text(json);
                case "step" -> step = number(json);
                case "values" -> values = list(json, Tokens::number);
                default -> json.skipChildren();
            }
        }
        return new Series(given(of, "name"), given(unit, "unit"), step, values);
    }
}
