package io.tare.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** What the readers of a line take from Jackson's parser: lists, numbers, constants, and texts without a copy of those that repeat. */
final class Tokens {
    /** A longer text is hardly met again. */
    private static final int REPEATING = 200;

    private static final int RECENT = 1 << 12;

    private final Once once;
    private final @Nullable String[] recent = new String[RECENT];

    Tokens(Once once) {
        this.once = once;
    }

    /** A text; the same object as before where it repeats, looked up by its characters. */
    String text(JsonParser json) {
        int length = json.getStringLength();
        if (length > REPEATING) {
            return json.getString();
        }
        char[] characters = json.getStringCharacters();
        int from = json.getStringOffset();
        int hash = 0; // as of a String
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + characters[i];
        }
        int place = (hash ^ hash >>> 16) & RECENT - 1;
        String known = recent[place];
        if (known == null || known.hashCode() != hash || !same(known, characters, from, length)) {
            known = once.of(new String(characters, from, length));
            recent[place] = known;
        }
        return known;
    }

    /** The same with a guess of what it is. */
    String text(JsonParser json, @Nullable String guess) {
        if (guess == null) {
            return text(json);
        }
        int length = json.getStringLength();
        return length == guess.length() && same(guess, json.getStringCharacters(), json.getStringOffset(), length)
                ? guess
                : text(json);
    }

    /** The constant of this name; {@link IllegalArgumentException} where there is none. */
    static <E extends Enum<E>> E constant(JsonParser json, E[] all) {
        int length = json.getStringLength();
        char[] characters = json.getStringCharacters();
        for (E one : all) {
            if (same(one.name(), characters, json.getStringOffset(), length)) {
                return one;
            }
        }
        throw new IllegalArgumentException("%s is none of %s".formatted(json.getString(), Arrays.toString(all)));
    }

    private static boolean same(String text, char[] characters, int from, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != characters[from + i]) {
                return false;
            }
        }
        return true;
    }

    /** Jackson writes values that are no numbers as texts. */
    static double number(JsonParser json) {
        return json.currentToken() == JsonToken.VALUE_STRING
                ? Double.parseDouble(json.getString())
                : json.getDoubleValue();
    }

    /** Empty where there is none. */
    static <T> List<T> list(JsonParser json, Function<JsonParser, T> element) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return List.of();
        }
        List<T> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            list.add(element.apply(json));
        }
        return List.copyOf(list);
    }

    /**
     * A list that is often the same as another: that one itself, where it is.
     *
     * @param element reads one, given the one that stands there in the other list; which it answers itself where it is the same
     */
    @SuppressWarnings("ReferenceEquality") // of what was guessed right
    static <T> List<T> list(JsonParser json, List<T> guess, BiFunction<JsonParser, @Nullable T, T> element) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return List.of();
        }
        return guessed(guess, one -> json.nextToken() == JsonToken.END_ARRAY ? null : element.apply(json, one));
    }

    /**
     * The same of what is no array.
     *
     * @param next answers null where there is no other
     */
    @SuppressWarnings("ReferenceEquality") // of what was guessed right
    static <T> List<T> guessed(List<T> guess, Function<@Nullable T, @Nullable T> next) {
        List<T> list = null;
        int size = 0;
        while (true) {
            T guessed = size < guess.size() ? guess.get(size) : null;
            T read = next.apply(guessed);
            if (read == null) {
                return list == null && size == guess.size()
                        ? guess
                        : List.copyOf(list == null ? guess.subList(0, size) : list);
            }
            if (list == null && read != guessed) {
                list = new ArrayList<>(guess.subList(0, size));
            }
            if (list != null) {
                list.add(read);
            }
            size++;
        }
    }

    /** The one that was met before, where there is an equal one. */
    <T> T repeated(T value) {
        return once.of(value);
    }

    static <T> T given(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
