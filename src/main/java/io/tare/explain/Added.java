package io.tare.explain;

import io.tare.result.HostCounters;
import io.tare.result.HostCounters.Conntrack;
import io.tare.result.HostCounters.CpuTime;
import io.tare.result.HostCounters.Softnet;
import io.tare.result.NetworkSpace;
import io.tare.result.NetworkSpace.Device;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;

/** The counters of several trials of a host, added up. */
final class Added {
    private Added() {}

    /** Both together. */
    static HostCounters up(HostCounters a, HostCounters b) {
        return new HostCounters(
                a.host(),
                a.role(),
                a.seconds() + b.seconds(),
                a.sharedKernel(),
                a.underlay(),
                each(a.cpus(), b.cpus(), CpuTime::plus),
                merged(a.softirqs(), b.softirqs(), (x, y) -> each(x, y, Long::sum)),
                each(a.interrupts(), b.interrupts(), Long::sum),
                each(a.underlayInterrupts(), b.underlayInterrupts(), Long::sum),
                each(a.softnet(), b.softnet(), Added::softnet),
                a.conntrack() == null || b.conntrack() == null
                        ? a.conntrack()
                        : conntrack(a.conntrack(), b.conntrack()),
                spaces(a.spaces(), b.spaces()));
    }

    private static Softnet softnet(Softnet a, Softnet b) {
        return new Softnet(
                a.processed() + b.processed(),
                a.dropped() + b.dropped(),
                a.squeezed() + b.squeezed(),
                a.steered() + b.steered(),
                a.flowLimited() + b.flowLimited());
    }

    /** The entries are those of the fuller moment. */
    private static Conntrack conntrack(Conntrack a, Conntrack b) {
        return new Conntrack(Math.max(a.entries(), b.entries()), merged(a.changes(), b.changes(), Long::sum));
    }

    private static List<NetworkSpace> spaces(List<NetworkSpace> a, List<NetworkSpace> b) {
        Map<String, NetworkSpace> all = new LinkedHashMap<>();
        a.forEach(space -> all.put(space.name(), space));
        b.forEach(space -> all.merge(
                space.name(),
                space,
                (x, y) -> new NetworkSpace(
                        x.name(), merged(x.counters(), y.counters(), Long::sum), devices(x.devices(), y.devices()))));
        return List.copyOf(all.values());
    }

    private static List<Device> devices(List<Device> a, List<Device> b) {
        Map<String, Device> all = new LinkedHashMap<>();
        a.forEach(device -> all.put(device.name(), device));
        b.forEach(device -> all.merge(
                device.name(),
                device,
                (x, y) -> new Device(
                        x.name(),
                        x.kind(),
                        x.mtu(),
                        x.received().plus(y.received()),
                        x.sent().plus(y.sent()))));
        return List.copyOf(all.values());
    }

    private static <K, V> Map<K, V> merged(Map<K, V> a, Map<K, V> b, BinaryOperator<V> sum) {
        Map<K, V> all = new LinkedHashMap<>(a);
        b.forEach((key, value) -> all.merge(key, value, sum));
        return all;
    }

    /** A list that is longer keeps its end: a CPU that came online. */
    static <T> List<T> each(List<T> a, List<T> b, BinaryOperator<T> sum) {
        List<T> longer = a.size() >= b.size() ? a : b;
        List<T> all = new ArrayList<>(longer);
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            all.set(i, Objects.requireNonNull(sum.apply(a.get(i), b.get(i))));
        }
        return all;
    }
}
