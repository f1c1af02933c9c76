package io.tare.path;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The marked packets among captured frames.
 *
 * @param times when each was first captured, in ns since 1970, by its number
 * @param headers of the first of them
 * @param bySize whether they were told by size and addresses alone
 */
record Marked(Map<Integer, Long> times, List<Layer> headers, boolean bySize) {
    private record Kind(String from, String to, int protocol, int length) {}

    /** Finds them by their mark. */
    static Marked of(List<Frame> frames, String mark) {
        String begins = "Q" + mark;
        Map<Integer, Long> times = new HashMap<>();
        List<Layer> headers = List.of();
        for (Frame frame : frames) {
            int at = frame.text().indexOf(begins);
            int end = at + begins.length() + 4;
            if (at >= 0 && end <= frame.text().length()) {
                int number = Integer.parseInt(frame.text().substring(end - 4, end));
                headers = times.isEmpty() ? frame.layers() : headers;
                times.merge(number, frame.nanos(), Math::min);
            }
        }
        return new Marked(times, headers, false);
    }

    /**
     * Finds as many frames of one size between two addresses as were sent, where their mark cannot be read; none where there are fewer.
     * They are numbered as they came.
     */
    static Marked hidden(List<Frame> frames, String from, String to, int sent) {
        Map<Kind, List<Frame>> kinds = new HashMap<>();
        for (Frame frame : frames) {
            if (!frame.layers().isEmpty()
                    && frame.layers().stream()
                                    .filter(Layer.Ip.class::isInstance)
                                    .findFirst()
                                    .orElse(null)
                            instanceof Layer.Ip ip
                    && ip.from().equals(from)
                    && ip.to().equals(to)) {
                kinds.computeIfAbsent(new Kind(ip.from(), ip.to(), ip.protocol(), ip.length()), _ -> new ArrayList<>())
                        .add(frame);
            }
        }
        List<Frame> most = kinds.values().stream()
                .max(Comparator.comparingInt(List::size))
                .filter(f -> f.size() >= sent)
                .orElse(List.of());
        Map<Integer, Long> times = new HashMap<>();
        for (int i = 0; i < Math.min(sent, most.size()); i++) {
            times.put(i + 1, most.get(i).nanos());
        }
        return new Marked(times, most.isEmpty() ? List.of() : most.getFirst().layers(), !most.isEmpty());
    }

    /** The median time from when another device had a packet to when this one had it, in µs; NaN where none was seen by both. */
    double after(Marked other) {
        long[] gaps = times.entrySet().stream()
                .filter(e -> other.times.containsKey(e.getKey()))
                .mapToLong(e -> e.getValue() - other.times.getOrDefault(e.getKey(), 0L))
                .sorted()
                .toArray();
        return gaps.length == 0 ? Double.NaN : gaps[gaps.length / 2] / 1000.0;
    }
}
