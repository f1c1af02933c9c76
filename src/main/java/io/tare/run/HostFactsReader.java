package io.tare.run;

import io.tare.host.EngineFacts;
import io.tare.host.Host;
import io.tare.result.Manifest.HostFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What has to be known of a host to understand what was measured on it. Changes nothing. */
public final class HostFactsReader {
    private static final String SCRIPT = script();
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

    /** {@code role} is {@code client}, {@code server}, or {@code host} where it is both. */
    public static HostFacts read(Host host, String role) {
        EngineFacts engine = host.engine().facts();
        Map<String, String> told = told(host);
        Function<String, String> fact = name -> told.getOrDefault(name, "");
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("address", host.address() + " on " + host.underlay());
        facts.put("kernel", engine.kernel());
        facts.put("system", engine.operatingSystem());
        facts.put("CPU", fact.apply("CPU"));
        facts.put("CPUs", Integer.toString(engine.cpus()));
        facts.put("memory", "%.1f GiB".formatted(engine.memoryBytes() / (double) (1 << 30)));
        facts.put("Docker", "%s (API %s)".formatted(engine.version(), engine.apiVersion()));
        facts.put("storage driver", engine.storageDriver());
        facts.put("cgroup", "v" + engine.cgroupVersion());
        for (String name : List.of("MTU", "NIC driver", "queues", "RPS", "offloads on", "offloads off")) {
            facts.put(name, fact.apply(name));
        }
        SYSCTLS.stream().filter(told::containsKey).forEach(name -> facts.put(name, fact.apply(name)));
        return new HostFacts(host.name(), role, facts);
    }

    /** What the host itself tells, by name. */
    private static Map<String, String> told(Host host) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", SCRIPT, "facts", host.underlay()));
        command.addAll(SYSCTLS);
        return host.hand()
                .run(command.toArray(String[]::new))
                .lines()
                .map(line -> line.split("\t", 2))
                .filter(parts -> parts.length == 2)
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1].strip(), (first, _) -> first));
    }

    private static String script() {
        String name = "host-facts.sh";
        try (InputStream stream = Objects.requireNonNull(HostFactsReader.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
