package io.tare.host;

/** The end of what a program printed, where it tells why it failed: short enough for a message. */
public final class LastWords {
    private static final int MOST = 400;

    private LastWords() {}

    /** At most 400 characters; {@code (no output)} where there is nothing. */
    public static String of(String text) {
        String end = of(text, MOST);
        return end.isEmpty() ? "(no output)" : end;
    }

    /** Of its standard error, or where that is empty of its standard output. */
    public static String of(ExecResult output) {
        return of(output.stderr().isBlank() ? output.stdout() : output.stderr());
    }

    /** At most so many characters, which may be none. */
    public static String of(String text, int most) {
        String stripped = text.strip();
        return stripped.substring(Math.max(0, stripped.length() - most));
    }
}
