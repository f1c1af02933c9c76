package io.tare.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Words as users write them: the nearest right one, and a command line taken apart. */
final class Words {
    private static final int LONGEST = 60;

    private Words() {}

    /** A text as it can stand in a message: its first characters, on one line. */
    static String cut(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /** {@code ; did you mean 'overlay'?}, or the words there are where none is near; nothing where there are none. */
    static String suggestion(String wrong, Collection<String> right) {
        if (right.isEmpty()) {
            return "";
        }
        Optional<String> near = wrong.length() > LONGEST
                ? Optional.empty()
                : right.stream()
                        .min(Comparator.comparingInt((String word) -> distance(wrong, word)))
                        .filter(word -> distance(wrong, word) <= Math.clamp(word.length() / 3, 1, 3));
        return near.map(word -> "; did you mean '" + word + "'?")
                .orElse("; there " + (right.size() == 1 ? "is " : "are ") + String.join(", ", right));
    }

    /** Levenshtein's distance, letters compared without case. */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                boolean same = Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
                row[j] = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                diagonal = above;
            }
        }
        return row[other.length()];
    }

    /** Splits at blanks; single and double quotes keep blanks. Nothing is expanded. {@link IllegalArgumentException} for an open quote. */
    static List<String> split(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (char c : command.toCharArray()) {
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                begun = true;
            } else if (Character.isWhitespace(c)) {
                if (begun) {
                    words.add(word.toString());
                    word.setLength(0);
                    begun = false;
                }
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("a quote is not closed");
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}
