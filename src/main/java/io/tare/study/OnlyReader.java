package io.tare.study;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads in which of a study's modes and workloads a tuning is measured.
 *
 * @param modes the names there are; empty where that is not known because some could not be read
 * @param workloads the same of workloads
 */
record OnlyReader(List<String> modes, List<String> workloads, List<Problem> problems) {
    /** Null where the tuning does not say. */
    @Nullable
    Only read(Fields tuning) {
        Node node = tuning.node(Keys.ONLY.name());
        if (node == null) {
            return null;
        }
        Fields fields = Fields.of("'only' of " + tuning.of(), node, Keys.ONLY_OF, problems);
        if (node instanceof MappingNode mapping && mapping.getValue().isEmpty()) {
            fields.problem(node, "%s names neither modes nor workloads; leave it out for all".formatted(fields.of()));
        }
        return new Only(named(fields, "modes", "mode", modes), named(fields, "workloads", "workload", workloads));
    }

    private static List<String> named(Fields fields, String key, String kind, List<String> there) {
        List<String> names = new ArrayList<>();
        List<Node> items = fields.items(key);
        for (Node item : items) {
            fields.text(item, key).ifPresent(name -> {
                if (!there.isEmpty() && !there.contains(name)) {
                    fields.problem(
                            item,
                            "the study has no %s '%s'%s"
                                    .formatted(kind, Words.cut(name), Words.suggestion(name, there)));
                }
                names.add(name);
            });
        }
        if (items.isEmpty() && fields.node(key) instanceof SequenceNode) {
            fields.problem(
                    fields.place(key),
                    "'%s' of %s names no %s; leave it out for all".formatted(key, fields.of(), kind));
        }
        return names;
    }
}
