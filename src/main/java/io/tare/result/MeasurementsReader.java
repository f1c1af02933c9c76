package io.tare.result;

import static io.tare.result.Tokens.given;

import io.tare.study.Better;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the metrics of a cell's samples: values by name, of kinds that the run's table tells; or a list of all they are, as in lines of version 1 and 2. Most have those of
 * the one before, so that these are guessed and compared.
 */
final class MeasurementsReader {
    private static final int DIFFERENT = 4;

    private static final Fields OF_METRIC = new Fields("metric", "unit", "better", "value");
    private static final Better[] DIRECTIONS = Better.values();

    private final String workload;
    private final Measurement[] told;
    private final Fields names;
    private final Tokens tokens;
    private final NumberStore numbers;
    private final @Nullable Measurement[][] recent = new Measurement[DIFFERENT][];
    private Measurement[] kinds = new Measurement[16];
    private double[] values = new double[16];
    private int size;

    MeasurementsReader(String workload, MetricKinds table, Tokens tokens, NumberStore numbers) {
        this.workload = workload;
        this.told = table.of(workload);
        this.names = new Fields(Stream.of(told).map(Measurement::metric).toArray(String[]::new));
        this.tokens = tokens;
        this.numbers = numbers;
    }

    Measurements read(JsonParser json) {
        size = 0;
        if (json.currentToken() == JsonToken.START_OBJECT) {
            values(json);
        } else if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                add(json);
            }
        }
        int hash = 0;
        for (int i = 0; i < size; i++) {
            hash = 31 * hash + kinds[i].metric().hashCode();
        }
        int place = (hash ^ hash >>> 16) & DIFFERENT - 1;
        Measurement[] shared = recent[place];
        if (shared == null || shared.length != size || !Arrays.equals(shared, 0, size, kinds, 0, size)) {
            shared = Arrays.copyOf(kinds, size);
            recent[place] = shared;
        }
        int from = numbers.keep(values, size);
        return Measurements.shared(shared, numbers.array(), from);
    }

    private void values(JsonParser json) {
        for (int place = names.place(json); place != Fields.END; place = names.place(json)) {
            if (place == Fields.OTHER) {
                throw new IllegalArgumentException(
                        workload.isEmpty()
                                ? "its metrics stand before its cell"
                                : "%s does not say what metric %s of %s is"
                                        .formatted(RunFolder.MANIFEST, json.currentName(), workload));
            }
            grow();
            kinds[size] = told[place];
            values[size++] = Tokens.number(json);
        }
    }

    private void grow() {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
    }

    private void add(JsonParser json) {
        grow();
        Measurement last = kinds[size];
        String metric = null;
        String unit = null;
        Better better = null;
        double value = Double.NaN;
        for (String name = OF_METRIC.next(json); name != null; name = OF_METRIC.next(json)) {
            switch (name) {
                case "metric" -> metric = tokens.text(json, last == null ? null : last.metric());
                case "unit" -> unit = tokens.text(json, last == null ? null : last.unit());
                case "better" -> better = Tokens.constant(json, DIRECTIONS);
                case "value" -> value = Tokens.number(json);
                default -> json.skipChildren();
            }
        }
        if (last == null || !last.metric().equals(metric) || !last.unit().equals(unit) || last.better() != better) {
            kinds[size] = new Measurement(given(metric, "metric"), given(unit, "unit"), given(better, "better"), 0);
        }
        values[size++] = value;
    }
}
