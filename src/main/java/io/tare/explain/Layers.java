package io.tare.explain;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How often perf met each layer. A sample belongs to the innermost function of its stack whose name tells a layer: what {@code
 * _raw_spin_lock} spends within {@code veth_xmit} is veth's.
 *
 * @param samples by layer, without those of an idle CPU
 */
public record Layers(Map<Layer, Long> samples) {
    public Layers {
        Map<Layer, Long> ordered = new EnumMap<>(Layer.class);
        ordered.putAll(samples);
        samples = java.util.Collections.unmodifiableMap(ordered);
    }

    static Map<String, Layers> of(Map<String, List<String>> profiles) {
        Map<String, Layers> layers = new LinkedHashMap<>();
        profiles.forEach((of, stacks) -> layers.put(of, of(stacks)));
        return layers;
    }

    /** Of folded stacks; lines that are none are passed over. */
    static Layers of(List<String> folded) {
        Map<String, Optional<Layer>> known = new HashMap<>();
        Map<Layer, Long> samples = new EnumMap<>(Layer.class);
        for (String line : folded) {
            int blank = line.lastIndexOf(' ');
            if (blank > 0 && line.substring(blank + 1).matches("[0-9]{1,18}")) {
                Layer layer = layer(line.substring(0, blank), known);
                if (layer != Layer.IDLE) {
                    samples.merge(layer, Long.parseLong(line.substring(blank + 1)), Long::sum);
                }
            }
        }
        return new Layers(samples);
    }

    private static Layer layer(String stack, Map<String, Optional<Layer>> known) {
        String[] frames = stack.split(";");
        for (int i = frames.length - 1; i > 0; i--) {
            Optional<Layer> layer = known.computeIfAbsent(frames[i], Layer::of);
            if (layer.isPresent()) {
                return layer.get();
            }
        }
        return Layer.OTHER;
    }

    /** All samples of busy CPUs. */
    public long total() {
        return samples.values().stream().mapToLong(Long::longValue).sum();
    }

    /** A layer's share of the busy time in percent; 0 where nothing was sampled. */
    public double share(Layer layer) {
        return total() == 0 ? 0 : 100.0 * samples.getOrDefault(layer, 0L) / total();
    }
}
