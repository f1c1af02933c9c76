package io.tare.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads a testbed: from a study file, or from values given one by one, with the same keys and the same checks. */
public final class TestbedReader {
    private static final List<String> OF_GUESTS = List.of("cpus", "memory", "queues");

    private TestbedReader() {}

    /**
     * A testbed given as keys and values. {@link StudyException} with all that is wrong with it.
     *
     * @param of what it is, for messages: "the lab"
     */
    public static TestbedSpec read(String of, Map<String, String> given) {
        List<NodeTuple> entries = given.entrySet().stream()
                .map(e -> new NodeTuple(scalar(e.getKey()), scalar(e.getValue())))
                .toList();
        List<Problem> problems = new ArrayList<>();
        TestbedSpec spec = read(of, new MappingNode(Tag.MAP, entries, FlowStyle.BLOCK), problems);
        if (!problems.isEmpty()) {
            throw new StudyException(of, problems);
        }
        return spec;
    }

    /** The testbed of a study; what is wrong is added to the problems. Without a node, the preset. */
    static TestbedSpec read(String of, @Nullable Node node, List<Problem> problems) {
        if (node == null) {
            return TestbedSpec.PRESET;
        }
        Fields fields = Fields.of(of, node, Keys.TESTBED, problems);
        String lab = fields.word("lab");
        boolean vm = lab.equals(TestbedSpec.VM);
        String profile = fields.word("profile");
        if (vm && !profile.equals(TestbedSpec.PRESET.profile())) {
            fields.problem(
                    fields.place("profile"),
                    "'profile' of %s belongs to 'lab: namespace'; virtual machines have virtio NICs as they are"
                            .formatted(of));
        }
        if (vm && !fields.flag("userland-proxy")) {
            fields.problem(
                    fields.place("userland-proxy"),
                    "'userland-proxy' of %s belongs to 'lab: namespace'; the Engines of virtual machines are as Docker presets them"
                            .formatted(of));
        }
        if (!vm) {
            OF_GUESTS.stream()
                    .filter(fields::has)
                    .forEach(key -> fields.problem(
                            fields.place(key), "'%s' of %s belongs to virtual machines: 'lab: vm'".formatted(key, of)));
        }
        GuestSpec guests = guests(of, fields);
        return new TestbedSpec(
                lab,
                (int) fields.whole("hosts").orElseThrow(),
                vm ? TestbedSpec.PRESET.profile() : profile,
                (int) fields.whole("mtu").orElseThrow(),
                fields.quantity("rate").orElse(null),
                vm ? guests : null,
                fields.flag("userland-proxy"));
    }

    private static GuestSpec guests(String of, Fields fields) {
        int cpus = (int) fields.whole("cpus").orElseThrow();
        int queues = (int) fields.whole("queues").orElseThrow();
        if (queues > cpus) {
            fields.problem(
                    fields.place("queues"),
                    "'queues' of %s must be at most its 'cpus' (%d); it is %d".formatted(of, cpus, queues));
        }
        Optional<String> memory = fields.quantity("memory");
        return new GuestSpec(cpus, memory.orElse(GuestSpec.PRESET.memory()), queues);
    }

    /** A value as YAML would take it where it stands plain: a number where it looks like one. */
    private static ScalarNode scalar(String text) {
        Tag tag = text.matches("-?[0-9]+") ? Tag.INT : Tag.STR;
        return new ScalarNode(tag, text, ScalarStyle.PLAIN);
    }
}
