package io.tare.result;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.sym.BinaryNameMatcher;
import tools.jackson.core.sym.PropertyNameMatcher;

/** The fields that a kind of object is known to have, so that the parser compares their bytes and makes no names. Others are read too. Safe for use by several threads. */
final class Fields {
    /** In the place of a name's: the object has ended. */
    static final int END = -1;

    /** In the place of a name's: it is none of these. */
    static final int OTHER = -2;

    private final String[] names;
    private final BinaryNameMatcher matcher;
    private final Map<String, Integer> unmatched;

    /** @param names different ones */
    Fields(String... names) {
        this.names = names.clone();
        BinaryNameMatcher known = matcher(List.of(names));
        matcher = known == null ? BinaryNameMatcher.construct(List.of()) : known;
        unmatched = known == null
                ? IntStream.range(0, names.length).boxed().collect(Collectors.toMap(i -> names[i], i -> i))
                : Map.of();
    }

    /** None for an empty name, and for many that share their hashes: Jackson's table has room for few of these. */
    private static @Nullable BinaryNameMatcher matcher(List<String> names) {
        try {
            return BinaryNameMatcher.construct(names);
        } catch (IllegalStateException | IndexOutOfBoundsException _) {
            return null;
        }
    }

    int size() {
        return names.length;
    }

    String name(int place) {
        return names[place];
    }

    /** These and one that is none of them. */
    Fields with(String name) {
        String[] more = Arrays.copyOf(names, names.length + 1);
        more[names.length] = name;
        return new Fields(more);
    }

    /** The name of the next field, with the parser at its value; null at the object's end. */
    @Nullable
    String next(JsonParser json) {
        int place = place(json);
        return switch (place) {
            case END -> null;
            case OTHER -> json.currentName();
            default -> names[place];
        };
    }

    /** The place of the next field's name among these, with the parser at its value; else {@link #OTHER}, or {@link #END}. */
    int place(JsonParser json) {
        int place = json.nextNameMatch(matcher);
        if (place >= 0) {
            json.nextToken();
            return place;
        }
        if (place == PropertyNameMatcher.MATCH_UNKNOWN_NAME) {
            int found = unmatched.isEmpty() ? OTHER : unmatched.getOrDefault(json.currentName(), OTHER);
            json.nextToken();
            return found;
        }
        return END;
    }
}
