package io.tare.path;

import java.util.Objects;

/**
 * What a tunnel device is set to.
 *
 * @param id the VXLAN's number; 0 where it has none
 * @param port the UDP port that it listens on; 0 where it uses none
 * @param local its own outer address; empty where the route decides
 * @param remote the other end's address; empty where forwarding entries or routes decide
 * @param df {@code set}, {@code unset}, {@code inherit}; empty where it is not known
 * @param external whether something else than its own settings, such as a switch's flows, says where each packet goes
 */
public record Tunnel(long id, int port, String local, String remote, String df, boolean external) {
    public Tunnel {
        Objects.requireNonNull(local, "local is null");
        Objects.requireNonNull(remote, "remote is null");
        Objects.requireNonNull(df, "df is null");
    }
}
