package io.tare.run;

import io.tare.host.Host;
import io.tare.result.Manifest.ImageFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Tare's image holds, read in a hand made of it. */
final class ImageFactsReader {
    /** The packages whose versions a reader of the results wants to know. */
    private static final List<String> TOLD = List.of(
            "iperf3",
            "memcached",
            "nginx-light",
            "nginx",
            "postgresql",
            "redis-server",
            "sockperf",
            "sysstat",
            "iproute2");

    private ImageFactsReader() {}

    static ImageFacts read(String reference, Host host) {
        Map<String, String> versions = new LinkedHashMap<>();
        host.hand().run("cat", "/usr/share/tare/packages").lines().forEach(line -> {
            String[] parts = line.split(" ", 2);
            if (parts.length == 2 && TOLD.contains(parts[0])) {
                versions.put(parts[0], parts[1]);
            }
        });
        return new ImageFacts(reference, host.engine().imageId(reference).orElse(""), versions);
    }

    /** An image of the user's: what it holds is not known. */
    static ImageFacts foreign(String reference, Host host) {
        return new ImageFacts(reference, host.engine().imageId(reference).orElse(""), Map.of());
    }
}
