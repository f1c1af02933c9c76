package io.tare.serve;

import io.tare.result.RecordedRun;
import io.tare.result.ResultException;
import io.tare.result.RunFolder;
import io.tare.result.Sample;
import io.tare.result.SampleTail;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follows one run's folder for one client, whoever writes it: {@code head} is what its manifest says, {@code now} what it is doing, {@code samples} what
 * came, each with the place in the file as its id; a client that comes back names the last, and gets what it missed. {@code afresh} says that the file is
 * another one now. Belongs to one thread.
 */
final class RunWatch {
    /** Of a long run only the end is sent, in bytes of its file. */
    private static final long MOST = 16 << 20;

    private final Path folder;
    private final RunNow run;
    private final EventStream out;
    private long place;
    private boolean skipped;
    private Stamp stamp = Stamp.NONE;
    private Map<String, Object> told = Map.of();
    private @Nullable RunHead head;
    private @Nullable Upcoming upcoming;
    private @Nullable Sample last;

    /** @param from the place that the client has everything before; -1 where it has nothing */
    RunWatch(Path folder, Launcher launcher, EventStream out, long from) {
        this.folder = folder;
        this.run = new RunNow(folder, launcher);
        this.out = out;
        this.place = from;
    }

    /** Sends what has changed. */
    void look() throws IOException {
        if (!RunList.isRun(folder)) {
            tell(run.tree());
            return;
        }
        if (place < 0) {
            place = SampleTail.before(folder, MOST);
            skipped = place > 0;
        }
        try {
            lookAtManifest();
            RunHead known = head;
            Upcoming next = upcoming;
            if (known != null && next != null) {
                lookAtSamples(known);
                tell(run.tree(known, next, last));
            }
        } catch (ResultException | IllegalArgumentException e) { // a newer Tare knows modes that this one does not
            tell(Map.of("state", "unreadable", "said", String.valueOf(e.getMessage())));
        }
    }

    private void lookAtManifest() throws IOException {
        Stamp seen = Stamp.of(folder, List.of(RunFolder.MANIFEST));
        if (!seen.equals(stamp)) {
            RunHead read = RunHead.of(RecordedRun.manifest(folder));
            head = read;
            upcoming = new Upcoming(read);
            Map<String, Object> tree = new LinkedHashMap<>(read.tree());
            tree.put("skipped", skipped);
            out.send("head", tree);
            stamp = seen;
        }
    }

    private void lookAtSamples(RunHead known) throws IOException {
        for (SampleTail tail = SampleTail.of(folder, place); ; tail = SampleTail.of(folder, place)) {
            if (tail.size() < place) {
                place = SampleTail.before(folder, MOST);
                last = null;
                out.send("afresh", place, Map.of());
            } else if (tail.next() == place) {
                return;
            } else {
                place = tail.next();
                List<Sample> samples = tail.samples();
                last = samples.isEmpty() ? last : samples.getLast();
                out.send(
                        "samples",
                        place,
                        Map.of(
                                "samples",
                                samples.stream()
                                        .map(s -> SampleTree.of(s, known.cells()))
                                        .toList(),
                                "broken",
                                tail.broken()));
            }
        }
    }

    private void tell(Map<String, Object> now) throws IOException {
        if (!now.equals(told)) {
            out.send("now", now);
            told = now;
        }
    }
}
