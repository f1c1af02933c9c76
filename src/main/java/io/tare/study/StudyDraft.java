package io.tare.study;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A study with some of its values set anew: a copy of all, for {@link Study}'s own methods and {@link Narrowing} to change what they are about. */
final class StudyDraft {
    private final Study of;
    TestbedSpec testbed;
    List<Choice> modes;
    List<Choice> workloads;
    List<Choice> tunings;
    int samples;
    int seconds;
    String baseline;

    @Nullable
    Long seed;

    @Nullable
    String image;

    @Nullable
    Stopping stopping;

    StudyDraft(Study of) {
        this.of = of;
        testbed = of.testbed();
        modes = of.modes();
        workloads = of.workloads();
        tunings = of.tunings();
        samples = of.samples();
        seconds = of.seconds();
        baseline = of.baseline();
        seed = of.seed();
        image = of.image();
        stopping = of.stopping();
    }

    /** As it is now. */
    Study study() {
        return new Study(
                of.name(),
                of.description(),
                testbed,
                of.placement(),
                modes,
                workloads,
                tunings,
                samples,
                seconds,
                of.omit(),
                of.warmup(),
                baseline,
                seed,
                of.order(),
                image,
                of.profile(),
                stopping);
    }
}
