package io.tare.monitor;

import io.tare.result.CpuShare;
import io.tare.result.DeviceUse;
import io.tare.result.HostUse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
        List<CpuShare> cpus = new ArrayList<>();
        statistics.path("cpu-load").forEach(cpu -> cpus.add(share(cpu)));
        CpuShare all = cpus.stream()
                .filter(cpu -> cpu.cpu().equals("all"))
                .findFirst()
                .orElseThrow(() -> new MonitorException("sar on %s has no CPU figures".formatted(host)));
        cpus.remove(all);
        HostUse use = new HostUse(
                host,
                role,
                statistics.at("/timestamp/interval").asDouble(Double.NaN),
                all,
                cpus,
                devices(statistics.path("network")),
                softnet(statistics.path("network")),
                seconds(cgroup));
        return new Sar.Seen(use, tree.toString(), begun(cgroup), null);
    }

    private static CpuShare share(JsonNode cpu) {
        return new CpuShare(
                cpu.path("cpu").asString(),
                number(cpu, "usr") + number(cpu, "nice") + number(cpu, "guest") + number(cpu, "gnice"),
                number(cpu, "sys"),
                number(cpu, "iowait"),
                number(cpu, "irq"),
                number(cpu, "soft"),
                number(cpu, "steal"),
                number(cpu, "idle"));
    }

    private static List<DeviceUse> devices(JsonNode network) {
        List<DeviceUse> devices = new ArrayList<>();
        for (JsonNode device : network.path("net-dev")) {
            String name = device.path("iface").asString();
            JsonNode errors = JsonMapper.shared().createObjectNode();
            for (JsonNode candidate : network.path("net-edev")) {
                if (candidate.path("iface").asString().equals(name)) {
                    errors = candidate;
                }
            }
            if (number(device, "rxpck") + number(device, "txpck") > 0) {
                devices.add(new DeviceUse(
                        name,
                        number(device, "rxpck"),
                        number(device, "txpck"),
                        number(device, "rxkB"),
                        number(device, "txkB"),
                        number(errors, "rxdrop"),
                        number(errors, "txdrop")));
            }
        }
        return devices;
    }

    private static HostUse.@Nullable Softnet softnet(JsonNode network) {
        JsonNode all = network.path("softnet").path(0);
        return all.isMissingNode()
                ? null
                : new HostUse.Softnet(
                        number(all, "total"), number(all, "dropd"), number(all, "squeezd"), number(all, "rx_rps"));
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
