package io.tare.run;

import io.tare.host.DockerHost;
import io.tare.host.Image;
import io.tare.host.Uninterrupted;
import io.tare.host.UserImage;
import io.tare.lab.Lab;
import io.tare.lab.LabException;
import io.tare.lab.LabLock;
import io.tare.network.Undoing;
import io.tare.result.Manifest.ImageFacts;
import io.tare.study.TestbedSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A testbed that Tare makes itself: a lab of its own raised for one run and taken down after it, or the one that {@code tare lab up}
 * made, which stays. Holds the lab's lock while open.
 */
public final class LabTestbed implements AutoCloseable {
    private final LabLock lock;
    private final Lab lab;

    private LabTestbed(LabLock lock, Lab lab) {
        this.lock = lock;
        this.lab = lab;
    }

    /**
     * Raises the lab, or takes the one that {@code tare lab up} made, where it is as the study wants it; a study that says nothing of its
     * testbed takes it as it is. What a crashed run left of it is removed first.
     *
     * @param exact whether a lab that stands must be just so even where the specification is the preset: a run goes on
     * @param says takes one line for each step
     */
    public static LabTestbed open(String name, TestbedSpec spec, boolean exact, Consumer<String> says) {
        LabLock lock = LabLock.take(name);
        try {
            Optional<Lab> standing = standing(name, spec, exact);
            standing.ifPresent(lab -> says.accept("using lab '%s', which stands: %s"
                    .formatted(name, lab.spec().words())));
            return new LabTestbed(lock, standing.orElseGet(() -> {
                says.accept("raising lab '%s': %s".formatted(name, spec.words()));
                return Lab.up(name, spec, false, says);
            }));
        } catch (RuntimeException | Error failed) {
            lock.close();
            throw failed;
        }
    }

    /**
     * Puts the image into every host's Engine that has it not, all at once, and makes the hands of it.
     *
     * @param users what the study's containers run instead, or null
     */
    public Testbed ready(Image image, @Nullable UserImage users, Consumer<String> says) {
        says.accept("loading the container image into %d hosts"
                .formatted(lab.hosts().size()));
        hosts(image, says);
        DockerHost server = lab.hosts().get(0);
        DockerHost client = lab.hosts().get(1);
        ImageFacts facts = users == null
                ? ImageFactsReader.read(image.reference(), server)
                : ImageFactsReader.foreign(users.into(lab.hosts()), server);
        return new Testbed(lab.name(), server, client, facts, notes())
                .endingWithRun(!lab.kept() && lab.spec().guests() != null);
    }

    /** The hosts alone, with hands of this image; what a crash left on them is undone. */
    public List<DockerHost> hosts(Image image, Consumer<String> says) {
        replay(lab, image, says);
        lab.hosts().parallelStream().forEach(DockerHost::hand);
        return lab.hosts();
    }

    /** Undoes what a crash left on the hosts of a lab that stands, whose lock the caller holds. Answers how many changes that were. */
    public static int undo(Lab lab, Consumer<String> says) {
        int left = lab.hosts().stream().mapToInt(host -> host.journal().left()).sum();
        if (left > 0) {
            Image image = new Image();
            image.make(says);
            Uninterrupted.run(() -> {
                replay(lab, image, says);
                Undoing.all(List.copyOf(lab.hosts()), null);
            });
        }
        return left;
    }

    private static void replay(Lab lab, Image image, Consumer<String> says) {
        lab.hosts().parallelStream().forEach(host -> {
            image.into(host.engine());
            host.handFrom(image.reference());
            host.journal().replay();
            host.remarks().forEach(says);
        });
    }

    /** The lab's, and what stands on its hosts on purpose: cells of no tuning are measured under it. */
    private List<String> notes() {
        List<String> notes = new ArrayList<>(lab.notes());
        lab.hosts().stream()
                .flatMap(host -> host.lasting().names().stream())
                .distinct()
                .forEach(name -> notes.add(
                        "The tuning '%s' stood on the hosts all the time ('tare tuning apply'), in the cells without a tuning too."
                                .formatted(name)));
        return notes;
    }

    /** What the lab is like. */
    public TestbedSpec spec() {
        return lab.spec();
    }

    /** Takes the lab down where it was raised for this run; undoes what is left on its hosts where it stays. */
    @Override
    public void close() {
        Uninterrupted.run(this::leave);
    }

    private void leave() {
        try (lock) {
            if (lab.kept()) {
                Undoing.all(List.copyOf(lab.hosts()), null);
            } else {
                lab.close();
                Lab.down(lab.name());
            }
        }
    }

    /** The lab that {@code tare lab up} made, where it is as the study wants it. */
    private static Optional<Lab> standing(String name, TestbedSpec spec, boolean exact) {
        Optional<Lab> found = Lab.find(name);
        if (found.isEmpty() || !found.get().kept()) {
            found.ifPresent(Lab::close);
            return Optional.empty();
        }
        if ((exact || !spec.equals(TestbedSpec.PRESET)) && !found.get().spec().equals(spec)) {
            TestbedSpec has = found.get().spec();
            found.get().close();
            throw new LabException(
                    "Lab '%s' stands with %s; the study wants %s. Take it down ('tare lab down'), name another lab with --lab, or leave out the study's testbed."
                            .formatted(name, has.words(), spec.words()));
        }
        return found;
    }
}
