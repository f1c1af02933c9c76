package io.tare.path;

import java.util.List;
import java.util.Objects;

/**
 * What was seen of the marked packets at one device.
 *
 * @param seen how many of them, each counted once
 * @param bySize whether their mark was hidden, as by encryption, and they were told by their number, size and addresses
 * @param headers of the first of them, the outermost first
 * @param counted how much the device's own counters of packets, sent and received, grew meanwhile, with whatever else passed it
 * @param microseconds from when the client's device had a packet to when this one had it, the median; NaN where their clocks are not one
 * @param trouble why it may have seen less than passed; empty where nothing speaks for that
 */
public record Sight(int seen, boolean bySize, List<Layer> headers, long counted, double microseconds, String trouble) {
    public Sight {
        headers = List.copyOf(headers);
        Objects.requireNonNull(trouble, "trouble is null");
    }
}
