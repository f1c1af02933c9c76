package io.tare.result;

import static io.tare.result.Tokens.given;

import io.tare.result.Verdict.Level;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the verdicts of a cell's samples, of those that were passed without their words: what each check found by its level, or a list of all they are, as in lines of version 1
 * and 2. They are mostly those of the sample before, so that these are guessed and compared.
 */
@SuppressWarnings("ReferenceEquality") // of what was guessed right
final class VerdictsReader {
    /** More checks than a sample has; further ones are read too. */
    private static final int MOST = 64;

    private static final Level[] LEVELS = Level.values();
    private static final Fields BY_LEVEL =
            new Fields(Stream.of(LEVELS).map(Level::name).toArray(String[]::new));
    private static final Fields OF_VERDICT = new Fields("name", "level", "finding");

    private final Tokens tokens;
    private Fields checks = new Fields();
    private List<Verdict> last = List.of();

    VerdictsReader(Tokens tokens) {
        this.tokens = tokens;
    }

    List<Verdict> read(JsonParser json) {
        List<Verdict> read = json.currentToken() == JsonToken.START_OBJECT
                ? Tokens.guessed(last, guess -> check(json, guess))
                : Tokens.list(json, last, this::verdict);
        if (read != last) {
            last = tokens.repeated(read);
        }
        return last;
    }

    /** The next check's; null where there is none. */
    private @Nullable Verdict check(JsonParser json, @Nullable Verdict guess) {
        int place = checks.place(json);
        if (place == Fields.END) {
            return null;
        }
        String check = place == Fields.OTHER ? tokens.repeated(json.currentName()) : checks.name(place);
        if (place == Fields.OTHER && checks.size() < MOST) {
            checks = checks.with(check);
        }
        Level level = null;
        String finding = null;
        int at = json.currentToken() == JsonToken.START_OBJECT ? BY_LEVEL.place(json) : Fields.END;
        for (; at != Fields.END; at = BY_LEVEL.place(json)) {
            if (at == Fields.OTHER) {
                json.skipChildren();
            } else if (level != null) {
                throw new IllegalArgumentException("verdict %s has two levels".formatted(check));
            } else {
                level = LEVELS[at];
                finding = finding(json, level, guess);
            }
        }
        if (level == null || finding == null) {
            throw new IllegalArgumentException("verdict %s has none of %s".formatted(check, List.of(LEVELS)));
        }
        return verdict(check, level, finding, guess);
    }

    private Verdict verdict(JsonParser json, @Nullable Verdict guess) {
        String check = null;
        Level level = null;
        String finding = null;
        for (String name = OF_VERDICT.next(json); name != null; name = OF_VERDICT.next(json)) {
            switch (name) {
                case "name" -> check = tokens.text(json, guess == null ? null : guess.name());
                case "level" -> level = Tokens.constant(json, LEVELS);
                case "finding" -> finding = finding(json, level, guess);
                default -> json.skipChildren();
            }
        }
        return verdict(given(check, "name"), given(level, "level"), given(finding, "finding"), guess);
    }

    private String finding(JsonParser json, @Nullable Level level, @Nullable Verdict guess) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new IllegalArgumentException("a finding is no text");
        }
        if (level == Level.OK) {
            return "";
        }
        return tokens.text(json, guess == null ? null : guess.finding());
    }

    private static Verdict verdict(String check, Level level, String finding, @Nullable Verdict guess) {
        return guess != null
                        && guess.name().equals(check)
                        && guess.level() == level
                        && guess.finding().equals(finding)
                ? guess
                : new Verdict(check, level, finding);
    }
}
