package io.tare.host;

import java.util.Objects;

/**
 * A network namespace of a host, as its hand reaches it. The inode tells it from another that has the same path later.
 *
 * @param path of its file, as {@code /proc/434/ns/net}; {@code -} for the host's own
 * @param inode of that file; 0 for the host's own
 */
public record NetworkNamespace(String path, long inode) {
    /** The host's own. */
    public static final NetworkNamespace OWN = new NetworkNamespace("-", 0);

    public NetworkNamespace {
        Objects.requireNonNull(path, "path is null");
    }

    /** {@code }, or where it is: {@code  in /proc/434/ns/net}. */
    String words() {
        int kept = path.lastIndexOf("/netns/"); // where an Engine keeps those of containers and networks
        return equals(OWN) ? "" : kept < 0 ? " in " + path : " in network namespace " + path.substring(kept + 7);
    }
}
