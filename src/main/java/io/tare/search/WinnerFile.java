package io.tare.search;

import io.tare.result.Manifest;
import io.tare.result.SearchRecord;
import io.tare.study.Choice;
import io.tare.study.Parameter;
import io.tare.tuning.Tunings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code tuning.yaml}: the winner of a search, in the words of a study, for {@code tare tuning apply} and for studies. */
final class WinnerFile {
    static final String NAME = "tuning.yaml";

    private WinnerFile() {}

    static String text(Choice winner, SearchRecord record, Manifest manifest) {
        var confirmed = record.outcome().confirmed();
        Double change = confirmed == null ? null : confirmed.change();
        return """
                # Found by 'tare tune' on %s, confirmed on %d pairs of fresh trials:
                # %s of %s with %s changed by %s.
                name: %s
                tunings:
                  - %s
                """.formatted(
                        manifest.started(),
                        confirmed == null ? 0 : confirmed.pairs(),
                        record.outcome().metric(),
                        record.plan().mode(),
                        record.plan().workload(),
                        change == null ? "an unknown part" : String.format(Locale.ROOT, "%+.1f%%", 100 * change),
                        winner.name(),
                        entry(winner));
    }

    private static String entry(Choice choice) {
        if (!choice.parts().isEmpty()) {
            return choice.parts().stream()
                    .map(WinnerFile::entry)
                    .collect(Collectors.joining(", ", choice.name() + ": {all-of: [", "]}"));
        }
        List<String> keys = new ArrayList<>();
        if (!choice.name().equals(choice.kind())) {
            keys.add("as: " + choice.name());
        }
        for (Parameter parameter : Tunings.named(choice.kind()).about().parameters()) {
            String value = choice.parameters().get(parameter.name());
            if (value != null) {
                keys.add(parameter.name() + ": "
                        + (parameter.type() == Parameter.Type.WORDS ? "[" + value + "]" : quoted(value)));
            }
        }
        String all = String.join(", ", keys);
        return keys.isEmpty() ? choice.kind() : inside(choice.kind(), all);
    }

    private static String inside(String kind, String keys) {
        return "{%s: {%s}}".formatted(kind, keys);
    }

    /** So that no mask is read as a number. */
    private static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
