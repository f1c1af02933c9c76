package io.tare.workload;

/** A text that a regular expression may look at for 2 s: a user's pattern that backtracks without end fails instead of hanging. */
final class Deadline implements CharSequence {
    private static final long NANOS = 2_000_000_000L;
    private static final int EVERY = 4096;

    private final CharSequence text;
    private final String metric;
    private final long end;
    private int looks;

    Deadline(CharSequence text, String metric) {
        this(text, metric, System.nanoTime() + NANOS);
    }

    private Deadline(CharSequence text, String metric, long end) {
        this.text = text;
        this.metric = metric;
        this.end = end;
    }

    @Override
    public char charAt(int index) {
        if (++looks % EVERY == 0 && System.nanoTime() > end) {
            throw new WorkloadException(
                    "the pattern of %s takes longer than 2 s on this output; make it simpler".formatted(metric));
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
