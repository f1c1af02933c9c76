package io.tare.compare;

import io.tare.result.CellFigures;
import io.tare.result.Figures;
import io.tare.result.Manifest;
import io.tare.result.Manifest.HostFacts;
import io.tare.result.Manifest.ImageFacts;
import io.tare.result.RunFigures;
import io.tare.study.Better;
import io.tare.study.Cell;
import io.tare.study.Choice;
import io.tare.study.Placement;
import io.tare.study.Study;
import io.tare.study.TestbedSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A run's figures built value by value. */
final class ARun {
    private final String name;
    private final long seed;
    private final List<CellFigures> cells = new ArrayList<>();
    private String study;
    private Map<String, String> facts = Map.of("kernel", "6.12.48", "offloads on", "tso, gso, gro");

    private ARun(String name, long seed) {
        this.name = name;
        this.seed = seed;
        study = name;
    }

    static ARun of(String name, long seed) {
        return new ARun(name, seed);
    }

    /** Of a study that has another name than the run. */
    ARun ofStudy(String other) {
        study = other;
        return this;
    }

    ARun on(Map<String, String> hostFacts) {
        facts = hostFacts;
        return this;
    }

    /** A cell under iperf3-tcp with one metric. */
    ARun cell(String mode, String metric, Better better, double... values) {
        return cell(mode, List.of(figures(metric, "Mbit/s", better, values)), values.length);
    }

    ARun cell(String mode, List<Figures> metrics, int valid) {
        cells.add(new CellFigures(new Cell(mode, "none", "iperf3-tcp"), mode, "", valid, 0, 0, metrics));
        return this;
    }

    ARun failed(String mode, int failed) {
        cells.add(new CellFigures(new Cell(mode, "none", "iperf3-tcp"), mode, "", 0, 0, failed, List.of()));
        return this;
    }

    static Figures figures(String metric, String unit, Better better, double... values) {
        return new Figures(metric, unit, better, Arrays.stream(values).boxed().toList());
    }

    /** So many values about a mean, each off by some thousandths: the same for the same seed. */
    static double[] about(double mean, int n, long seed) {
        return new SplittableRandom(seed)
                .doubles(n, 0.995, 1.005)
                .map(share -> mean * share)
                .toArray();
    }

    RunFigures figures() {
        Study of = new Study(
                study,
                null,
                TestbedSpec.PRESET,
                Placement.TWO_HOSTS,
                cells.stream().map(c -> Choice.of(c.cell().mode())).toList(),
                List.of(Choice.of("iperf3-tcp")),
                List.of(Choice.of("none")),
                8,
                2,
                0,
                1,
                "host",
                seed,
                Study.Order.RANDOM,
                null,
                false,
                null);
        Instant begun = Instant.parse("2026-11-24T10:00:00Z");
        Manifest manifest = Manifest.begun("0.1.0", "name: x\n", of, seed, begun)
                .on(
                        TestbedSpec.PRESET,
                        List.of(new HostFacts("h1", "server", facts), new HostFacts("h2", "client", facts)),
                        new ImageFacts("tare:1", "sha256:41c9", Map.of("iperf3", "3.18-2")),
                        List.of())
                .ended(Manifest.State.COMPLETE, begun, new Manifest.Spent(40, 60));
        int samples = cells.stream()
                .mapToInt(c -> c.valid() + c.invalid() + c.failed())
                .sum();
        return new RunFigures(name, manifest, samples, cells, List.of());
    }
}
