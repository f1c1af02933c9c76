package io.tare.tuning;

import io.tare.host.Engine;
import io.tare.host.ExecResult;
import io.tare.host.Hand;
import io.tare.host.Host;
import io.tare.host.HostException;
import io.tare.host.Journal;
import io.tare.host.Lasting;
import io.tare.host.LocalHand;
import io.tare.host.NetworkNamespace;
import io.tare.host.Undo;
import io.tare.study.Choice;
import io.tare.tuning.Device.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tries tunings without a lab: every command of its hand runs in a network namespace of its own that has a veth underlay, a VXLAN device and a bridge, as a host of a
 * namespace lab has, and ends with the command. So nothing on the machine changes, and there is nothing to undo. Needs root.
 */
public record Scratch() implements Host {
    private static final String DEVICES =
            "ip link add eth0 type veth peer name veth0 && ip link add br0 type bridge && "
                    + "ip link add vxlan0 type vxlan id 1 dstport 4789; mount -t sysfs none /sys && exec \"$@\"";

    /** Why a lab's host on this machine cannot have the tuning; empty where it can. */
    public Optional<String> lacks(Tuning tuning) {
        try {
            Prepared.on(
                    new Choice(tuning.name(), tuning.name(), tuning.example(), null),
                    List.of(new Ground(
                            this,
                            cpus(),
                            Map.of(),
                            firewall(),
                            NetworkNamespace.OWN,
                            "",
                            address(),
                            List.of(
                                    device(Role.UNDERLAY, "eth0", "veth", 0),
                                    device(Role.OUTSIDE, "veth0", "veth", 0),
                                    device(Role.BRIDGE, "br0", "bridge", 0),
                                    device(Role.TUNNEL, "vxlan0", "vxlan", 4789)))));
            return Optional.empty();
        } catch (HostException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Device device(Role role, String name, String driver, int port) {
        return new Device(role, NetworkNamespace.OWN, name, driver, 1, 1, port);
    }

    private BitSet cpus() {
        return CpuMask.list(hand().run("cat", "/sys/devices/system/cpu/online"));
    }

    private String firewall() {
        return List.of("iptables-nft", "iptables-legacy").stream()
                .filter(program ->
                        hand().run(List.of(program, "--table", "raw", "--list-rules"), Duration.ofSeconds(10))
                                        .exitCode()
                                == 0)
                .findFirst()
                .orElse("");
    }

    @Override
    public Hand hand() {
        Hand machine = new LocalHand();
        return new Hand() {
            @Override
            public ExecResult run(List<String> command, Duration within) {
                List<String> all = new ArrayList<>(List.of("unshare", "--net", "--mount", "sh", "-c", DEVICES, "sh"));
                all.addAll(command);
                return machine.run(all, within);
            }
        };
    }

    @Override
    public String name() {
        return "this machine";
    }

    @Override
    public String address() {
        return "192.0.2.1"; // of nobody: RFC 5737
    }

    @Override
    public String underlay() {
        return "eth0";
    }

    @Override
    public Engine engine() {
        throw new IllegalStateException("a scratch namespace has no Engine");
    }

    /** Nothing to write down: the namespace ends with each command. */
    @Override
    public Journal journal() {
        return new Journal() {
            @Override
            public Entry before(Undo undo) {
                return () -> {};
            }

            @Override
            public int replay() {
                return 0;
            }

            @Override
            public int left() {
                return 0;
            }
        };
    }

    @Override
    public Lasting lasting() {
        throw new IllegalStateException("nothing lasts in a scratch namespace");
    }

    @Override
    public boolean sharesKernel() {
        return true;
    }

    @Override
    public Optional<Path> cgroup() {
        return Optional.empty();
    }
}
