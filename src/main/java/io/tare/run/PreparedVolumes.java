package io.tare.run;

import io.tare.host.Container;
import io.tare.host.ContainerFile;
import io.tare.host.ContainerSpec;
import io.tare.host.Host;
import io.tare.host.HostException;
import io.tare.host.HostInterrupted;
import io.tare.host.Journal;
import io.tare.host.Undo;
import io.tare.study.WorkloadSpec;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code prepare} commands of a study's workloads made, in volumes on the server's host. Each different command is run once a run;
 * workloads with the same share the volume.
 */
final class PreparedVolumes {
    /** Where a container sees it. */
    static final String FOLDER = "/prepared";

    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Testbed testbed;
    private final List<AutoCloseable> made;
    private final Consumer<String> says;
    private final Images images;
    private final Map<Made, String> volumes = new HashMap<>();
    private final Map<Made, HostException> failed = new HashMap<>();

    private record Made(@Nullable String image, List<String> command, Map<String, String> files) {}

    /** {@code made} takes the undo of every volume; to be carried out after the containers that see it are gone. */
    PreparedVolumes(Testbed testbed, Images images, List<AutoCloseable> made, Consumer<String> says) {
        this.testbed = testbed;
        this.images = images;
        this.made = made;
        this.says = says;
    }

    /** The name of the volume of a workload, which is prepared now where it was not; null where the workload prepares nothing. */
    @Nullable
    String of(WorkloadSpec spec, String workload) {
        WorkloadSpec.Server server = spec.server();
        if (server.prepare().isEmpty()) {
            return null;
        }
        Made wanted = new Made(spec.image(), server.prepare(), server.files());
        String known = volumes.get(wanted);
        if (known != null) {
            return known;
        }
        long begun = System.nanoTime();
        String volume = "tare-%s-%s".formatted(testbed.name(), workload);
        HostException before = failed.get(wanted);
        if (before != null) {
            throw before;
        }
        try {
            prepare(volume, spec);
        } catch (HostInterrupted e) {
            throw e;
        } catch (HostException e) {
            failed.put(wanted, e);
            throw e;
        }
        volumes.put(wanted, volume);
        says.accept("workload %s prepared (%.1f s)".formatted(workload, (System.nanoTime() - begun) / 1e9));
        return volume;
    }

    private void prepare(String volume, WorkloadSpec spec) {
        Host host = testbed.server();
        made.add(host.journal().before(new Undo.RemoveVolume(volume)));
        String name = volume + "-prepare";
        String image = images.of(spec.image());
        ContainerSpec preparing = ContainerSpec.of(name, image, List.of("sleep", "infinity"))
                .withEnvironment(spec.server().environment())
                .withFiles(ContainerFile.texts(spec.server().files()))
                .withBinds(volume + ":" + FOLDER)
                .labelled(ContainerSpec.LABEL, testbed.name());
        try (Journal.Entry entry = host.journal().before(new Undo.RemoveContainer(name))) {
            Objects.requireNonNull(entry);
            Container container = host.engine().start(preparing);
            container
                    .exec(spec.server().prepare(), LONGEST)
                    .require(spec.server().prepare(), "the container that prepares " + volume);
        }
    }
}
