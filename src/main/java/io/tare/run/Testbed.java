package io.tare.run;

import io.tare.host.Host;
import io.tare.host.HostException;
import io.tare.host.HostInterrupted;
import io.tare.result.Manifest.ImageFacts;
import io.tare.study.Placement;
import io.tare.tuning.Consent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;

/**
 * What a study runs on, ready: hosts whose Engines have the image.
 *
 * @param name what its containers are labelled with
 * @param server the host that serves
 * @param client the host that asks; the server's itself where both containers stand on one
 * @param notes what a reader of the results has to know of it
 * @param consent whether kernel settings of the hosts may be changed where they are the user's own machines
 * @param ephemeral whether the hosts are virtual machines that end with the run, and with them all that was changed there: nothing is undone piece by piece
 */
public record Testbed(
        String name,
        Host server,
        Host client,
        ImageFacts image,
        List<String> notes,
        Consent consent,
        boolean ephemeral) {
    public Testbed {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(server, "server is null");
        Objects.requireNonNull(client, "client is null");
        Objects.requireNonNull(image, "image is null");
        notes = List.copyOf(notes);
        Objects.requireNonNull(consent, "consent is null");
    }

    /** One whose hosts may be changed where they are a lab's. */
    public Testbed(String name, Host server, Host client, ImageFacts image, List<String> notes) {
        this(name, server, client, image, notes, new Consent(false), false);
    }

    /** The same, with what the user said of changing kernel settings. */
    public Testbed allowing(Consent said) {
        return new Testbed(name, server, client, image, notes, said, ephemeral);
    }

    /** The same, whose hosts end with the run where {@code so}. */
    Testbed endingWithRun(boolean so) {
        return new Testbed(name, server, client, image, notes, consent, so);
    }

    /** The same with both roles on the server's host where the placement wants that. */
    public Testbed placed(Placement placement) {
        if (placement == Placement.TWO_HOSTS) {
            return this;
        }
        List<String> told = new ArrayList<>(notes);
        told.add(
                ("Server and client stand on one host, %s: what they send each other never leaves it, and the underlay carries nothing. "
                                + "The CPU figures, cpu.host, are that host's and cover both sides.")
                        .formatted(server.name()));
        return new Testbed(name, server, server, image, told, consent, ephemeral);
    }

    /** {@link RunException} where the Engine of a host answers no more. {@code goOn} is the command that goes on with the run. */
    void requireAnswer(String goOn) {
        for (Host host : hosts()) {
            try {
                host.engine().facts();
            } catch (HostInterrupted e) {
                throw e;
            } catch (HostException e) {
                String last = host.lastWords();
                throw new RunException(
                        "The Engine of %s stopped during the run. What was measured is kept; once it is back: %s%n%s%s"
                                .formatted(host.name(), goOn, e.getMessage(), last.isEmpty() ? "" : "\n" + last),
                        e);
            }
        }
    }

    /** The hosts, each once. */
    List<Host> hosts() {
        return server.equals(client) ? List.of(server) : List.of(server, client);
    }

    /**
     * The hosts by what they do in a trial: {@code client} and {@code server}; or {@code host}, which is both. What one host spends cannot be told
     * apart by side, so it has one name.
     */
    public SequencedMap<String, Host> roles() {
        SequencedMap<String, Host> roles = new LinkedHashMap<>();
        if (server.equals(client)) {
            roles.put("host", server);
        } else {
            roles.put("client", client);
            roles.put("server", server);
        }
        return roles;
    }
}
