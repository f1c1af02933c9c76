package io.tare.result;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.sym.BinaryNameMatcher;
import tools.jackson.core.sym.PropertyNameMatcher;

/** The fields that a kind of object is known to have, so that the parser compares their bytes and makes no names. Others are read too. Safe for use by several threads. */
final class Fields {
    private final String[] names;
    private final BinaryNameMatcher matcher;

    Fields(String... names) {
        this.names = names.clone();
        matcher = BinaryNameMatcher.construct(List.of(names));
    }

    /** The name of the next field, with the parser at its value; null at the object's end. */
    @Nullable
    String next(JsonParser json) {
        int place = json.nextNameMatch(matcher);
        if (place == PropertyNameMatcher.MATCH_UNKNOWN_NAME) {
            String name = json.currentName();
            json.nextToken();
            return name;
        }
        if (place < 0) {
            return null;
        }
        json.nextToken();
        return names[place];
    }
}
