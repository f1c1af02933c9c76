package io.tare.workload;

import io.tare.study.Choice;
import io.tare.study.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All workloads there are, and those that a study describes itself. */
public final class Workloads {
    private static final List<WorkloadKind> ALL = List.of(
            new Iperf3Tcp(),
            new Iperf3Udp(),
            new ThroughputOverTime(),
            new Memcached("text"),
            new Memcached("binary"),
            new Nginx("nginx-1kb", "1K"),
            new Nginx("nginx-1mb", "1M"),
            new Postgresql(300),
            new Postgresql(500),
            new Redis(),
            new Sockperf(Sockperf.PING_PONG),
            new Sockperf(Sockperf.UNDER_LOAD),
            new Wrk("wrk"),
            new Wrk("wrk2"),
            new Memtier());

    private Workloads() {}

    public static List<WorkloadKind> all() {
        return ALL;
    }

    /** What a study's choice means; the study reader has made sure that its kind exists. */
    public static Workload of(Choice choice) {
        if (choice.described() != null) {
            return new DataWorkload(choice.described());
        }
        return ALL.stream()
                .filter(k -> k.name().equals(choice.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no workload " + choice.kind()))
                .with(choice.parameters());
    }

    /** The workloads' words for the study file. */
    public static Map<String, List<Parameter>> words() {
        Map<String, List<Parameter>> words = new LinkedHashMap<>();
        ALL.forEach(k -> words.put(k.name(), k.parameters()));
        return words;
    }
}
