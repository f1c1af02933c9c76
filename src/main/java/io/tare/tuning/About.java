package io.tare.tuning;

import io.tare.study.Parameter;
import java.util.List;
import java.util.Objects;

/**
 * What people have to know of a tuning; {@code tare tunings} and {@code docs/tuning.md} say it in these words.
 *
 * @param name as the study file writes it: {@code rps}
 * @param summary what it changes, in a sentence without a full stop
 * @param layer where on the packet's way
 * @param needs what it needs of a host
 * @param risk what it may do harm to
 * @param source where it is described
 */
public record About(
        String name,
        String summary,
        String layer,
        String needs,
        String risk,
        String source,
        List<Parameter> parameters) {
    public About {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(summary, "summary is null");
        Objects.requireNonNull(layer, "layer is null");
        Objects.requireNonNull(needs, "needs is null");
        Objects.requireNonNull(risk, "risk is null");
        Objects.requireNonNull(source, "source is null");
        parameters = List.copyOf(parameters);
    }
}
