package io.tare.network;

import io.tare.host.Host;
import java.util.List;
import java.util.Optional;

/**
 * A range of IPv4 addresses that a mode gives to its containers.
 *
 * @param first its network address
 * @param length of its prefix, 0 to 32
 */
record AddressRange(int first, int length) {
    private static final int BITS = 32;

    AddressRange {
        if (length < 0 || length > BITS) {
            throw new IllegalArgumentException("a prefix of %d bits".formatted(length));
        }
        first = first & mask(length);
    }

    /** A range as {@code 10.32.0.0/12}, an address alone as one of {@code /32}; empty where it is neither. */
    static Optional<AddressRange> of(String text) {
        String[] halves = text.split("/", -1);
        String[] bytes = halves[0].split("\\.", -1);
        if (halves.length > 2 || bytes.length != 4) {
            return Optional.empty();
        }
        try {
            int address = 0;
            for (String part : bytes) {
                int number = Integer.parseUnsignedInt(part);
                if (number > 255) {
                    return Optional.empty();
                }
                address = address << 8 | number;
            }
            int length = halves.length == 1 ? BITS : Integer.parseUnsignedInt(halves[1]);
            return length > BITS ? Optional.empty() : Optional.of(new AddressRange(address, length));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** Its {@code index}-th address, from 1, with the range's prefix length: {@code 10.32.0.1/12}. */
    String address(int index) {
        if (index < 1 || index >= (1L << (BITS - length)) - 1) {
            throw new IllegalArgumentException("%s has no address number %d for a container".formatted(this, index));
        }
        return dotted(first + index) + "/" + length;
    }

    AddressRange lowerHalf() {
        return new AddressRange(first, length + 1);
    }

    AddressRange upperHalf() {
        return new AddressRange(first | (mask(length + 1) & ~mask(length)), length + 1);
    }

    boolean overlaps(AddressRange other) {
        int shorter = Math.min(length, other.length);
        return (first & mask(shorter)) == (other.first & mask(shorter));
    }

    /** The first route of a host's, other than its default one, that leads into this range, as the host shows it. */
    Optional<String> routeInto(Host host) {
        List<String> routes =
                host.hand().run("ip", "-4", "route", "show").lines().toList();
        return routes.stream()
                .map(String::strip)
                .filter(route -> destination(route).filter(this::overlaps).isPresent())
                .findFirst();
    }

    /** Where a route leads; a kind such as {@code blackhole} may stand before it. */
    private static Optional<AddressRange> destination(String route) {
        String[] words = route.split("\\s+");
        Optional<AddressRange> first = of(words[0]);
        return first.isPresent() || words.length < 2 || words[0].equals("default") ? first : of(words[1]);
    }

    private static int mask(int length) {
        return length == 0 ? 0 : -1 << (BITS - length);
    }

    private static String dotted(int address) {
        return "%d.%d.%d.%d".formatted(address >>> 24, address >>> 16 & 0xff, address >>> 8 & 0xff, address & 0xff);
    }

    @Override
    public String toString() {
        return dotted(first) + "/" + length;
    }
}
