package io.tare.cli;

/** What a command's exit code says. The list stands in docs/command-line.md too. */
final class ExitCode {
    static final int DONE = 0;
    /** Something failed on the way: an Engine, a disk, a run that ended before its last trial. */
    static final int FAILED = 1;
    /** The command line or the study cannot be understood. Nothing was changed. */
    static final int BAD_INPUT = 2;
    /**
     * Done, and the answer is that something is not as it was asked for: a comparison beyond what {@code --fail-on} allows, settings that do
     * not hold, or were left to others.
     */
    static final int DIFFERS = 3;
    /** This machine or testbed lacks something that is needed. Nothing was changed. */
    static final int LACKING = 4;
    /** Another Tare uses the lab or writes the run. */
    static final int BUSY = 5;
    /** Ended by Ctrl-C, as a shell counts it. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
