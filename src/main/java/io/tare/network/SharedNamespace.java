package io.tare.network;

import io.tare.host.Container;
import io.tare.host.ContainerSpec;
import io.tare.host.ContainerSpec.Publish;
import io.tare.host.Host;
import io.tare.host.Journal;
import io.tare.host.Undo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One network namespace for all containers of a connection. A container that only waits owns it, so that servers and clients come and go while it
 * stays; it has no network but its loopback and runs the image of the first that joins it.
 */
final class SharedNamespace implements Connection {
    private final String name;
    private final Host host;
    private Journal.@Nullable Entry entry;
    private @Nullable Container owner;

    /** {@code name} is the waiting container's. */
    SharedNamespace(String name, Host host) {
        this.name = name;
        this.host = host;
    }

    @Override
    public String dataPath() {
        return "loopback of a shared namespace";
    }

    @Override
    public ContainerSpec server(ContainerSpec base, List<Publish> ports) {
        return joined(base);
    }

    @Override
    public ContainerSpec client(ContainerSpec base) {
        return joined(base);
    }

    @Override
    public String reach(Container server) {
        return "127.0.0.1";
    }

    private ContainerSpec joined(ContainerSpec base) {
        Container known = owner;
        if (known == null) {
            ContainerSpec waiting = ContainerSpec.of(name, base.image(), List.of("sleep", "infinity"))
                    .labelled(ContainerSpec.LABEL, base.labels().getOrDefault(ContainerSpec.LABEL, ""));
            if (entry == null) {
                entry = host.journal().before(new Undo.RemoveContainer(name));
            }
            known = host.engine().start(waiting);
            owner = known;
        }
        return base.onNetwork("container:" + known.id());
    }

    @Override
    public void close() {
        Journal.Entry made = entry;
        if (made != null) {
            made.close();
        }
    }
}
