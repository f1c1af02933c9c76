package io.tare.network;

import io.tare.host.Hand;
import io.tare.host.Host;
import io.tare.host.LocalProgram;
import io.tare.network.FlannelSettings.Backend;
import io.tare.network.FlannelSettings.Who;
import io.tare.study.Parameter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code flannel}: every host has a subnet of its own behind a bridge, and flanneld tells the hosts where each other's subnets are. The real daemon runs where
 * it can be had; for the backends that the kernel alone carries, Tare writes the same entries elsewhere and says so.
 */
public final class FlannelMode implements NetworkMode {
    private static final LocalProgram FLANNELD = new LocalProgram("flanneld", "Flannel's daemon");

    private static final Duration WITHIN = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "flannel";
    }

    @Override
    public String summary() {
        return "Flannel: a subnet a host behind a bridge, routed through VXLAN, as it is, or by flanneld itself";
    }

    @Override
    public List<Parameter> parameters() {
        return FlannelSettings.PARAMETERS;
    }

    @Override
    public List<String> needs() {
        return List.of(
                "the program flanneld on PATH; without it a stand-in for vxlan and host-gw",
                "for flanneld: TCP 2379 (etcd) on the server's host, the kernel's br_netfilter",
                "for vxlan: the kernel's vxlan, UDP 8472 between the hosts; for udp: tun, UDP 8285; for host-gw: hosts on one Ethernet");
    }

    @Override
    public List<String> lacks(String host, Hand hand, Map<String, String> parameters) {
        FlannelSettings settings = FlannelSettings.of(parameters);
        List<String> found = new ArrayList<>();
        if (settings.backend() == Backend.VXLAN
                && !new KernelSupport(hand).makesDevice("vxlan", "id", "1", "dstport", "8472")) {
            found.add("the kernel of %s makes no vxlan devices; load the module vxlan".formatted(host));
        }
        if (!settings.kernelAlone() && settings.daemon() == Who.STAND_IN) {
            found.add(
                    "the backend udp is flanneld's own work, so nothing stands in for it; choose 'daemon: real', or another backend");
        } else if (settings.daemon() == Who.REAL || !settings.kernelAlone()) {
            found.addAll(daemonLacks(host, hand, settings));
        }
        return found;
    }

    @Override
    public List<String> obstacles(List<Host> hosts, Map<String, String> parameters) {
        List<String> found = new ArrayList<>();
        hosts.forEach(host -> found.addAll(lacks(host.name(), host.hand(), parameters)));
        FreeRange.obstacle(hosts, parameters).ifPresent(found::add);
        return found.stream().distinct().toList();
    }

    @Override
    public Connection connect(String as, Host server, Host client, Map<String, String> parameters) {
        FlannelSettings settings = FlannelSettings.of(parameters);
        List<Host> hosts = List.of(server, client);
        Flannel flannel = new Flannel(as, settings.backend(), FreeRange.of(hosts, parameters), server, client);
        Optional<String> why = whyNotReal(settings, hosts);
        return why.isPresent()
                ? FlannelStandIn.connect(flannel, why.get())
                : FlannelDaemons.connect(flannel, FLANNELD.read());
    }

    /** Why flanneld does not run, in a clause; empty where it does. */
    private static Optional<String> whyNotReal(FlannelSettings settings, List<Host> hosts) {
        if (settings.daemon() == Who.STAND_IN) {
            return Optional.of("the study asks for the stand-in");
        }
        if (settings.daemon() == Who.REAL || !settings.kernelAlone()) {
            return Optional.empty();
        }
        List<String> lacking = new ArrayList<>();
        hosts.forEach(host -> lacking.addAll(daemonLacks(host.name(), host.hand(), settings)));
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join("; ", lacking.stream().distinct().toList()));
    }

    /** What flanneld itself misses there. */
    private static List<String> daemonLacks(String host, Hand hand, FlannelSettings settings) {
        List<String> found = new ArrayList<>();
        if (FLANNELD.find().isEmpty()) {
            found.add(FLANNELD.wayOut());
        }
        if (!there(hand, "/proc/sys/net/bridge/bridge-nf-call-iptables")) {
            found.add("the kernel of %s has no br_netfilter, without which flanneld does not start; load that module"
                    .formatted(host));
        }
        if (settings.backend() == Backend.UDP && !there(hand, "/proc/1/root/dev/net/tun")) {
            found.add("%s has no /dev/net/tun, which the backend udp needs; load the module tun".formatted(host));
        }
        if (settings.backend() == Backend.UDP && !System.getProperty("os.arch").equals("amd64")) {
            found.add("flanneld has its backend udp on amd64 alone; choose another");
        }
        return found;
    }

    private static boolean there(Hand hand, String path) {
        return hand.run(List.of("test", "-e", path), WITHIN).exitCode() == 0;
    }
}
