package io.tare.result;

import java.util.List;
import tools.jackson.core.JsonParser;

/** Reads the evidence of a cell's samples: mostly that of the sample before, so that it is guessed and compared. */
@SuppressWarnings("ReferenceEquality") // of what was guessed right
final class EvidenceReader {
    private static final Fields FIELDS = new Fields("command", "exitCode", "output", "error", "reason");

    private final Tokens tokens;
    private Evidence last = new Evidence(List.of(), 0, "", "", "");

    EvidenceReader(Tokens tokens) {
        this.tokens = tokens;
    }

    Evidence read(JsonParser json) {
        List<String> command = List.of();
        int exitCode = 0;
        String output = "";
        String error = "";
        String reason = "";
        for (String name = FIELDS.next(json); name != null; name = FIELDS.next(json)) {
            switch (name) {
                case "command" -> command = Tokens.list(json, last.command(), tokens::text);
                case "exitCode" -> exitCode = json.getIntValue();
                case "output" -> output = tokens.text(json, last.output());
                case "error" -> error = tokens.text(json, last.error());
                case "reason" -> reason = tokens.text(json, last.reason());
                default -> json.skipChildren();
            }
        }
        if (command != last.command()
                || exitCode != last.exitCode()
                || !output.equals(last.output())
                || !error.equals(last.error())
                || !reason.equals(last.reason())) {
            last = tokens.repeated(new Evidence(command, exitCode, output, error, reason));
        }
        return last;
    }
}
