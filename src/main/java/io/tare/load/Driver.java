package io.tare.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.IoRegistration;
import io.netty.channel.ManualIoEventLoop;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One thread of the load and its share of the connections, on an epoll loop of its own. Ends by itself when the window does. */
final class Driver implements Runnable {
    /** What one read takes at most, in bytes. */
    private static final int READ = 64 * 1024;
    /** Between two looks at timeouts and closed connections, in ns. */
    private static final long TICK = 10_000_000;
    /** A sleep shorter than this, in ns, is not worth its system call: the thread polls until then. */
    private static final long SPIN = 5_000;

    private final Target target;
    private final Plan plan;
    private final Window window;
    private final int index;
    private final Tally tally = new Tally();
    private final List<Connection> connections = new ArrayList<>();
    private final ByteBuf in = Unpooled.directBuffer(READ, READ);
    private final ByteBuf out = Unpooled.directBuffer(READ);
    private @Nullable ManualIoEventLoop loop;
    private @Nullable Pacer pacer;
    private volatile boolean opened;
    private volatile boolean stopped;
    private volatile @Nullable Throwable broken;
    private volatile long endedAt;

    /** The driver {@code index} of {@code plan.threads()}; it takes every connection whose number leaves that remainder. */
    Driver(Target target, Plan plan, Window window, int index) {
        this.target = target;
        this.plan = plan;
        this.window = window;
        this.index = index;
    }

    @Override
    public void run() {
        try {
            drive();
        } catch (RuntimeException | Error e) {
            broken = e;
        } finally {
            in.release();
            out.release();
        }
    }

    private void drive() {
        TimerSlack.least();
        ManualIoEventLoop epoll = new ManualIoEventLoop(Thread.currentThread(), EpollIoHandler.newFactory());
        loop = epoll;
        for (int number = index; number < plan.connections(); number += plan.threads()) {
            connections.add(new Connection(this, plan, number));
        }
        Pacer turns = new Pacer(connections.toArray(Connection[]::new), plan);
        pacer = turns;
        try {
            load(epoll, turns);
        } finally {
            connections.forEach(Connection::close);
            Future<?> ended = epoll.shutdownGracefully(0, 0, TimeUnit.SECONDS);
            while (!ended.isDone()) {
                epoll.runNow();
            }
        }
    }

    private void load(ManualIoEventLoop epoll, Pacer turns) {
        boolean measuring = false;
        long now = System.nanoTime();
        begin(now, Long.MAX_VALUE, turns);
        long tick = now;
        while (now < window.until() && !stopped) {
            if (!measuring && now >= window.from()) {
                measuring = true;
                tally.begin();
                begin(window.from(), plan.requests(), turns);
            }
            if (now >= tick) {
                for (Connection connection : connections) {
                    connection.tick(now);
                }
                tick = now + TICK;
                if (measuring && connections.stream().allMatch(Connection::spent)) {
                    break;
                }
            }
            long due = Math.min(turns.send(now), Math.min(tick, measuring ? window.until() : window.from()));
            long wait = due - System.nanoTime();
            tally.pauses.sleepUntil(due);
            epoll.run(wait > SPIN ? wait : -1, -1);
            now = System.nanoTime();
            tally.pauses.running(now);
        }
        endedAt = now;
        for (Connection connection : connections) {
            connection.end(now);
        }
    }

    private void begin(long start, long requests, Pacer turns) {
        for (Connection connection : connections) {
            connection.begin(start, requests);
        }
        turns.begin();
        if (plan.closedLoop()) {
            for (Connection connection : connections) {
                connection.send(start);
            }
        }
    }

    /** Ends it early. Any thread. */
    void stop() {
        stopped = true;
    }

    /** Whether a connection was ever made. Any thread. */
    boolean everOpened() {
        return opened;
    }

    /** What ended it, where that was not the window. Any thread. */
    @Nullable
    Throwable broken() {
        return broken;
    }

    /** When it ended, in ns of {@link System#nanoTime()}. */
    long endedAt() {
        return endedAt;
    }

    /** To be read when the thread has ended. */
    Tally tally() {
        return tally;
    }

    Target target() {
        return target;
    }

    /** What is read goes here; its content is good until the next read. */
    ByteBuf in() {
        return in;
    }

    /** What is to be written is put together here. */
    ByteBuf out() {
        return out;
    }

    void opened() {
        if (!opened) {
            opened = true;
        }
    }

    void roomMade() {
        if (pacer != null) {
            pacer.roomMade();
        }
    }

    /** Registers a connection with the epoll loop. */
    IoRegistration register(EpollIoHandle connection) {
        ManualIoEventLoop epoll = Objects.requireNonNull(loop, "the loop has not begun");
        return epoll.register(connection).getNow();
    }
}
