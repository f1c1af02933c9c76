package io.tare.result;

import static io.tare.result.Tokens.given;
import static io.tare.result.Tokens.list;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * Reads what the samples of a cell rest on: its verdicts, of those that were passed without their words, and its evidence. Both are mostly those of the sample before, so that these
 * are guessed and compared.
 */
@SuppressWarnings("ReferenceEquality") // of what was guessed right
final class GroundsReader {
    private static final Fields OF_VERDICT = new Fields("name", "level", "finding");
    private static final Fields OF_EVIDENCE = new Fields("command", "exitCode", "output", "error", "reason");
    private static final Verdict.Level[] LEVELS = Verdict.Level.values();

    private final Tokens tokens;
    private List<Verdict> lastVerdicts = List.of();
    private Evidence lastEvidence = new Evidence(List.of(), 0, "", "", "");

    GroundsReader(Tokens tokens) {
        this.tokens = tokens;
    }

    List<Verdict> verdicts(JsonParser json) {
        List<Verdict> read = list(json, lastVerdicts, this::verdict);
        if (read != lastVerdicts) {
            lastVerdicts = tokens.repeated(read);
        }
        return lastVerdicts;
    }

    private Verdict verdict(JsonParser json, @Nullable Verdict guess) {
        String check = null;
        Verdict.Level level = null;
        String finding = null;
        for (String name = OF_VERDICT.next(json); name != null; name = OF_VERDICT.next(json)) {
            switch (name) {
                case "name" -> check = tokens.text(json, guess == null ? null : guess.name());
                case "level" -> level = Tokens.constant(json, LEVELS);
                case "finding" ->
                    finding = level == Verdict.Level.OK
                            ? passedOver(json)
                            : tokens.text(json, guess == null ? null : guess.finding());
                default -> json.skipChildren();
            }
        }
        return guess != null
                        && guess.name().equals(check)
                        && guess.level() == level
                        && guess.finding().equals(finding)
                ? guess
                : new Verdict(given(check, "name"), given(level, "level"), given(finding, "finding"));
    }

    private static String passedOver(JsonParser json) {
        json.skipChildren();
        return "";
    }

    Evidence evidence(JsonParser json) {
        Evidence last = lastEvidence;
        List<String> command = List.of();
        int exitCode = 0;
        String output = "";
        String error = "";
        String reason = "";
        for (String name = OF_EVIDENCE.next(json); name != null; name = OF_EVIDENCE.next(json)) {
            switch (name) {
                case "command" -> command = list(json, last.command(), tokens::text);
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
            lastEvidence = tokens.repeated(new Evidence(command, exitCode, output, error, reason));
        }
        return lastEvidence;
    }
}
