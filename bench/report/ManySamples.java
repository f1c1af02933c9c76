import io.tare.result.CpuShare;
import io.tare.result.Evidence;
import io.tare.result.HostCounters;
import io.tare.result.HostCounters.Conntrack;
import io.tare.result.HostCounters.CpuTime;
import io.tare.result.HostCounters.Softnet;
import io.tare.result.HostUse;
import io.tare.result.Manifest;
import io.tare.result.Manifest.CellFacts;
import io.tare.result.Measurement;
import io.tare.result.MetricKinds;
import io.tare.result.NetworkSpace;
import io.tare.result.NetworkSpace.Device;
import io.tare.result.NetworkSpace.Traffic;
import io.tare.result.RunFolder;
import io.tare.result.Sample;
import io.tare.result.SampleWriter;
import io.tare.result.Verdict;
import io.tare.study.Better;
import io.tare.study.Cell;
import io.tare.study.Choice;
import io.tare.study.Placement;
import io.tare.study.Schedule;
import io.tare.study.Study;
import io.tare.study.TestbedSpec;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Makes a run folder of so many samples, each as large as a real one of two hosts with two CPUs, and with what these counted. Usage: ManySamples FOLDER SAMPLES-OF-EACH-CELL MODES WORKLOADS */
public class ManySamples {
    private static final Instant STARTED = Instant.parse("2026-11-24T10:00:00Z");
    private static final SplittableRandom RANDOM = new SplittableRandom(1);

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int samples = Integer.parseInt(arguments[1]);
        Study study = new Study(
                "many samples", null, TestbedSpec.PRESET, Placement.TWO_HOSTS, choices("mode", Integer.parseInt(arguments[2])),
                choices("workload", Integer.parseInt(arguments[3])), choices("none", 0), samples, 2, 0, 0,
                "mode0", 1L, Study.Order.RANDOM, null, false, null);
        Manifest manifest = Manifest.begun("bench", "name: many samples\n", study, 1, STARTED)
                .withCells(Schedule.cells(study).stream()
                        .map(cell -> new CellFacts(cell, "bridge + iptables NAT", null, List.of("iperf3", "--server"), List.of("iperf3", "--client"), "measured", ""))
                        .toList());
        MetricKinds table = MetricKinds.EMPTY;
        for (Cell cell : Schedule.cells(study)) {
            table = table.with(sample(1, 1, cell));
        }
        RunFolder.create(folder, manifest.withMetrics(table)).close();
        Files.createDirectories(folder.resolve("counters"));
        JsonMapper json = new JsonMapper();
        String client = json.writeValueAsString(counters("h2", "client"));
        String server = json.writeValueAsString(counters("h1", "server"));
        Schedule schedule = Schedule.of(study, 1);
        try (OutputStream out = file(folder, "samples.jsonl");
                OutputStream h1 = file(folder, "counters/h1.jsonl");
                OutputStream h2 = file(folder, "counters/h2.jsonl")) {
            int trial = 0;
            for (int block = 1; block <= samples; block++) {
                for (Cell cell : schedule.block(block)) {
                    out.write(SampleWriter.line(sample(block, ++trial, cell), table));
                    String of = "{\"version\":1,\"trial\":%d,\"attempt\":1,\"cell\":%s,\"counters\":".formatted(trial, json.writeValueAsString(cell));
                    h1.write((of + server + "}\n").getBytes(StandardCharsets.UTF_8));
                    h2.write((of + client + "}\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static OutputStream file(Path folder, String name) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), 1 << 20);
    }

    /** What a host of a namespace lab with two CPUs counted while 2.5 GB passed. */
    private static HostCounters counters(String host, String role) {
        CpuTime cpu = new CpuTime(0.03, 0.93, 0.4, 0, 0, 0, 0.49);
        Map<String, Long> protocols = new TreeMap<>();
        for (String name : List.of("IpInDelivers", "IpInReceives", "IpOutRequests", "IpOutTransmits", "TcpCurrEstab", "TcpExtDelayedACKLost", "TcpExtTCPAckCompressed",
                "TcpExtTCPDelivered", "TcpExtTCPHPAcks", "TcpExtTCPHPHits", "TcpExtTCPOFOQueue", "TcpExtTCPOrigDataSent", "TcpExtTCPPureAcks", "TcpExtTCPRcvCoalesce",
                "TcpInSegs", "TcpOutSegs", "IpExtInOctets", "IpExtOutOctets", "IpExtInNoECTPkts", "TcpExtTCPDSACKOldSent", "TcpExtTCPAutoCorking", "TcpExtTCPWantZeroWindowAdv", "TcpPassiveOpens", "TcpRetransSegs", "UdpInDatagrams", "UdpOutDatagrams")) {
            protocols.put(name, 67_369L);
        }
        Traffic traffic = new Traffic(83_522, 2_500_000_000L, 0, 0);
        return new HostCounters(
                host, role, 2.02, true, "eth0", List.of(cpu, cpu),
                Map.of("NET_RX", List.of(69_373L, 64_946L), "SCHED", List.of(189L, 262L), "RCU", List.of(109L, 62L), "HRTIMER", List.of(16_859L, 12_619L)),
                List.of(0L, 11L), List.of(), List.of(new Softnet(78_281, 0, 0, 0, 0), new Softnet(72_611, 0, 0, 0, 0)), new Conntrack(46, Map.of()),
                List.of(
                        new NetworkSpace(NetworkSpace.HOST, protocols, List.of(new Device("eth0", "veth", 1500, traffic, traffic))),
                        new NetworkSpace(NetworkSpace.CONTAINER, protocols, List.of(new Device("eth0", "veth", 1500, traffic, traffic)))));
    }

    private static List<Choice> choices(String name, int count) {
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            choices.add(Choice.of(name + i));
        }
        return count == 0 ? List.of(Choice.of(name)) : choices;
    }

    private static Sample sample(int block, int trial, Cell cell) {
        double share = 1.0 / (1 + cell.mode().charAt(4) - '0');
        return new Sample(
                Sample.VERSION, block, trial, 1, cell, "bridge + iptables NAT", Sample.Outcome.VALID, STARTED.plusSeconds(3L * trial), 2.002666,
                metrics(cell, share),
                List.of(
                        Verdict.ok("bytes", "%.1f MB received".formatted(near(2479))),
                        Verdict.ok("duration", "2.00 s measured of 2 s asked"),
                        Verdict.ok("client-saturated", "iperf3 took %.0f%% of a CPU on the client, 36%% on the server".formatted(near(45))),
                        Verdict.note("cpu-client", "h2 busy %.0f%% over all CPUs: no CPU left, more would not have been carried".formatted(near(97))),
                        Verdict.ok("cpu-server", "h1 busy %.0f%% over all CPUs".formatted(near(77)))),
                List.of(use("h2", "client"), use("h1", "server")),
                new Evidence(
                        List.of("iperf3", "--client", "10.99.0.1", "--port", "30001", "--json", "--time", "2", "--omit", "0",
                                "--connect-timeout", "5000", "--parallel", "1", "--length", "128K", "--bitrate", cell.workload()),
                        0, "", "", ""));
    }

    /** Every second workload has other metrics, as iperf3 and Memcached have. */
    private static List<Measurement> metrics(Cell cell, double share) {
        List<Measurement> metrics = new ArrayList<>();
        metrics.add(new Measurement("throughput", "Mbit/s", Better.HIGHER, near(9905 * share)));
        if (cell.workload().charAt(cell.workload().length() - 1) % 2 == 0) {
            metrics.add(new Measurement("retransmits", "segments", Better.LOWER, Math.rint(near(270))));
            metrics.add(new Measurement("iperf3.cpu.client", "% of a CPU", Better.NEITHER, near(44.6)));
            metrics.add(new Measurement("iperf3.cpu.server", "% of a CPU", Better.NEITHER, near(35.5)));
        } else {
            metrics.add(new Measurement("latency", "ms", Better.LOWER, near(2.1 / share)));
            metrics.add(new Measurement("latency.p50", "ms", Better.LOWER, near(1.9 / share)));
            metrics.add(new Measurement("latency.p99", "ms", Better.LOWER, near(7.5 / share)));
        }
        metrics.add(new Measurement("cpu.client", "%", Better.LOWER, near(80)));
        metrics.add(new Measurement("cpu.client.own", "CPUs", Better.LOWER, near(0.46)));
        metrics.add(new Measurement("cpu.server", "%", Better.LOWER, near(79)));
        metrics.add(new Measurement("cpu.server.own", "CPUs", Better.LOWER, near(0.36)));
        return metrics;
    }

    private static HostUse use(String host, String role) {
        CpuShare cpu = new CpuShare(sar(40.6), sar(24.3), 0, 0, sar(20), 0, sar(2.5));
        return new HostUse(host, role, 2, 2, cpu, sar(0.92));
    }

    private static double near(double value) {
        return value * (0.95 + 0.1 * RANDOM.nextDouble());
    }

    /** With two decimals, as sar prints. */
    private static double sar(double value) {
        return Math.rint(near(value) * 100) / 100;
    }
}
