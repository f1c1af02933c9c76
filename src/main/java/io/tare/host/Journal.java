package io.tare.host;

/**
 * A host's list of changes that are not undone yet, kept in a file on the machine that Tare runs on. A change is made so:
 * {@code var entry = journal.before(undo); change(); … entry.close();}. Safe for use by several threads.
 */
public interface Journal {
    /** Writes an undo down and flushes it to the disk before it returns. Closing the entry carries the undo out and strikes it off. */
    Entry before(Undo undo);

    /** Carries out what is left, newest first, and answers how many there were. What cannot be undone stays in the journal. */
    int replay();

    /** How many changes are not undone. */
    int left();

    /** A change that stands in the journal until closed. Closing twice does nothing. */
    interface Entry extends AutoCloseable {
        @Override
        void close();
    }
}
