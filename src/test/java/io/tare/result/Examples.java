package io.tare.result;

import io.tare.result.Manifest.CellFacts;
import io.tare.result.Manifest.HostFacts;
import io.tare.result.Manifest.ImageFacts;
import io.tare.result.Manifest.Spent;
import io.tare.study.Better;
import io.tare.study.Cell;
import io.tare.study.Choice;
import io.tare.study.Placement;
import io.tare.study.Study;
import io.tare.study.TestbedSpec;
import io.tare.study.WorkloadSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A run with everything that one can hold. */
final class Examples {
    static final Cell CELL = new Cell("overlay", "none", "own");
    private static final Instant BEGUN = Instant.parse("2026-11-24T10:31:07.250Z");

    private Examples() {}

    static Manifest manifest() {
        WorkloadSpec own = new WorkloadSpec(
                "own",
                "a workload of the study's",
                null,
                new WorkloadSpec.Server(
                        List.of("serve", "{port}"),
                        List.of("tcp", "udp"),
                        new WorkloadSpec.Ready(false, List.of("probe", "{port}"), 2.5),
                        Map.of("LANG", "C"),
                        Map.of("/etc/own.conf", "größer\n")),
                new WorkloadSpec.Client(List.of("ask", "{server}"), List.of(), "ok", List.of(0, 3)),
                List.of(new WorkloadSpec.Metric("latency", "µs", Better.LOWER, null, "(?<value>[0-9]+)", 1e-3, true)),
                List.of(new WorkloadSpec.Bound("quick", "latency", null, 50.0, "note", "slow")));
        Study study = new Study(
                "own",
                null,
                TestbedSpec.PRESET,
                Placement.TWO_HOSTS,
                List.of(Choice.of("host"), new Choice("sec", "overlay", Map.of("encrypted", "true"), null)),
                List.of(new Choice("own", "own", Map.of(), own)),
                List.of(Choice.of("none")),
                6,
                2,
                0,
                1,
                "host",
                Long.MIN_VALUE,
                Study.Order.LISTED,
                null,
                false,
                null);
        return new Manifest(
                Manifest.VERSION,
                "0.1.0",
                Manifest.State.PARTIAL,
                "modes: [host] # \"as\" written\n",
                study,
                Long.MAX_VALUE,
                BEGUN,
                null,
                new Spent(12.5, 20.25),
                List.of(new HostFacts("h1", "client", Map.of("kernel", "6.12"))),
                new ImageFacts("tare/image:1", "sha256:1", Map.of("iperf3", "3.18-2")),
                List.of(new CellFacts(
                        CELL, "vxlan", "It did not run.", List.of("serve", "5301"), List.of("ask"), "measured", "")),
                List.of("both hosts share one kernel"),
                null,
                MetricKinds.EMPTY);
    }

    static Sample sample(int trial) {
        CpuShare cpu = new CpuShare(40, 10, 1, 0, 9, 0, 40);
        return new Sample(
                Sample.VERSION,
                1,
                trial,
                1,
                CELL,
                "vxlan",
                Sample.Outcome.VALID,
                BEGUN.plusSeconds(trial),
                2.001,
                List.of(new Measurement("latency", "µs", Better.LOWER, 0.1 + trial)),
                List.of(Verdict.note("quick", "slow: \"52 µs\"")),
                List.of(new HostUse("h1", "client", Double.NaN, 2, cpu, 1.25)),
                new Evidence(List.of("ask", "10.0.0.2"), 0, "", "a warning\n", ""));
    }
}
