package io.tare.path;

/**
 * A device of the path, with what is known of it and what was seen there.
 *
 * @param driver of the card; empty for the kernel's own kinds of device
 */
public record ProvenHop(Hop hop, String driver, Offloads offloads, Sight sight) {}
