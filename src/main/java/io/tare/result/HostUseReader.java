package io.tare.result;

import static io.tare.result.HostUses.NUMBERS;
import static io.tare.result.Tokens.given;
import static io.tare.result.Tokens.number;

import io.tare.result.HostUses.Names;
import java.util.Arrays;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads what the hosts did. Samples of version 1 had single CPUs, devices and softnet too: the CPUs are counted, the others passed over. */
final class HostUseReader {
    private static final Fields FIELDS =
            new Fields("host", "role", "seconds", "cpus", "perCpu", "cpu", "cgroupSeconds");
    private static final Fields OF_CPU = new Fields("user", "system", "iowait", "irq", "softirq", "steal", "idle");

    private final Tokens tokens;
    private final NumberStore kept = new NumberStore();
    private Names[] shared = new Names[0];
    private Names[] names = new Names[2];
    private double[] numbers = new double[2 * NUMBERS];
    private int size;

    HostUseReader(Tokens tokens) {
        this.tokens = tokens;
    }

    HostUses read(JsonParser json) {
        size = 0;
        if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (size == names.length) {
                    names = Arrays.copyOf(names, 2 * size);
                    numbers = Arrays.copyOf(numbers, 2 * size * NUMBERS);
                }
                names[size] = host(json, size * NUMBERS);
                size++;
            }
        }
        if (shared.length != size || !Arrays.equals(shared, 0, size, names, 0, size)) {
            shared = Arrays.copyOf(names, size);
        }
        int from = kept.keep(numbers, size * NUMBERS);
        return new HostUses(shared, kept.array(), from);
    }

    private Names host(JsonParser json, int at) {
        Arrays.fill(numbers, at, at + NUMBERS, 0);
        String host = null;
        String role = null;
        int cpus = 0;
        boolean shares = false;
        boolean cgroup = false;
        for (String name = FIELDS.next(json); name != null; name = FIELDS.next(json)) {
            switch (name) {
                case "host" -> host = tokens.text(json);
                case "role" -> role = tokens.text(json);
                case "seconds" -> numbers[at] = number(json);
                case "cpus" -> cpus = json.getIntValue();
                case "perCpu" -> cpus = passedOver(json);
                case "cpu" -> {
                    cpu(json, at);
                    shares = true;
                }
                case "cgroupSeconds" -> {
                    cgroup = json.currentToken() != JsonToken.VALUE_NULL;
                    numbers[at + 8] = cgroup ? number(json) : 0;
                }
                default -> json.skipChildren();
            }
        }
        if (!shares) {
            throw new IllegalArgumentException("cpu is missing");
        }
        return new Names(given(host, "host"), given(role, "role"), cpus, cgroup);
    }

    private static int passedOver(JsonParser json) {
        int elements = 0;
        while (json.nextToken() == JsonToken.START_OBJECT) {
            json.skipChildren();
            elements++;
        }
        return elements;
    }

    private void cpu(JsonParser json, int at) {
        for (String name = OF_CPU.next(json); name != null; name = OF_CPU.next(json)) {
            switch (name) {
                case "user" -> numbers[at + 1] = number(json);
                case "system" -> numbers[at + 2] = number(json);
                case "iowait" -> numbers[at + 3] = number(json);
                case "irq" -> numbers[at + 4] = number(json);
                case "softirq" -> numbers[at + 5] = number(json);
                case "steal" -> numbers[at + 6] = number(json);
                case "idle" -> numbers[at + 7] = number(json);
                default -> json.skipChildren();
            }
        }
    }
}
