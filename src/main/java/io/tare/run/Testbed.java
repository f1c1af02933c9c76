package io.tare.run;

import io.tare.host.Host;
import io.tare.result.Manifest.ImageFacts;
import java.util.List;
import java.util.Objects;

/**
 * What a study runs on, ready: hosts whose Engines have the image.
 *
 * @param name what its containers are labelled with
 * @param server the host that serves
 * @param client the host that asks
 * @param notes what a reader of the results has to know of it
 */
public record Testbed(String name, Host server, Host client, ImageFacts image, List<String> notes) {
    public Testbed {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(server, "server is null");
        Objects.requireNonNull(client, "client is null");
        Objects.requireNonNull(image, "image is null");
        notes = List.copyOf(notes);
    }

    List<Host> hosts() {
        return List.of(server, client);
    }
}
