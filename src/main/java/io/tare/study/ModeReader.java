package io.tare.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads one mode with its parameters as words, such as those of a command line, by the rules of the study file. */
public record ModeReader(Vocabulary vocabulary) {
    /** Where the mode's containers stand when nothing else is said: on two hosts where it connects two. */
    public Placement placement(String mode) {
        Set<Placement> possible = vocabulary.placements().getOrDefault(mode, Set.of(Placement.TWO_HOSTS));
        return possible.contains(Placement.TWO_HOSTS) ? Placement.TWO_HOSTS : Placement.SAME_HOST;
    }

    /** {@link StudyException} with all that is wrong; {@code from} says there where the words come from. */
    public Choice read(String mode, Map<String, String> parameters, Placement placement, String from) {
        List<Problem> problems = new ArrayList<>();
        List<NodeTuple> given = new ArrayList<>();
        parameters.forEach((key, value) -> given.add(new NodeTuple(text(key), value(value))));
        Node entry = given.isEmpty() ? text(mode) : mapping(List.of(new NodeTuple(text(mode), mapping(given))));
        Optional<Choice> choice =
                new ChoiceReader("mode", vocabulary.modes(), vocabulary.refused(placement), null, problems).read(entry);
        if (!problems.isEmpty() || choice.isEmpty()) {
            throw new StudyException(from, problems);
        }
        return choice.get();
    }

    /** A value means what it would mean in a study file: a number, a flag, a text. */
    private static Node value(String written) {
        try {
            return new Compose(LoadSettings.builder().build())
                    .composeString(written)
                    .filter(ScalarNode.class::isInstance)
                    .orElseGet(() -> text(written));
        } catch (YamlEngineException _) {
            return text(written);
        }
    }

    private static Node text(String written) {
        return new ScalarNode(Tag.STR, written, ScalarStyle.PLAIN);
    }

    private static Node mapping(List<NodeTuple> entries) {
        return new MappingNode(Tag.MAP, entries, FlowStyle.BLOCK);
    }
}
