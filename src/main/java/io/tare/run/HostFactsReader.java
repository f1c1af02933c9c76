package io.tare.run;

import io.tare.host.EngineFacts;
import io.tare.host.ExecResult;
import io.tare.host.Host;
import io.tare.host.HostException;
import io.tare.result.Manifest.HostFacts;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What has to be known of a host to understand what was measured on it. Changes nothing. */
public final class HostFactsReader {
    private static final List<String> SYSCTLS = List.of(
            "net.core.rmem_max",
            "net.core.wmem_max",
            "net.core.netdev_max_backlog",
            "net.core.netdev_budget",
            "net.core.default_qdisc",
            "net.ipv4.tcp_congestion_control",
            "net.ipv4.tcp_rmem",
            "net.ipv4.tcp_wmem",
            "net.bridge.bridge-nf-call-iptables");

    private HostFactsReader() {}

    /** {@code role} is {@code client} or {@code server}. */
    public static HostFacts read(Host host, String role) {
        EngineFacts engine = host.engine().facts();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("address", host.address() + " on " + host.underlay());
        facts.put("kernel", engine.kernel());
        facts.put("system", engine.operatingSystem());
        facts.put("CPU", first(host, "sed", "-n", "s/^model name[^:]*: //p", "/proc/cpuinfo"));
        facts.put("CPUs", Integer.toString(engine.cpus()));
        facts.put("memory", "%.1f GiB".formatted(engine.memoryBytes() / (double) (1 << 30)));
        facts.put("Docker", "%s (API %s)".formatted(engine.version(), engine.apiVersion()));
        facts.put("storage driver", engine.storageDriver());
        facts.put("cgroup", "v" + engine.cgroupVersion());
        String device = host.underlay();
        facts.put("MTU", first(host, "cat", "/sys/class/net/" + device + "/mtu"));
        facts.put("NIC driver", first(host, "sh", "-c", "ethtool -i \"$1\" | sed -n 's/^driver: //p'", "sh", device));
        facts.put("queues", first(host, "sh", "-c", "ls -d /sys/class/net/\"$1\"/queues/rx-* | wc -l", "sh", device));
        facts.put(
                "RPS",
                first(host, "sh", "-c", "cat /sys/class/net/\"$1\"/queues/rx-*/rps_cpus | sort -u", "sh", device));
        facts.put("offloads on", offloads(host, "on"));
        facts.put("offloads off", offloads(host, "off"));
        for (String sysctl : SYSCTLS) {
            String value = first(host, "cat", "/proc/sys/" + sysctl.replace('.', '/'));
            if (!value.isEmpty()) {
                facts.put(sysctl, value.replace('\t', ' '));
            }
        }
        return new HostFacts(host.name(), role, facts);
    }

    /** The offloads that matter for tunnels and segmentation, by state. */
    private static String offloads(Host host, String state) {
        ExecResult shown = host.hand().run(List.of("ethtool", "-k", host.underlay()), Duration.ofSeconds(10));
        return shown.stdout()
                .lines()
                .map(String::strip)
                .filter(line -> line.matches(
                        "(rx-checksumming|tx-checksumming|scatter-gather|tcp-segmentation-offload|generic-segmentation-offload"
                                + "|generic-receive-offload|tx-udp_tnl-segmentation|tx-udp_tnl-csum-segmentation|tx-udp-segmentation): "
                                + state + ".*"))
                .map(line -> line.substring(0, line.indexOf(':')))
                .collect(Collectors.joining(", "));
    }

    private static String first(Host host, String... command) {
        try {
            return host.hand().run(command).lines().findFirst().orElse("").strip();
        } catch (HostException _) {
            return "";
        }
    }
}
