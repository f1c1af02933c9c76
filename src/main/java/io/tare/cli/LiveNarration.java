package io.tare.cli;

import io.tare.run.Event;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A line that moves, on a terminal: how far, which cell, the last value, the time left; steps and trouble stand above it. */
final class LiveNarration implements Narration {
    private final PrintWriter out;
    private final int width;
    private volatile double secondsLeft;
    private String last = "";
    private @Nullable ProgressBar bar;

    LiveNarration(PrintWriter out, int width) {
        this.out = out;
        this.width = width;
    }

    @Override
    public void accept(Event event) {
        switch (event) {
            case Event.Begun b -> {
                say(event);
                secondsLeft = b.expectedSeconds();
                bar = new ProgressBarBuilder()
                        .setTaskName("trials")
                        .setInitialMax(b.trials())
                        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                        // the preset consumer opens a JLine terminal, which takes SIGINT away from the JVM
                        .setConsumer(new ConsoleProgressBarConsumer(
                                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                                width))
                        .setUpdateIntervalMillis(500)
                        .setEtaFunction(state -> Optional.of(Duration.ofSeconds(Math.round(secondsLeft))))
                        .clearDisplayOnFinish()
                        .build();
            }
            case Event.TrialBegun t -> show("%s%s  %s".formatted(t.cell(), t.warmup() ? " (warm-up)" : "", last));
            case Event.TrialEnded t -> {
                secondsLeft = t.secondsLeft();
                last = "last: " + Narration.found(t.sample());
                ProgressBar current = bar;
                if (current != null) {
                    current.stepTo(t.number());
                }
            }
            case Event.Ended _ -> close();
            case Event.Step _, Event.Unavailable _, Event.GivenUp _ -> say(event);
        }
    }

    @Override
    public void close() {
        ProgressBar current = bar;
        if (current != null) {
            current.close();
            bar = null;
        }
    }

    private void show(String what) {
        ProgressBar current = bar;
        if (current != null) {
            current.setExtraMessage(" " + what);
        }
    }

    private void say(Event event) {
        String line = PlainNarration.line(event);
        out.print(bar == null ? line + "\n" : "\r\u001b[K" + line + "\n");
        out.flush();
    }
}
