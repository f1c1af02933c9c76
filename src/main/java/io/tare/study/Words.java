package io.tare.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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

    /** As {@link #suggestion}, for the value of a key that takes one of these words. */
    static String alternative(String wrong, Collection<String> right) {
        return suggestion(wrong, right).replaceFirst("^; there (is|are) ", "; it can be ");
    }

    /** Levenshtein's distance, with two letters swapped counted as one change (optimal string alignment); without regard to case. */
    static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int least = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
                least = Math.min(least, cost[i - 1][j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least = Math.min(least, cost[i - 2][j - 2] + 1);
                }
                cost[i][j] = least;
            }
        }
        return cost[a.length()][b.length()];
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
