package io.tare.tuning;

import io.tare.host.Host;
import io.tare.host.NetworkNamespace;
import io.tare.host.Setting;
import io.tare.tuning.Device.Role;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a tuning stands on: one host of a cell, with what the packets of the cell's container pass there.
 *
 * @param cpus those online
 * @param interrupts of the underlay device: the CPUs that may serve each, by its number
 * @param firewall the program that the Engine's netfilter rules are kept with; empty where there are none
 * @param container the container's network namespace, which is the host's own where it shares that
 * @param reaches the address that the container asks; empty for one that is asked
 * @param other the other host's address on the underlay
 * @param devices from the underlay on, or the underlay alone
 */
public record Ground(
        Host host,
        BitSet cpus,
        Map<Integer, BitSet> interrupts,
        String firewall,
        NetworkNamespace container,
        String reaches,
        String other,
        List<Device> devices) {
    public Ground {
        Objects.requireNonNull(host, "host is null");
        Objects.requireNonNull(firewall, "firewall is null");
        Objects.requireNonNull(container, "container is null");
        Objects.requireNonNull(reaches, "reaches is null");
        Objects.requireNonNull(other, "other is null");
        cpus = (BitSet) cpus.clone();
        interrupts = Map.copyOf(interrupts);
        devices = List.copyOf(devices);
    }

    @Override
    public BitSet cpus() {
        return (BitSet) cpus.clone();
    }

    /** The devices that a study calls so. */
    List<Device> called(List<String> words) {
        return devices.stream().filter(d -> words.contains(d.role().word())).toList();
    }

    List<Device> in(Role role) {
        return devices.stream().filter(d -> d.role() == role).toList();
    }

    /** A kernel parameter as the container has it: {@code net.ipv4.tcp_rmem}. */
    Setting ofContainer(String parameter) {
        return parameter(container, parameter);
    }

    /** A kernel parameter as the host itself has it. */
    Setting ofHost(String parameter) {
        return parameter(NetworkNamespace.OWN, parameter);
    }

    static Setting parameter(NetworkNamespace namespace, String name) {
        return new Setting.KernelFile(namespace, "/proc/sys/" + name.replace('.', '/'));
    }
}
