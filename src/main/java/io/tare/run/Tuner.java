package io.tare.run;

import io.tare.host.Container;
import io.tare.host.HostException;
import io.tare.host.HostInterrupted;
import io.tare.study.Choice;
import io.tare.tuning.Applied;
import io.tare.tuning.Ground;
import io.tare.tuning.GroundReader;
import io.tare.tuning.Prepared;
import io.tare.tuning.TuningContradiction;
import io.tare.tuning.TuningUnavailable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the hosts in the tuning of the trial that runs. A tuning belongs to a station, whose containers' devices it sets: going to another station or
 * tuning takes the old one back first; going to the same one costs nothing.
 */
final class Tuner implements AutoCloseable {
    private final Testbed testbed;
    private final Map<String, Choice> tunings = new HashMap<>();
    private final Consumer<String> says;
    private final Map<Place, Prepared> prepared = new HashMap<>();
    private final Map<String, List<Ground>> grounds = new HashMap<>();
    private @Nullable Place standing;
    private @Nullable Applied applied;

    /** {@code containers} tells a station whose server was started again from what it was. */
    private record Place(String containers, String tuning) {}

    /** {@code says} takes one line for each thing worth knowing. */
    Tuner(Testbed testbed, List<Choice> tunings, Consumer<String> says) {
        this.testbed = testbed;
        this.says = says;
        tunings.forEach(this::know);
    }

    /** Adds a tuning to those that {@link #to} knows. */
    void know(Choice tuning) {
        tunings.put(tuning.name(), tuning);
    }

    /** Why a mode cannot have a tuning, found by applying it to one of the mode's stations and taking it back; empty where it can. */
    Optional<String> obstacle(Station station, String mode, Choice tuning) {
        if (untouched(tuning)) {
            return Optional.empty();
        }
        Optional<String> refusal = testbed.consent().refusal(testbed.hosts());
        if (refusal.isPresent()) {
            return refusal;
        }
        try {
            Prepared found = prepared(station, tuning);
            found.without()
                    .forEach(what ->
                            says.accept("tuning %s of %s does without: %s".formatted(tuning.name(), mode, what)));
            says.accept(
                    found.changes() == 0
                            ? "tuning %s changes nothing for %s: the hosts have these values already"
                                    .formatted(tuning.name(), mode)
                            : "tuning %s changes %d settings for %s".formatted(tuning.name(), found.changes(), mode));
            return Optional.empty();
        } catch (HostInterrupted e) {
            throw e;
        } catch (TuningContradiction e) {
            throw new RunException(
                    "The tuning '%s' contradicts itself: %s".formatted(tuning.name(), e.getMessage()), e);
        } catch (TuningUnavailable e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (HostException e) {
            return Optional.of("it could not be applied: " + e.getMessage());
        }
    }

    /** How many settings a tuning that has no obstacle changes for a station. */
    int changes(Station station, Choice tuning) {
        return untouched(tuning) ? 0 : prepared(station, tuning).changes();
    }

    /** Puts the hosts into the tuning of that name for a station; {@link HostException} where it is not taken, and the hosts are untouched then. */
    void to(Station station, String name) {
        Choice tuning = tunings.get(name);
        if (tuning == null) {
            throw new IllegalArgumentException("no tuning " + name);
        }
        Place wanted = new Place(containers(station), name);
        if (wanted.equals(standing)) {
            return;
        }
        close();
        if (untouched(tuning)) {
            return;
        }
        try {
            applied = prepared(station, tuning).apply();
            standing = wanted;
        } catch (HostException e) {
            forget(wanted); // what it was worked out from may be past
            throw e;
        }
    }

    /** Takes back what stands. */
    @Override
    public void close() {
        Applied old = applied;
        applied = null;
        standing = null;
        try {
            if (old != null) {
                old.close();
            }
        } finally {
            testbed.hosts().forEach(host -> host.remarks().forEach(says));
        }
    }

    private Prepared prepared(Station station, Choice tuning) {
        Place place = new Place(containers(station), tuning.name());
        Prepared known = prepared.get(place);
        if (known == null) {
            known = Prepared.on(tuning, grounds.computeIfAbsent(place.containers(), _ -> grounds(station)));
            prepared.put(place, known);
        }
        return known;
    }

    private void forget(Place place) {
        prepared.remove(place);
        grounds.remove(place.containers());
    }

    /** The client's host first: it tells the address that the server sees. */
    private List<Ground> grounds(Station station) {
        Container server = station.server();
        if (server == null) {
            throw new HostException("the server of %s does not run".formatted(station.name()));
        }
        String asking = testbed.client().address();
        String asked = testbed.server().address();
        GroundReader.Seen client =
                GroundReader.ofClient(testbed.client(), pid(station.client()), station.address(), asked);
        return List.of(
                GroundReader.ofServer(testbed.server(), pid(server), station.address(), client.source(), asking),
                client.ground());
    }

    private static long pid(Container container) {
        long pid = container.state().pid();
        if (pid == 0) {
            throw new HostException("container %s does not run".formatted(container.name()));
        }
        return pid;
    }

    private static String containers(Station station) {
        Container server = station.server();
        return "%s\n%s"
                .formatted(server == null ? "" : server.id(), station.client().id());
    }

    private static boolean untouched(Choice tuning) {
        return tuning.kind().equals("none");
    }
}
