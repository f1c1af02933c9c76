package io.tare.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.IoEvent;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoEvent;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.channel.unix.FileDescriptor;
import java.io.IOException;

/**
 * One connection of the load: sends what is due, reads answers, and is opened anew when it drops. It sits on Netty's epoll loop without a
 * channel or a pipeline. Used by its driver's thread alone.
 */
final class Connection implements EpollIoHandle {
    private enum State {
        CLOSED,
        CONNECTING,
        OPEN
    }

    /** In ns. */
    private static final long BACK_OFF = 100_000_000;

    private final Driver driver;
    private final Plan plan;
    private final Tally tally;
    private final Conversation conversation;
    private final Flight flight;
    private final Schedule schedule;
    private final Wire wire = new Wire();
    private State state = State.CLOSED;
    private long openedAt;
    private long reopenAt = Long.MIN_VALUE;
    private boolean answeredSinceOpen;
    private long budget;

    Connection(Driver driver, Plan plan, int number) {
        this.driver = driver;
        this.plan = plan;
        this.tally = driver.tally();
        this.conversation = plan.conversation().apply(number);
        this.flight = new Flight(plan.pipeline());
        this.schedule = Schedule.of(plan, number);
    }

    /** Begins its schedule at {@code start}, with {@code requests} to make; what is in flight belongs to the time before. */
    void begin(long start, long requests) {
        schedule.begin(start);
        budget = requests;
        if (!plan.closedLoop() || requests != Long.MAX_VALUE) {
            flight.disown();
        }
    }

    /** When its request of that round is due, whether or not it was sent by then. */
    long dueInRound(long round) {
        return schedule.at(round);
    }

    /** All requests made and answered. */
    boolean spent() {
        return budget <= 0 && flight.isEmpty();
    }

    /** Looks after timeouts and closed connections; called some hundred times a second. */
    void tick(long now) {
        switch (state) {
            case CLOSED -> {
                if (now >= reopenAt && budget > 0) {
                    open(now);
                }
            }
            case CONNECTING -> {
                if (now - openedAt > plan.timeout().toNanos()) {
                    tally.failed(Failure.CONNECT, 1, "no connection within the timeout");
                    drop(now);
                }
            }
            case OPEN -> {
                if (!flight.isEmpty() && now - flight.sent() > plan.timeout().toNanos()) {
                    tally.failed(Failure.TIMEOUT, flight.count(), "no whole answer within the timeout");
                    drop(now);
                }
            }
        }
    }

    /** Sends what is due at {@code now}, as far as the connection is open and the pipeline has room. Whether there was any. */
    boolean send(long now) {
        if (state != State.OPEN || wire.blocked() || flight.isFull() || budget <= 0 || schedule.due() > now) {
            return false;
        }
        ByteBuf out = driver.out().clear();
        int first = flight.count();
        do {
            flight.add(conversation.ask(out), schedule.next());
            budget--;
        } while (!flight.isFull() && budget > 0 && schedule.due() <= now);
        long sent = System.nanoTime();
        flight.sent(first, sent);
        write(out, sent);
        return true;
    }

    @Override
    public void handle(IoRegistration registration, IoEvent event) {
        EpollIoOps ops = ((EpollIoEvent) event).ops();
        if (state == State.CONNECTING) {
            connected();
        } else if (state == State.OPEN) {
            if (wire.blocked() && ops.contains(EpollIoOps.EPOLLOUT)) {
                writeOn();
            }
            if (ops.value() != EpollIoOps.EPOLLOUT.value()) {
                readAll(ops.contains(EpollIoOps.EPOLLRDHUP));
            }
        }
    }

    @Override
    public FileDescriptor fd() {
        return wire.fileDescriptor();
    }

    @Override
    public void close() {
        state = State.CLOSED;
        wire.close();
    }

    /** What is unanswered when the load ends. */
    void end(long now) {
        tally.inFlight += flight.own();
        if (flight.own() > 0) {
            tally.oldestInFlight = Math.max(tally.oldestInFlight, now - flight.sent());
        }
        tally.unsent += Math.min(budget, schedule.overdue(now));
        close();
    }

    private void open(long now) {
        openedAt = now;
        answeredSinceOpen = false;
        conversation.restart();
        state = State.CONNECTING;
        try {
            boolean done = wire.connect(driver.target().address(), this, driver::register);
            if (done) {
                connected();
            }
        } catch (IOException | RuntimeException e) {
            tally.failed(Failure.CONNECT, 1, String.valueOf(e.getMessage()));
            drop(now);
        }
    }

    private void connected() {
        try {
            if (wire.finishConnect()) {
                state = State.OPEN;
                driver.opened();
                sendOrWait(System.nanoTime());
            }
        } catch (IOException e) {
            tally.failed(Failure.CONNECT, 1, String.valueOf(e.getMessage()));
            drop(System.nanoTime());
        }
    }

    /** Reads what is there. A read that does not fill the buffer has emptied the socket; only where the peer has ended is there its end to read. */
    private void readAll(boolean ended) {
        ByteBuf in = driver.in();
        int received = in.capacity();
        while (state == State.OPEN && received > 0 && (ended || received == in.capacity())) {
            try {
                received = wire.receive(in);
            } catch (IOException e) {
                ended(String.valueOf(e.getMessage()));
                return;
            }
            long now = System.nanoTime();
            tally.pauses.running(now);
            if (received < 0) {
                ended("the server closed the connection before the whole answer");
            } else if (received > 0) {
                tally.receivedBytes += received;
                understand(in, now);
            }
        }
        sendOrWait(System.nanoTime());
    }

    private void sendOrWait(long now) {
        if (!send(now)) {
            driver.roomMade();
        }
    }

    private void understand(ByteBuf in, long now) {
        while (in.isReadable()) {
            if (flight.isEmpty()) {
                tally.failed(Failure.PROTOCOL, 1, "bytes that nobody asked for");
                drop(now);
                return;
            }
            Answer answer = conversation.read(in, flight.operation());
            if (answer == Answer.MORE) {
                return;
            }
            take(answer, now);
            if (answer == Answer.GARBAGE || conversation.closing()) {
                over(now);
                return;
            }
        }
    }

    private void take(Answer answer, long now) {
        if (flight.owned()) {
            switch (answer) {
                case RIGHT, HIT, MISS -> {
                    tally.answered(flight.operation(), answer, flight.intended(), flight.sent(), now);
                    answeredSinceOpen = true;
                }
                case WRONG_STATUS -> tally.failed(Failure.STATUS, conversation);
                case WRONG_LENGTH -> tally.failed(Failure.LENGTH, conversation);
                case GARBAGE -> tally.failed(Failure.PROTOCOL, conversation);
                case MORE -> throw new IllegalStateException("no answer");
            }
        }
        flight.remove();
    }

    /** The peer has closed or reset the connection. */
    private void ended(String how) {
        long now = System.nanoTime();
        if (!flight.isEmpty()) {
            Answer answer = conversation.end();
            if (answer != Answer.MORE) {
                take(answer, now);
            }
        }
        if (!flight.isEmpty()) {
            tally.failed(Failure.READ, flight.count(), how);
        }
        over(now);
    }

    private void over(long now) {
        drop(now);
        if (reopenAt <= now && budget > 0) {
            open(now);
        }
    }

    /** Closes; to be opened again at once where it has served, and after a while where it has not. */
    private void drop(long now) {
        boolean served = answeredSinceOpen;
        if (state != State.CLOSED && state != State.CONNECTING) {
            tally.reopened++;
        }
        close();
        flight.clear();
        reopenAt = served ? now : now + BACK_OFF;
    }

    private void write(ByteBuf out, long now) {
        try {
            tally.sentBytes += wire.send(out);
        } catch (IOException e) {
            unwritable(e, now);
        }
    }

    private void writeOn() {
        try {
            tally.sentBytes += wire.sendRest();
        } catch (IOException e) {
            unwritable(e, System.nanoTime());
        }
    }

    private void unwritable(IOException e, long now) {
        tally.failed(Failure.WRITE, flight.count(), String.valueOf(e.getMessage()));
        drop(now);
    }
}
