package io.tare.network;

import io.tare.host.Container;
import io.tare.host.ContainerSpec;
import io.tare.host.ContainerSpec.Publish;
import io.tare.host.Host;
import io.tare.host.HostException;
import io.tare.host.NetworkSpec;
import io.tare.host.Undo;
import java.util.List;

/** Containers that the Engine itself attaches to a network of its own; the client reaches the server at the address it has there. */
class EngineNetwork implements Connection {
    private final String name;
    private final String dataPath;
    private final List<AutoCloseable> made;

    /** {@code made} undoes all that belongs to the connection, in that order. */
    EngineNetwork(String name, String dataPath, List<AutoCloseable> made) {
        this.name = name;
        this.dataPath = dataPath;
        this.made = made;
    }

    /** The hosts of a connection, each once. */
    static List<Host> hosts(Host server, Host client) {
        return oneHost(server, client) ? List.of(server) : List.of(server, client);
    }

    /** Whether server and client stand on one host. */
    static boolean oneHost(Host server, Host client) {
        return server.name().equals(client.name());
    }

    /** Makes a network on a host, journalled; the step that undoes it is put first. */
    static void make(Host host, NetworkSpec spec, List<AutoCloseable> made) {
        made.addFirst(host.journal().before(new Undo.RemoveNetwork(spec.name())));
        host.engine().createNetwork(spec);
    }

    @Override
    public String dataPath() {
        return dataPath;
    }

    @Override
    public ContainerSpec server(ContainerSpec base, List<Publish> ports) {
        return base.onNetwork(name);
    }

    @Override
    public ContainerSpec client(ContainerSpec base) {
        return base.onNetwork(name);
    }

    @Override
    public String reach(Container server) {
        String address = server.state().addresses().get(name);
        if (address == null || address.isEmpty()) {
            throw new HostException("The server container %s has no address in the network %s; its last words: %s"
                    .formatted(server.name(), name, server.logs(8)));
        }
        return address;
    }

    @Override
    public void close() {
        Undoing.all(made, null);
    }
}
