package io.tare.load;

import java.util.Arrays;

/** The requests of one connection that are unanswered, oldest first. Times in ns of {@link System#nanoTime()}. */
final class Flight {
    private final Operation[] operations;
    private final long[] intended;
    private final long[] sent;
    private int oldest;
    private int count;
    /** How many of them, the oldest, belong to the time before the measured window. */
    private int foreign;

    Flight(int room) {
        operations = new Operation[room];
        Arrays.fill(operations, Operation.REQUEST);
        intended = new long[room];
        sent = new long[room];
    }

    boolean isEmpty() {
        return count == 0;
    }

    boolean isFull() {
        return count == operations.length;
    }

    int count() {
        return count;
    }

    /** How many were asked within the measured window. */
    int own() {
        return count - foreign;
    }

    void add(Operation operation, long due) {
        int index = index(count++);
        operations[index] = operation;
        intended[index] = due;
    }

    /**
     * All from the {@code first} on went out at {@code now}. One that had no time of its own, because the loop is closed, was intended then.
     */
    void sent(int first, long now) {
        for (int i = first; i < count; i++) {
            int index = index(i);
            sent[index] = now;
            if (intended[index] == Schedule.NONE) {
                intended[index] = now;
            }
        }
    }

    Operation operation() {
        return operations[oldest];
    }

    long intended() {
        return intended[oldest];
    }

    long sent() {
        return sent[oldest];
    }

    /** Whether the oldest was asked within the measured window. */
    boolean owned() {
        return foreign == 0;
    }

    void remove() {
        oldest = index(1);
        count--;
        foreign = Math.max(0, foreign - 1);
    }

    void disown() {
        foreign = count;
    }

    void clear() {
        count = 0;
        foreign = 0;
    }

    private int index(int after) {
        int index = oldest + after;
        return index >= operations.length ? index - operations.length : index;
    }
}
