package io.tare.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of a {@link FakeEngine} that has networks and a swarm. */
abstract class FakeNetworks implements Engine {
    private final Map<String, NetworkSpec> networks = new LinkedHashMap<>();
    private String swarm = "inactive";

    /** Writes a call down, and fails where the Engine is silent. */
    abstract void asked(String what);

    abstract HostException refused(String what, String reason);

    abstract boolean inUse(String network);

    /** Networks, and {@code swarm} where the Engine is in one. */
    final synchronized List<String> networksLeft() {
        List<String> left = new ArrayList<>(networks.keySet());
        if (!swarm.equals("inactive")) {
            left.add("swarm");
        }
        return left;
    }

    /** The networks that are there, by name. */
    public synchronized Map<String, NetworkSpec> networksMade() {
        return Map.copyOf(networks);
    }

    @Override
    public synchronized String createNetwork(NetworkSpec spec) {
        asked("create-network " + spec.name());
        requireFreeParent(spec);
        if (networks.putIfAbsent(spec.name(), spec) != null) {
            throw refused("to create network " + spec.name(), "it already exists");
        }
        return "n-" + spec.name();
    }

    /** As Docker's macvlan and ipvlan drivers do. */
    private void requireFreeParent(NetworkSpec spec) {
        String parent = spec.options().get("parent");
        networks.values().stream()
                .filter(other -> parent != null && parent.equals(other.options().get("parent")))
                .findAny()
                .ifPresent(other -> {
                    throw refused(
                            "to create network " + spec.name(),
                            "network %s is already using parent interface %s".formatted(other.name(), parent));
                });
    }

    @Override
    public synchronized Optional<String> networkId(String name) {
        asked("network " + name);
        return networks.containsKey(name) ? Optional.of("n-" + name) : Optional.empty();
    }

    @Override
    public synchronized void removeNetwork(String id) {
        String name = id.replaceFirst("^n-", "");
        asked("remove-network " + name);
        if (inUse(name)) {
            throw refused("to remove network " + name, "it has active endpoints");
        }
        networks.remove(name);
    }

    @Override
    public synchronized String swarmState() {
        asked("swarm");
        return swarm;
    }

    @Override
    public String initSwarm(String advertiseAddress) {
        swarm("init-swarm " + advertiseAddress, "active");
        return "SWMTKN-1-fake";
    }

    @Override
    public void joinSwarm(String token, String managerAddress, String advertiseAddress) {
        swarm("join-swarm " + managerAddress, "active");
    }

    @Override
    public void leaveSwarm() {
        swarm("leave-swarm", "inactive");
    }

    private synchronized void swarm(String call, String then) {
        asked(call);
        swarm = then;
    }
}
