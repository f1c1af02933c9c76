package io.tare.network;

import io.tare.host.Host;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Weave Net's own routers, one a host, between the bridges that they make. They count as connected once each says that the data path asked for is
 * established with the other.
 */
final class WeaveRouters implements WeaveBridge.Carrier {
    private static final Duration WITHIN = Duration.ofSeconds(30);

    private final WeaveSettings settings;
    private final List<WeaveRouter> routers;
    private final WeaveStatus established;

    private WeaveRouters(WeaveSettings settings, List<WeaveRouter> routers, WeaveStatus established) {
        this.settings = settings;
        this.routers = routers;
        this.established = established;
    }

    /** How they are started. */
    record Start(WeaveNames names, WeaveSettings settings, WeavePorts ports, Weaver weaver) {
        /** Of a bridge without fast data path, in bytes: the router cuts packets itself. */
        private static final int SLEEVE_MTU = 65535;

        /** The mode between the hosts; undone again where that fails. */
        Connection between(Host server, Host client) {
            int mtu = settings.fast() ? WeaveSettings.mtu(server, client) : SLEEVE_MTU;
            List<AutoCloseable> made = new ArrayList<>();
            try {
                WeaveRouter.Start start =
                        new WeaveRouter.Start(names, settings, ports, weaver, mtu, WeaveRouter.password());
                List<WeaveRouter> routers =
                        List.of(start.on(server, 1, client, made), start.on(client, 2, server, made));
                WeaveStatus first = routers.get(0).established(WITHIN);
                routers.get(1).established(WITHIN);
                routers.forEach(router -> router.giveUpNames(names));
                return new WeaveBridge(
                        names.bridge(), settings.range(), mtu, new WeaveRouters(settings, routers, first), made);
            } catch (RuntimeException failed) {
                Undoing.all(made, failed);
                throw failed;
            }
        }
    }

    @Override
    public String dataPath() {
        return established.dataPath() + (established.encrypted() ? " encrypted" : "");
    }

    @Override
    public Optional<String> standIn() {
        return Optional.empty();
    }

    @Override
    public Optional<String> fault() {
        return routers.stream()
                .map(WeaveRouter::fault)
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public boolean offloadsChecksums() {
        return settings.fast();
    }
}
