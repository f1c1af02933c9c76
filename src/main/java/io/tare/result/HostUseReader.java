package io.tare.result;

import static io.tare.result.Tokens.given;
import static io.tare.result.Tokens.number;

import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads what a host did, all CPUs together; its single CPUs, devices and softnet are passed over. */
final class HostUseReader {
    private final Tokens tokens;

    HostUseReader(Tokens tokens) {
        this.tokens = tokens;
    }

    HostUse read(JsonParser json) {
        String host = null;
        String role = null;
        double seconds = 0;
        CpuShare cpu = null;
        Double cgroupSeconds = null;
        for (String name = Tokens.field(json); name != null; name = Tokens.field(json)) {
            switch (name) {
                case "host" -> host = tokens.text(json);
                case "role" -> role = tokens.text(json);
                case "seconds" -> seconds = number(json);
                case "cpu" -> cpu = cpu(json);
                case "cgroupSeconds" ->
                    cgroupSeconds = json.currentToken() == JsonToken.VALUE_NULL ? null : (Double) number(json);
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
        for (String name = Tokens.field(json); name != null; name = Tokens.field(json)) {
            switch (name) {
                case "cpu" -> cpu = tokens.text(json);
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
}
