package io.tare.workload;

import java.util.List;

/** A form in which a tool that was run without Tare leaves what it measured. Has no state. */
public interface OutputFormat {
    /** The tool and its form: {@code iperf3 --json}. */
    String name();

    /** Whether a text is of this form, as far as its beginning and its marks say; it may be cut off all the same. */
    boolean fits(String text);

    /** Whether one trial can be several files, one a thread, whose lines belong together. */
    default boolean inParts() {
        return false;
    }

    /** The numbers of the lines, from 1, that such a file cannot have; most forms are read as a whole and have none. */
    default List<Integer> brokenLines(String text) {
        return List.of();
    }

    /**
     * The trials of a text, in its order. {@link WorkloadException} where it is cut off or not as the tool writes it, with what was expected. Broken lines
     * are passed over.
     *
     * @param offered what the tool was told to offer, as operations/s, where the form does not say it itself; 0 where that is not known
     */
    List<FoundTrial> read(String text, double offered);
}
