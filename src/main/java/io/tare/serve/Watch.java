package io.tare.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one client is told as it happens: the list when it changes, and of the run that it looks at what {@link RunWatch} says. Files are looked at twice a
 * second, by size and time alone where they did not change.
 */
record Watch(RunList list, Launcher launcher, @Nullable Path run, long from) {
    private static final long PAUSE = 500;
    /** The list is looked at so many times less often than the run. */
    private static final int SELDOM = 4;

    /** As the client asks; {@link Refusal} where there is no such run. */
    static Watch of(Asked asked, NamedFolder runs, RunList list, Launcher launcher) {
        String name = asked.query().get("run");
        Path run = name == null
                ? null
                : runs.find(name)
                        .orElseGet(() -> launcher.find(name)
                                .map(ran -> runs.folder().resolve(ran.run()))
                                .orElseThrow(() -> Refusal.notFound("There is no run '%s' here.".formatted(name))));
        return new Watch(list, launcher, run, from(asked));
    }

    /** Until the client goes. */
    void follow(EventStream stream) throws IOException, InterruptedException {
        RunWatch watched = run == null ? null : new RunWatch(run, launcher, stream, from);
        List<Map<String, Object>> told = List.of();
        for (long look = 0; ; look++) {
            if (look % SELDOM == 0) {
                List<Map<String, Object>> now = list.tree();
                if (look == 0 || !now.equals(told)) {
                    stream.send("runs", now);
                    told = now;
                }
            }
            if (watched != null) {
                watched.look();
            }
            stream.beat();
            Thread.sleep(PAUSE);
        }
    }

    /** Where the client was; a browser that comes back by itself says it in a header. */
    private static long from(Asked asked) {
        String id = asked.header("Last-Event-ID");
        String given = id != null ? id : asked.query().getOrDefault("from", "-1");
        return given.matches("\\d{1,15}") ? Long.parseLong(given) : -1;
    }
}
