package io.tare.cli;

import io.tare.result.Evidence;
import io.tare.result.Manifest;
import io.tare.result.Manifest.CellFacts;
import io.tare.result.Manifest.HostFacts;
import io.tare.result.Manifest.ImageFacts;
import io.tare.result.Measurement;
import io.tare.result.RunFolder;
import io.tare.result.Sample;
import io.tare.result.Sample.Outcome;
import io.tare.result.Verdict;
import io.tare.study.Better;
import io.tare.study.Cell;
import io.tare.study.Choice;
import io.tare.study.Placement;
import io.tare.study.Study;
import io.tare.study.TestbedSpec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Run folders for tests of the commands that read them, with names and values as a test wants them. */
final class MadeRun {
    static final Instant STARTED = Instant.parse("2026-11-24T10:00:00Z");

    private final String study;
    private final List<String> modes;
    private final String workload;
    private final String metric;

    /** What a command said. */
    private MadeRun(String study, List<String> modes, String workload, String metric) {
        this.study = study;
        this.modes = modes;
        this.workload = workload;
        this.metric = metric;
    }

    /** Of iperf3's throughput over these modes. */
    static MadeRun of(String... modes) {
        return new MadeRun("made", List.of(modes), "iperf3-tcp", "throughput");
    }

    /** Whose study, modes, workload, metric, hosts, data path and findings have all the same name. */
    static MadeRun named(String name) {
        return new MadeRun(name, List.of("host", name), name, name);
    }

    Manifest manifest() {
        Study of = new Study(
                study,
                study,
                TestbedSpec.PRESET,
                Placement.TWO_HOSTS,
                modes.stream().map(Choice::of).toList(),
                List.of(new Choice(workload, workload, Map.of(study, study), null)),
                List.of(Choice.of("none")),
                8,
                2,
                0,
                1,
                modes.isEmpty() ? "host" : modes.getFirst(),
                42L,
                Study.Order.RANDOM,
                null,
                false,
                null);
        return Manifest.begun("0.1.0", "name: " + study + "\n", of, 42, STARTED)
                .on(
                        TestbedSpec.PRESET,
                        List.of(new HostFacts(study, "client", Map.of("kernel", study, study, "6.12"))),
                        new ImageFacts(study, study, Map.of(study, study)),
                        List.of(study))
                .withCells(modes.stream()
                        .map(mode -> new CellFacts(
                                new Cell(mode, "none", workload),
                                study,
                                study.equals("made") ? null : study,
                                List.of(study),
                                List.of(study),
                                "measured",
                                ""))
                        .toList());
    }

    /** Eight blocks with so many values a mode, as {@code values} gives them by mode and block from 1; the run is complete. */
    Path write(Path to, Values values) {
        Manifest manifest = manifest();
        try (RunFolder run = RunFolder.create(to, manifest)) {
            int trial = 0;
            for (int block = 1; block <= 8; block++) {
                for (String mode : modes) {
                    run.append(sample(block, ++trial, mode, values.of(mode, block)));
                }
            }
            run.write(manifest.ended(Manifest.State.COMPLETE, STARTED, new Manifest.Spent(1, 2)));
        }
        return to;
    }

    /** Of a mode in a block. */
    @FunctionalInterface
    interface Values {
        double of(String mode, int block);
    }

    /** About 4,000, each a little off, times a share. */
    static Values about(double share) {
        return (mode, block) -> 4000 * share * (1 + 0.002 * Math.sin(block + mode.length()));
    }

    Sample sample(int block, int trial, String mode, double value) {
        boolean plain = study.equals("made");
        return new Sample(
                Sample.VERSION,
                block,
                trial,
                1,
                new Cell(mode, "none", workload),
                plain ? mode : study,
                Outcome.VALID,
                STARTED.plusSeconds(trial),
                2,
                List.of(new Measurement(metric, plain ? "Mbit/s" : study, Better.HIGHER, value)),
                plain ? List.of() : List.of(Verdict.note(study, study)),
                List.of(),
                new Evidence(List.of(study), 0, "", "", ""));
    }

    Sample failed(int block, int trial, String mode, String reason) {
        return new Sample(
                Sample.VERSION,
                block,
                trial,
                1,
                new Cell(mode, "none", workload),
                mode,
                Outcome.FAILED,
                STARTED.plusSeconds(trial),
                0,
                List.of(),
                List.of(),
                List.of(),
                new Evidence(List.of(study), 1, "", "", reason));
    }

    static Said tare(Object... arguments) {
        return Said.tare(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    }

    /** What a terminal acts upon instead of showing it, line feeds apart. */
    static Set<Integer> steering(String text) {
        return text.codePoints()
                .filter(c -> c != '\n' && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT))
                .boxed()
                .collect(java.util.stream.Collectors.toSet());
    }
}
