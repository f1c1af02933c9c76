package io.tare.tuning;

import io.tare.host.Host;
import io.tare.host.HostException;
import io.tare.host.Journal;
import io.tare.host.Uninterrupted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tuning that stands. Closing it gives all settings their old values back, on all hosts at once. Safe for use by several threads. */
public final class Applied implements AutoCloseable {
    private final String name;
    private final Map<Host, List<Journal.Entry>> entries = new LinkedHashMap<>();

    Applied(String name) {
        this.name = name;
    }

    /** Keeps what stands in a host's journal now. */
    synchronized void add(Host host, Journal.Entry entry) {
        entries.computeIfAbsent(host, _ -> new ArrayList<>()).add(entry);
    }

    /** An interrupt waits until it is done. {@link HostException} where a setting cannot be given back; it stays in the host's journal. */
    @Override
    public void close() {
        List<List<Journal.Entry>> open = taken();
        try {
            Uninterrupted.run(() -> Together.each(open, newestFirst -> {
                newestFirst.forEach(Journal.Entry::close);
                return true;
            }));
        } catch (HostException e) {
            throw new HostException("Tuning %s could not be taken back whole: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** As {@link #close}, where {@code because} is on its way already. */
    void undo(RuntimeException because) {
        try {
            close();
        } catch (RuntimeException also) {
            because.addSuppressed(also);
        }
    }

    private synchronized List<List<Journal.Entry>> taken() {
        List<List<Journal.Entry>> open = entries.values().stream()
                .map(made -> List.copyOf(made.reversed()))
                .toList();
        entries.clear();
        return open;
    }
}
