package io.tare.serve;

import io.tare.result.Manifest;
import io.tare.result.Manifest.Spent;
import io.tare.result.Manifest.State;
import io.tare.result.Progress;
import io.tare.result.RecordedRun;
import io.tare.result.RunFolder;
import io.tare.result.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that takes Tare's command line and writes a run folder as Tare does, from a recorded run and much faster: it needs no root and no lab. SIGTERM
 * ends it in order.
 */
final class FakeTare {
    private FakeTare() {}

    /** Its command: writes a sample each so many ms, of this recorded run. */
    static List<String> command(Path recorded, int pace) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FakeTare.class.getName(),
                recorded.toString(),
                Integer.toString(pace));
    }

    public static void main(String[] arguments) throws Exception {
        List<String> given = new ArrayList<>(List.of(arguments));
        RecordedRun recorded = RecordedRun.read(Path.of(given.removeFirst()));
        int pace = Integer.parseInt(given.removeFirst());
        if (given.contains("--samples")) {
            System.out.println("This machine cannot hold a lab: <b>no room</b>");
            System.exit(4);
        }
        boolean resumes = given.contains("--resume");
        Path folder = Path.of(given.get(given.indexOf(resumes ? "--resume" : "--to") + 1));
        Manifest begun = Manifest.begun(
                        "test",
                        "",
                        recorded.manifest().study(),
                        recorded.manifest().seed(),
                        Instant.now())
                .withCells(recorded.manifest().cells());
        Thread worker = Thread.currentThread();
        Thread hook = new Thread(() -> {
            worker.interrupt();
            try {
                worker.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try (RunFolder run = resumes ? RunFolder.resume(folder) : RunFolder.create(folder, begun)) {
            run.write(begun);
            write(run, recorded, resumes ? RecordedRun.read(folder).samples().size() : 0, pace);
            run.write(begun.ended(State.COMPLETE, Instant.now(), new Spent(1, 2)));
            Files.writeString(folder.resolve("report.html"), "<!DOCTYPE html><title>done</title><p>The report</p>");
        } catch (InterruptedException _) {
            try (RunFolder run = RunFolder.resume(folder)) {
                run.write(begun.ended(State.PARTIAL, Instant.now(), new Spent(1, 2)));
            }
        } finally {
            Progress.forget(folder);
        }
    }

    private static void write(RunFolder run, RecordedRun recorded, int from, int pace) throws InterruptedException {
        List<Sample> samples = recorded.samples();
        Progress progress = Progress.NONE.at("connecting the modes");
        progress.write(run.path());
        Thread.sleep(pace);
        for (int i = from; i < samples.size(); i++) {
            progress = progress.ending(Instant.now().plusMillis((long) pace * (samples.size() - i)))
                    .running(new Progress.Running(samples.get(i).cell(), false, i + 1, samples.size(), Instant.now()));
            progress.write(run.path());
            Thread.sleep(pace);
            run.append(samples.get(i));
        }
    }
}
