package io.tare.path;

import java.util.Objects;

/**
 * A network namespace of a host, one that no process lives in too.
 *
 * @param host the host's name
 * @param inode the kernel's number of it, unique on a machine
 * @param words what it is to a reader: {@code the host's own}, {@code container tare-client}
 */
public record Namespace(String host, long inode, String words) {
    /** Where {@link Namespaces} makes every namespace known to {@code ip} and {@code nsenter}: in the hand, not on the host. */
    static final String FOLDER = "/var/run/netns/";

    public Namespace {
        Objects.requireNonNull(host, "host is null");
        Objects.requireNonNull(words, "words is null");
    }

    /** The file that the hand enters it by. */
    String entry() {
        return FOLDER + inode;
    }
}
