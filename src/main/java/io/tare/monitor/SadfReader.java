package io.tare.monitor;

import io.tare.result.CpuShare;
import io.tare.result.HostUse;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@code watch.sh} prints: a line with the control group's CPU time and when it was taken, then the JSON of {@code sadf} (sysstat 12). */
final class SadfReader {
    private static final Pattern CGROUP = Pattern.compile("cgroup -?[0-9]{1,18} -?[0-9]{1,18}(?: [1-8][0-9]{18})?");

    private SadfReader() {}

    static Sar.Seen read(String host, String role, String printed) {
        int line = printed.indexOf('\n');
        if (line < 0 || !CGROUP.matcher(printed.substring(0, line)).matches()) {
            throw new MonitorException("sar on %s printed something else than expected: %s"
                    .formatted(host, printed.substring(0, Math.min(200, printed.length()))));
        }
        String[] cgroup = printed.substring(0, line).split(" ");
        JsonNode tree;
        try {
            tree = JsonMapper.shared().readTree(printed.substring(line + 1));
        } catch (JacksonException e) {
            throw new MonitorException("sar on %s: its JSON was cut off (%s)".formatted(host, e.getOriginalMessage()));
        }
        JsonNode statistics = tree.at("/sysstat/hosts/0/statistics/0");
        if (statistics.isMissingNode()) {
            throw new MonitorException("sar on %s took no reading".formatted(host));
        }
        JsonNode cpus = statistics.path("cpu-load"); // "all", then each
        CpuShare all = cpus.valueStream()
                .filter(cpu -> cpu.path("cpu").asString().equals("all"))
                .findFirst()
                .map(SadfReader::share)
                .orElseThrow(() -> new MonitorException("sar on %s has no CPU figures".formatted(host)));
        HostUse use = new HostUse(
                host,
                role,
                statistics.at("/timestamp/interval").asDouble(Double.NaN),
                cpus.size() - 1,
                all,
                seconds(cgroup));
        return new Sar.Seen(use, tree.toString(), begun(cgroup), null);
    }

    private static CpuShare share(JsonNode cpu) {
        return new CpuShare(
                number(cpu, "usr") + number(cpu, "nice") + number(cpu, "guest") + number(cpu, "gnice"),
                number(cpu, "sys"),
                number(cpu, "iowait"),
                number(cpu, "irq"),
                number(cpu, "soft"),
                number(cpu, "steal"),
                number(cpu, "idle"));
    }

    private static @Nullable Double seconds(String[] cgroup) {
        long before = Long.parseLong(cgroup[1]);
        long after = Long.parseLong(cgroup[2]);
        return before < 0 || after < before ? null : (after - before) / 1e9;
    }

    private static @Nullable Instant begun(String[] cgroup) {
        return cgroup.length < 4 ? null : Instant.EPOCH.plusNanos(Long.parseLong(cgroup[3]));
    }

    private static double number(JsonNode node, String field) {
        return node.path(field).asDouble(0);
    }
}
