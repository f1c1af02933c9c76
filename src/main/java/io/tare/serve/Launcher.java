package io.tare.serve;

import io.tare.result.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts and stops Tares of this server's own, one at a time: two would disturb each other. Safe for use by several threads. */
final class Launcher implements AutoCloseable {
    private static final int REMEMBERED = 50;
    /** What a run does after its folder says that it is cut off: its report, and the end of its process. */
    private static final Duration LAST_STEPS = Duration.ofSeconds(20);
    /** As long as a run itself waits for all to be undone. */
    private static final Duration IN_ORDER = Duration.ofMinutes(5);

    private final List<String> tare;
    private final String lab;
    private final Path runs;
    private final Map<String, Ran> started = new LinkedHashMap<>();

    /**
     * @param tare the command that Tare's own arguments follow
     * @param lab that the runs use
     * @param runs the folder for them
     */
    Launcher(List<String> tare, String lab, Path runs) {
        this.tare = List.copyOf(tare);
        this.lab = lab;
        this.runs = runs;
    }

    /**
     * Runs a study and answers the run's name.
     *
     * @param file of the study
     * @param name of the study
     * @param options more of the command line
     */
    synchronized String run(Path file, String name, List<String> options) {
        String run = RunFolder.name(name, LocalDateTime.now(ZoneId.systemDefault()));
        List<String> arguments = new ArrayList<>(
                List.of("run", file.toString(), "--to", runs.resolve(run).toString()));
        arguments.addAll(options);
        return start(run, name, arguments);
    }

    /** Waits for those that were asked to end: their runs are cut off some seconds before the last steps of their processes are done. */
    void awaitStopped() {
        awaitEnd(all().stream().filter(Ran::stopping).toList(), LAST_STEPS);
    }

    /** Goes on with a run that was cut off. */
    String resume(Path folder, String study) {
        return start(String.valueOf(folder.getFileName()), study, List.of("run", "--resume", folder.toString()));
    }

    /** Asks a run of this server's own to end in order; {@link Refusal} where it is none. */
    synchronized void stop(String run) {
        Ran ran = started.get(run);
        if (ran == null || !ran.alive()) {
            throw new Refusal(
                    409,
                    "This page did not start '%s'. It ends in order by Ctrl-C where it was started.".formatted(run));
        }
        ran.stop();
    }

    synchronized Optional<Ran> find(String run) {
        return Optional.ofNullable(started.get(run));
    }

    synchronized List<Ran> all() {
        return List.copyOf(started.values());
    }

    private synchronized String start(String run, String study, List<String> arguments) {
        if (started.values().stream().anyMatch(Ran::alive)) {
            throw new Refusal(409, "A run that this page started is going on; two would disturb each other.");
        }
        List<String> command = new ArrayList<>(tare);
        command.addAll(arguments);
        command.addAll(List.of("--lab", lab));
        try {
            started.remove(run);
            started.put(run, Ran.start(command, run, study));
        } catch (IOException e) {
            throw new Refusal(500, "Tare cannot be started: %s".formatted(e.getMessage()));
        }
        if (started.size() > REMEMBERED) {
            started.remove(started.keySet().iterator().next());
        }
        return run;
    }

    /** Asks what is going on to end in order, and waits for that. */
    @Override
    public void close() {
        List<Ran> alive = all().stream().filter(Ran::alive).toList();
        alive.forEach(Ran::stop);
        awaitEnd(alive, IN_ORDER);
    }

    private static void awaitEnd(List<Ran> ending, Duration each) {
        try {
            for (Ran ran : ending) {
                ran.awaitEnd(each);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
