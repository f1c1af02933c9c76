package io.tare.workload;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text that a regular expression may look at for 2 s: a user's pattern that backtracks without end fails instead of hanging. */
public final class Deadline implements CharSequence {
    private static final long NANOS = 2_000_000_000L;
    private static final int EVERY = 4096;

    private final CharSequence text;
    private final String of;
    private final long end;
    private int looks;

    Deadline(CharSequence text, String of) {
        this(text, of, System.nanoTime() + NANOS);
    }

    private Deadline(CharSequence text, String of, long end) {
        this.text = text;
        this.of = of;
        this.end = end;
    }

    /** Whether a text contains what a pattern says. {@link WorkloadException} where that takes too long or goes too deep; {@code of} is whose pattern it is. */
    public static boolean found(String pattern, String text, String of) {
        return found(Pattern.compile(pattern).matcher(new Deadline(text, of)), of);
    }

    /** The next place in a text with a deadline. */
    static boolean found(Matcher matcher, String of) {
        try {
            return matcher.find();
        } catch (StackOverflowError _) {
            throw new WorkloadException(
                    "the pattern of %s goes too deep on this output; make it simpler".formatted(of));
        }
    }

    @Override
    public char charAt(int index) {
        if (++looks % EVERY == 0 && System.nanoTime() > end) {
            throw new WorkloadException(
                    "the pattern of %s takes longer than 2 s on this output; make it simpler".formatted(of));
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int stop) {
        return text.subSequence(start, stop);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
