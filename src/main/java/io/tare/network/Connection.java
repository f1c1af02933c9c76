package io.tare.network;

import io.tare.host.Container;
import io.tare.host.ContainerSpec;
import io.tare.host.ContainerSpec.Publish;
import java.util.List;

/** A mode set up between two hosts. Closing it undoes what it made, after its containers are gone. */
public interface Connection extends AutoCloseable {
    /** What carries the packets: {@code host}, {@code iptables DNAT}, {@code vxlan}. */
    String dataPath();

    /** The server container as this mode wants it attached; {@code ports} are what it serves. */
    ContainerSpec server(ContainerSpec base, List<Publish> ports);

    /** The client container as this mode wants it attached. */
    ContainerSpec client(ContainerSpec base);

    /** The address at which the client container reaches the running server container. */
    String reach(Container server);

    @Override
    void close();
}
