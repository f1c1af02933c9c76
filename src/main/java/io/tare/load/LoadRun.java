package io.tare.load;

import io.netty.channel.epoll.Epoll;
import io.netty.util.concurrent.FastThreadLocalThread;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Puts a load on and waits for its end, which always comes: the threads stop by the clock, whatever the server does. */
final class LoadRun {
    /** How long the threads may take to notice that the window has ended, in ms. */
    private static final long GRACE = 3_000;

    private static final long LOOK = 100;

    private final Target target;
    private final Plan plan;
    private final Window window;
    private final List<Driver> drivers;
    private final List<Thread> threads = new ArrayList<>();

    private LoadRun(Target target, Plan plan) {
        this.target = target;
        this.plan = plan;
        this.window = Window.beginningAt(System.nanoTime(), plan);
        this.drivers = IntStream.range(0, plan.threads())
                .mapToObj(index -> new Driver(target, plan, window, index))
                .toList();
    }

    /**
     * Puts the plan on the target. Throws {@link LoadException} where no connection could be made at all, which is known after the timeout and a second, or
     * where the generator itself broke.
     */
    static Outcome of(Target target, Plan plan) {
        if (!Epoll.isAvailable()) {
            throw new LoadException(
                    "Netty's native epoll could not be loaded: %s. The generators run on Linux on x86-64 and aarch64."
                            .formatted(Epoll.unavailabilityCause().getMessage()),
                    Epoll.unavailabilityCause());
        }
        return new LoadRun(target, plan).run();
    }

    private Outcome run() {
        for (Driver driver : drivers) {
            // Netty looks up the running loop at every turn, which is an array access on a thread of its own kind
            Thread thread = new FastThreadLocalThread(driver, "load-" + threads.size());
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        OwnCost.load();
        boolean running = await(window.from());
        Instant started = Instant.now();
        OwnCost before = OwnCost.now();
        if (running) {
            await(window.until());
        }
        OwnCost cost = OwnCost.now().since(before);
        end();
        return outcome(started, cost);
    }

    /** Waits until {@code time}; false where all threads have ended before. */
    private boolean await(long time) {
        long hopeless = window.start() + plan.timeout().toNanos() + 1_000_000_000;
        try {
            for (long now = System.nanoTime(); now < time; now = System.nanoTime()) {
                long millis = Math.min(LOOK, (time - now) / 1_000_000 + 1);
                Thread waited =
                        threads.stream().filter(Thread::isAlive).findFirst().orElse(null);
                if (waited == null) {
                    return false;
                }
                waited.join(millis);
                if (now > hopeless && drivers.stream().noneMatch(Driver::everOpened)) {
                    drivers.forEach(Driver::stop);
                }
            }
            return true;
        } catch (InterruptedException _) {
            drivers.forEach(Driver::stop);
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void end() {
        boolean interrupted = Thread.interrupted();
        long deadline = System.nanoTime() + GRACE * 1_000_000;
        for (Thread thread : threads) {
            try {
                thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
            throw new LoadException("The load was interrupted before its end; nothing was measured.");
        }
        if (threads.stream().anyMatch(Thread::isAlive)) {
            throw new LoadException(
                    "The load's threads were still busy %d s after its end: the machine is overloaded. Use fewer connections or a lower rate."
                            .formatted(GRACE / 1000));
        }
    }

    private Outcome outcome(Instant started, OwnCost cost) {
        Tally tally = new Tally();
        long ended = window.from();
        for (Driver driver : drivers) {
            Throwable broken = driver.broken();
            if (broken != null) {
                throw new LoadException("The generator broke: %s. Please report this.".formatted(broken), broken);
            }
            tally.add(driver.tally());
            ended = Math.max(ended, driver.endedAt());
        }
        if (drivers.stream().noneMatch(Driver::everOpened)) {
            Map<Failure, String> said = tally.firstSaid;
            throw new LoadException(
                    "No connection to %s could be made: %s. Check that the server runs and listens there."
                            .formatted(target, said.values().stream().distinct().collect(Collectors.joining("; "))));
        }
        double offered = switch (plan.pace()) {
            case Pace.Max() -> Double.NaN;
            case Pace.Constant(double perSecond) -> perSecond;
        };
        return new Outcome(started, (ended - window.from()) / 1e9, offered, tally, cost);
    }
}
