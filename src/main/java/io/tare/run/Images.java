package io.tare.run;

import io.tare.host.UserImage;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The images a study's containers run: Tare's own, and those that the study or a workload names, put into the hosts when first asked for. */
final class Images {
    private final Testbed testbed;
    private final Map<String, String> references = new HashMap<>();

    Images(Testbed testbed) {
        this.testbed = testbed;
    }

    /** The name an image has on the hosts; null asks for the testbed's. {@link io.tare.host.HostException} where it cannot be had. */
    String of(@Nullable String named) {
        String own = testbed.image().reference();
        if (named == null || named.equals(own)) {
            return own;
        }
        String known = references.get(named);
        if (known == null) {
            known = new UserImage(named).into(testbed.hosts());
            references.put(named, known);
        }
        return known;
    }
}
