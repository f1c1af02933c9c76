package io.tare.network;

import io.tare.host.Container;
import io.tare.host.ContainerSpec;
import io.tare.host.ContainerSpec.Publish;
import io.tare.host.Host;
import java.util.List;
import java.util.Optional;

/** A mode set up between two hosts, or on one. Closing it undoes what it made, after its containers are gone. */
public interface Connection extends AutoCloseable {
    /** What carries the packets: {@code host}, {@code iptables DNAT}, {@code vxlan}. */
    String dataPath();

    /** What did not run and what ran in its place, in a sentence, where the data path is a stand-in; else empty. */
    default Optional<String> standIn() {
        return Optional.empty();
    }

    /**
     * What has become of it since it was connected that spoils what is measured over it, in a sentence; empty where nothing has. Asked after every
     * trial.
     */
    default Optional<String> fault() {
        return Optional.empty();
    }

    /** The server container as this mode wants it attached; {@code ports} are what it serves. */
    ContainerSpec server(ContainerSpec base, List<Publish> ports);

    /** The client container as this mode wants it attached. */
    ContainerSpec client(ContainerSpec base);

    /**
     * Joins a container that was just started to the mode's network, where the Engine did not. Called once for each container, before
     * its readiness or address is asked for. What is made inside of the container ends with it.
     */
    default void attach(Host host, Container container) {
        // the Engine has done it
    }

    /** The address at which the client container reaches the running server container. */
    String reach(Container server);

    /** What to look at first where the client does not reach the server, in a sentence; empty where nothing is known. */
    default String whenUnreached() {
        return "";
    }

    @Override
    void close();
}
