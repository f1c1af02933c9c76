package io.tare.load;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server under load, resolved once. */
record Target(String host, int port, InetSocketAddress address) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Resolves a host name or address. Throws {@link LoadException} where that fails or takes longer than 5 s. */
    static Target resolve(String host, int port) {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("there is no port %d; ports are 1 to 65535".formatted(port));
        }
        FutureTask<InetAddress> lookup = new FutureTask<>(() -> InetAddress.getByName(host));
        Thread.ofPlatform().daemon().name("resolve").start(lookup);
        try {
            InetAddress address = lookup.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return new Target(host, port, new InetSocketAddress(address, port));
        } catch (ExecutionException e) {
            String said = e.getCause() instanceof UnknownHostException ? "no such name" : String.valueOf(e.getCause());
            throw unresolved(host, said);
        } catch (TimeoutException _) {
            throw unresolved(host, "no answer within %d s".formatted(PATIENCE.toSeconds()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw unresolved(host, "interrupted");
        }
    }

    private static LoadException unresolved(String host, String said) {
        return new LoadException(
                "The name '%s' could not be resolved here: %s. Check it with 'getent hosts %s', or give an address."
                        .formatted(host, said, host));
    }

    @Override
    public String toString() {
        return host.contains(":") ? "[%s]:%d".formatted(host, port) : "%s:%d".formatted(host, port);
    }
}
