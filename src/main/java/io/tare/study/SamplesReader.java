package io.tare.study;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * How many samples a study takes of each cell: {@code samples: 30}, or {@code samples: {until: 2%, at-least: 10, at-most: 60}}.
 *
 * @param atMost of each cell
 * @param stopping what ends a cell before, or null
 */
record SamplesReader(int atMost, @Nullable Stopping stopping) {
    static SamplesReader read(Fields study, List<Problem> problems) {
        Node node = study.node("samples");
        if (!(node instanceof MappingNode)) {
            return new SamplesReader((int) study.whole("samples").orElseThrow(), null);
        }
        Fields rule = Fields.of("samples", node, Keys.SAMPLES, problems);
        int atLeast = (int) rule.whole("at-least").orElseThrow();
        int atMost = (int) rule.whole("at-most").orElseThrow();
        if (atLeast > atMost) {
            rule.problem(
                    rule.place("at-most"),
                    "'at-most' of samples (%d) is below its 'at-least' (%d)".formatted(atMost, atLeast));
        }
        Optional<String> until = rule.text("until");
        double percent = until.filter(text -> text.matches("[0-9]{1,2}(\\.[0-9]{1,3})?%"))
                .map(text -> Double.parseDouble(text.substring(0, text.length() - 1)))
                .orElse(0.0);
        if (until.isPresent() && percent == 0) {
            rule.wrong("until", rule.place("until"), "a percentage above 0 and below 100, as 2% or 0.5%");
        }
        return new SamplesReader(atMost, new Stopping(percent / 100, atLeast));
    }
}
