package io.tare.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of the eight colours of {@code theme.css} each mode has: Tare's own modes the same in every report, others what is left in their order. Beyond eight
 * modes colours come again.
 */
public record Hues(Map<String, Integer> places) {
    private static final int COLOURS = 8;

    private static final Map<String, Integer> OWN =
            Map.of("host", 0, "nat", 1, "overlay", 2, "weave", 3, "macvlan", 4, "ipvlan", 5, "flannel", 6, "calico", 7);

    public Hues {
        places = Map.copyOf(places);
    }

    public static Hues of(List<String> modes) {
        Map<String, Integer> places = new LinkedHashMap<>();
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < Math.max(COLOURS, modes.size() + COLOURS); i++) {
            free.add(i);
        }
        for (String mode : modes) {
            Integer own = OWN.get(mode);
            if (own != null) {
                places.put(mode, own);
                free.removeIf(own::equals);
            }
        }
        for (String mode : modes) {
            if (!places.containsKey(mode)) {
                places.put(mode, free.removeFirst());
            }
        }
        return new Hues(places);
    }

    /** Its colour, counted from 0, modulo eight; 0 for a mode that is not of the run. */
    public int of(String mode) {
        return places.getOrDefault(mode, 0);
    }
}
