package io.tare.load;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** What is counted. Written by one thread while the load is on, and read after that thread has ended. */
final class Tally {
    final Map<Operation, Latency> latencies = new EnumMap<>(Operation.class);
    final Map<Failure, String> firstSaid = new EnumMap<>(Failure.class);
    final Pauses pauses = new Pauses();
    private final Map<Failure, Long> failures = new EnumMap<>(Failure.class);
    private final Latency request = new Latency();
    private final Latency set = new Latency();
    private final Latency get = new Latency();
    long sentBytes;
    long receivedBytes;
    long hits;
    long misses;
    long reopened;
    long inFlight;
    long oldestInFlight;
    long unsent;
    long warmUpFailures;

    Tally() {
        latencies.put(Operation.REQUEST, request);
        latencies.put(Operation.SET, set);
        latencies.put(Operation.GET, get);
    }

    /** A right answer. Times in ns of {@link System#nanoTime()}. */
    void answered(Operation operation, Answer answer, long intended, long sent, long received) {
        if (answer == Answer.HIT) {
            hits++;
        } else if (answer == Answer.MISS) {
            misses++;
        }
        latency(operation).record(intended, sent, received);
    }

    void failed(Failure failure, long count, String said) {
        failures.merge(failure, count, Long::sum);
        firstSaid.putIfAbsent(failure, said);
    }

    /** The answer just read was wrong. */
    void failed(Failure failure, Conversation conversation) {
        failures.merge(failure, 1L, Long::sum);
        if (!firstSaid.containsKey(failure)) {
            firstSaid.put(failure, conversation.detail());
        }
    }

    long failures(Failure failure) {
        return failures.getOrDefault(failure, 0L);
    }

    long failures() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Right answers. */
    long answers() {
        long all = 0;
        for (Latency latency : latencies.values()) {
            all += latency.raw().getTotalCount();
        }
        return all;
    }

    Latency latency(Operation operation) {
        return switch (operation) {
            case REQUEST -> request;
            case SET -> set;
            case GET -> get;
        };
    }

    /** What outputs show: the latency of each operation that was asked for, and before them {@code all} where there is more than one. */
    SequencedMap<String, Latency> byName() {
        SequencedMap<String, Latency> named = new LinkedHashMap<>();
        latencies.forEach((operation, latency) -> {
            if (latency.raw().getTotalCount() > 0) {
                named.put(operation.word(), latency);
            }
        });
        if (!named.containsKey(Operation.REQUEST.word())) {
            Latency all = new Latency();
            named.values().forEach(all::add);
            named.putFirst("all", all);
        }
        return named;
    }

    /** The measured window begins: forgets all but how many errors came before, and what the first ones said. */
    void begin() {
        warmUpFailures = failures();
        failures.clear();
        latencies.values().forEach(Latency::clear);
        pauses.clear();
        sentBytes = 0;
        receivedBytes = 0;
        hits = 0;
        misses = 0;
        reopened = 0;
    }

    void add(Tally other) {
        other.failures.forEach((failure, count) -> failures.merge(failure, count, Long::sum));
        other.firstSaid.forEach(firstSaid::putIfAbsent);
        latencies.forEach((operation, latency) -> latency.add(other.latency(operation)));
        pauses.add(other.pauses);
        sentBytes += other.sentBytes;
        receivedBytes += other.receivedBytes;
        hits += other.hits;
        misses += other.misses;
        reopened += other.reopened;
        inFlight += other.inFlight;
        oldestInFlight = Math.max(oldestInFlight, other.oldestInFlight);
        unsent += other.unsent;
        warmUpFailures += other.warmUpFailures;
    }
}
