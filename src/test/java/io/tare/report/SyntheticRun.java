package io.tare.report;

import io.tare.result.CpuShare;
import io.tare.result.Evidence;
import io.tare.result.HostUse;
import io.tare.result.LatencyLog;
import io.tare.result.Manifest;
import io.tare.result.Manifest.CellFacts;
import io.tare.result.Manifest.HostFacts;
import io.tare.result.Manifest.ImageFacts;
import io.tare.result.Manifest.Spent;
import io.tare.result.Measurement;
import io.tare.result.MetricKinds;
import io.tare.result.RunFolder;
import io.tare.result.Sample;
import io.tare.result.Sample.Outcome;
import io.tare.result.Verdict;
import io.tare.study.Better;
import io.tare.study.Cell;
import io.tare.study.Choice;
import io.tare.study.Placement;
import io.tare.study.Schedule;
import io.tare.study.Study;
import io.tare.study.TestbedSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;

/**
 * A run that never was, with figures of a plausible size, the same every time: modes against iperf3 and memcached, one mode that the
 * testbed cannot do, one invalid sample and one failed one.
 */
final class SyntheticRun {
    static final long SEED = 20190801;
    static final Instant STARTED = Instant.parse("2026-11-24T10:31:07Z");
    private static final Map<String, Double> CARRIES =
            Map.of("host", 1.0, "nat", 0.97, "overlay", 0.36, "weave", 0.18, "macvlan", 0.99);

    private final String name;
    private final List<Choice> modes;
    private final List<Choice> workloads;
    private final int samples;
    private final boolean flawed;
    private final SplittableRandom random = new SplittableRandom(7);

    private SyntheticRun(String name, List<String> modes, List<String> workloads, int samples, boolean flawed) {
        this.name = name;
        this.modes = modes.stream().map(Choice::of).toList();
        this.workloads = workloads.stream().map(Choice::of).toList();
        this.samples = samples;
        this.flawed = flawed;
    }

    /** Three modes and one that is unavailable; 12 samples; an invalid one, a failed one, notes. */
    static SyntheticRun usual() {
        return new SyntheticRun(
                "Three networks between two hosts",
                List.of("host", "nat", "overlay", "weave"),
                List.of("iperf3-tcp", "iperf3-udp", "memcached-text"),
                12,
                true);
    }

    static SyntheticRun of(List<String> modes, List<String> workloads, int samples) {
        return new SyntheticRun("A study", modes, workloads, samples, false);
    }

    static SyntheticRun named(String name, List<String> modes) {
        return new SyntheticRun(name, modes, List.of("iperf3-tcp"), 6, false);
    }

    /** Writes the whole run folder. */
    void write(Path folder) {
        Manifest manifest = manifest();
        try (RunFolder run = RunFolder.create(folder, manifest);
                LatencyLog latencies = LatencyLog.open(folder)) {
            List<Cell> cells = new ArrayList<>(Schedule.cells(manifest.study()));
            int trial = 0;
            for (int block = 1; block <= samples; block++) {
                Collections.rotate(cells, 5);
                for (Cell cell : cells) {
                    if (!cell.mode().equals("weave")) {
                        Sample sample = sample(block, ++trial, cell);
                        run.append(sample);
                        if (cell.workload().startsWith("memcached")) {
                            histograms(sample, latencies);
                        }
                    }
                }
            }
            run.write(manifest.ended(
                    Manifest.State.COMPLETE, STARTED.plusSeconds(trial * 3L), new Spent(trial * 2, trial * 3)));
        }
    }

    Study study() {
        return new Study(
                name,
                "What host, nat and overlay carry on a virtio underlay.",
                TestbedSpec.PRESET,
                Placement.TWO_HOSTS,
                modes,
                workloads,
                List.of(Choice.of("none")),
                samples,
                2,
                0,
                1,
                modes.getFirst().name(),
                SEED,
                Study.Order.RANDOM,
                null,
                false,
                null);
    }

    private Manifest manifest() {
        Study study = study();
        List<CellFacts> cells = Schedule.cells(study).stream()
                .map(cell -> cell.mode().equals("weave")
                        ? new CellFacts(
                                cell,
                                "",
                                null,
                                List.of(),
                                List.of(),
                                "unavailable",
                                "this kernel has no openvswitch for Weave's fastdp")
                        : new CellFacts(
                                cell, cell.mode(), null, List.of("iperf3", "--server"), client(), "measured", ""))
                .toList();
        return new Manifest(
                Manifest.VERSION,
                "0.1.0",
                Manifest.State.RUNNING,
                "name: " + name + "\nmodes: [host, nat, overlay, weave]\nsamples: " + samples + "\nseconds: 2\n",
                study,
                SEED,
                STARTED,
                null,
                new Spent(0, 0),
                List.of(host("tare-1", "server"), host("tare-2", "client")),
                new ImageFacts("tare:0c6b1d", "sha256:41c9", Map.of("iperf3", "3.18-2")),
                cells,
                List.of(
                        "The hosts of a namespace lab share one kernel: sar on either host sees the CPUs of the whole machine."),
                null,
                MetricKinds.EMPTY);
    }

    private static HostFacts host(String name, String role) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("address", (name.equals("tare-1") ? "10.77.0.1" : "10.77.0.2") + " on eth0");
        facts.put("kernel", "6.12.48+deb13-amd64");
        facts.put("CPU", "AMD EPYC 7763 64-Core Processor");
        facts.put("CPUs", "2");
        facts.put("MTU", "1500");
        facts.put("offloads on", "rx-checksumming, tx-checksumming, scatter-gather, tcp-segmentation-offload");
        facts.put("offloads off", "tx-udp_tnl-segmentation, tx-udp_tnl-csum-segmentation");
        return new HostFacts(name, role, facts);
    }

    private static List<String> client() {
        return List.of("iperf3", "--client", "{server}", "--port", "{port}", "--json", "--time", "{seconds}");
    }

    private Sample sample(int block, int trial, Cell cell) {
        boolean tcp = cell.workload().equals("iperf3-tcp");
        boolean failed = flawed && block == 5 && cell.mode().equals("nat") && tcp;
        boolean invalid = flawed && block == 8 && cell.mode().equals("overlay") && tcp;
        double share = CARRIES.getOrDefault(cell.mode(), 0.5) * (invalid ? 0.1 : 1);
        List<Measurement> metrics = failed ? List.of() : metrics(cell.workload(), share);
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(
                invalid
                        ? Verdict.invalid("duration", "0.31 s measured of 2 s asked: too short to mean anything")
                        : Verdict.ok("duration", "2.00 s measured of 2 s asked"));
        if (flawed && tcp && block % 4 == 0 && cell.mode().equals("host")) {
            verdicts.add(Verdict.note("client-saturated", "iperf3 took 98% of a CPU on the client, 71% on the server"));
        }
        return new Sample(
                Sample.VERSION,
                block,
                trial,
                1,
                cell,
                cell.mode().equals("overlay") ? "vxlan" : cell.mode(),
                failed ? Outcome.FAILED : invalid ? Outcome.INVALID : Outcome.VALID,
                STARTED.plus(Duration.ofSeconds(3L * trial)),
                failed ? 0 : 2,
                metrics,
                verdicts,
                List.of(use("tare-2", "client", share), use("tare-1", "server", share)),
                new Evidence(
                        client(), failed ? 1 : 0, "", "", failed ? "iperf3: the server ended during the test" : ""));
    }

    private List<Measurement> metrics(String workload, double share) {
        List<Measurement> metrics = new ArrayList<>();
        if (workload.equals("iperf3-tcp")) {
            metrics.add(new Measurement("throughput", "Mbit/s", Better.HIGHER, near(14_600 * share, 0.03)));
            metrics.add(new Measurement("retransmits", "segments", Better.LOWER, Math.rint(near(40 / share, 0.5))));
        } else if (workload.equals("iperf3-udp")) {
            metrics.add(new Measurement("throughput", "Mbit/s", Better.HIGHER, near(1_650 * share, 0.05)));
            metrics.add(new Measurement("loss", "%", Better.LOWER, near(0.8 / share, 0.4)));
            metrics.add(new Measurement("jitter", "ms", Better.LOWER, near(0.011 / share, 0.2)));
            metrics.add(new Measurement("rate", "Mbit/s", Better.NEITHER, near(1_700, 0.01)));
        } else {
            metrics.add(new Measurement("throughput", "KB/s", Better.HIGHER, near(3_150 * share, 0.04)));
            metrics.add(new Measurement("latency", "ms", Better.LOWER, near(2.4 / share, 0.04)));
        }
        metrics.add(new Measurement("cpu.client", "%", Better.LOWER, near(84, 0.02)));
        metrics.add(new Measurement("cpu.client.own", "CPUs", Better.LOWER, near(0.9, 0.03)));
        return metrics;
    }

    private HostUse use(String host, String role, double share) {
        double user = near(9, 0.1);
        double system = near(44 - 10 * share, 0.05);
        double softirq = near(18 + 12 * (1 - share), 0.05);
        double idle = 100 - user - system - softirq - 1.5;
        CpuShare cpu = new CpuShare(user, system, 0.5, 0.2, softirq, 0.8, idle);
        return new HostUse(host, role, 2, 2, cpu, 1.8);
    }

    private void histograms(Sample sample, LatencyLog log) {
        double share = CARRIES.getOrDefault(sample.cell().mode(), 0.5);
        for (String operation : List.of("all", "get", "set")) {
            Histogram histogram = new Histogram(3);
            histogram.setAutoResize(true);
            for (int i = 0; i < 4000; i++) {
                double tail = -Math.log(1 - random.nextDouble());
                histogram.recordValue((long) (1e6 * (1.6 + 0.5 * tail + (i % 800 == 0 ? 9 : 0)) / share));
            }
            log.append(sample.trial(), operation, histogram, sample.started(), sample.seconds());
        }
    }

    private double near(double value, double spread) {
        double sum = 0;
        for (int i = 0; i < 6; i++) {
            sum += random.nextDouble();
        }
        return value * Math.max(0, 1 + (sum - 3) * spread * 1.4);
    }
}
