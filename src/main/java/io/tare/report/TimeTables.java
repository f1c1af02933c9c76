package io.tare.report;

import io.tare.explain.Bottleneck;
import io.tare.explain.CellTime;
import io.tare.explain.HostFigures;
import io.tare.explain.Layer;
import io.tare.result.HostCounters.CpuTime;
import io.tare.result.HostCounters.Softnet;
import io.tare.result.NetworkSpace.Device;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the time of one workload's cells went, as tables of text: the head, then rows. All forms of the report show these. */
record TimeTables(List<CellTime> cells) {
    /** Percent of the sampled time below which a layer gets no column. */
    private static final double SHOWN = 1;
    /** As many columns of layers as a hundred characters hold. */
    private static final int COLUMNS = 8;

    /** How all CPUs together spent their time, in percent, and what a unit of work cost. */
    List<List<String>> cpu() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "CPU, %", "of", "user", "system", "softirq", "irq", "steal", "idle", "fullest", "s/Gbit", "µs/op"));
        for (CellTime cell : cells) {
            for (HostFigures host : cell.machines()) {
                CpuTime cpu = host.cpu();
                rows.add(List.of(
                        cell.label(),
                        host.whose(),
                        whole(cpu.user()),
                        whole(cpu.system()),
                        whole(cpu.softirq()),
                        whole(cpu.irq()),
                        whole(cpu.steal()),
                        whole(cpu.idle() + cpu.iowait()),
                        fullest(host),
                        Numbers.fixed(host.cpuSecondsPerGbit(), 3),
                        Numbers.fixed(host.microsecondsPerOperation(), 1)));
            }
        }
        return rows;
    }

    /** What passed, and in packets of which size. */
    List<List<String>> packets() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "packets",
                "of",
                "1000/s",
                "B: socket",
                "tunnel",
                "underlay",
                "seg/pkt",
                "irq/pkt",
                "NET_RX/s",
                "squeeze",
                "drops",
                "again%"));
        for (CellTime cell : cells) {
            for (HostFigures host : cell.hosts()) {
                rows.add(List.of(
                        cell.label(),
                        host.role(),
                        Numbers.fixed(
                                host.underlay()
                                        .map(d -> host.rate(d.received()
                                                        .plus(d.sent())
                                                        .packets())
                                                / 1e3)
                                        .orElse(Double.NaN),
                                1),
                        size(host.atSockets()),
                        size(host.tunnel()),
                        size(host.underlay()),
                        Numbers.fixed(host.segmentsPerPacket(), 1),
                        Numbers.fixed(host.interruptsPerPacket(), 2),
                        Numbers.fixed(host.softirqs().getOrDefault("NET_RX", 0.0), 0),
                        Numbers.fixed(host.rate(host.softnet(Softnet::squeezed)), 0),
                        Numbers.fixed(host.rate(host.softnet(Softnet::dropped)), 0),
                        Numbers.fixed(host.retransmitted(), 2)));
            }
        }
        return rows;
    }

    /** The layers that took most of the sampled time, in percent of it; nothing where no cell was sampled. */
    List<List<String>> layers() {
        List<Layer> most = mostLayers();
        List<List<String>> rows = new ArrayList<>();
        if (most.isEmpty()) {
            return rows;
        }
        List<String> head = new ArrayList<>(List.of("layers, %", "of"));
        most.forEach(layer -> head.add(layer.word()));
        rows.add(head);
        for (CellTime cell : cells) {
            cell.profiles().forEach((of, shares) -> {
                List<String> row = new ArrayList<>(List.of(cell.label(), of));
                most.forEach(layer -> row.add(Numbers.fixed(shares.share(layer), 1)));
                rows.add(row);
            });
        }
        return rows;
    }

    private List<Layer> mostLayers() {
        return Stream.of(Layer.values())
                .filter(layer -> top(layer) >= SHOWN)
                .sorted(Comparator.comparingDouble(layer -> -top(layer)))
                .limit(COLUMNS)
                .toList();
    }

    private double top(Layer layer) {
        return cells.stream()
                .flatMap(c -> c.profiles().values().stream())
                .mapToDouble(l -> l.share(layer))
                .max()
                .orElse(0);
    }

    /** What a cell's counters say, in a sentence a bottleneck, without the evidence. */
    static String says(CellTime cell, Bottleneck found) {
        return "%s: %s. [%s]".formatted(cell.label(), found.says(), found.rule());
    }

    static String saysNothing(CellTime cell) {
        return cell.label() + ": no bottleneck is to be seen in its counters.";
    }

    private static String fullest(HostFigures host) {
        return host.rankedCpus().stream()
                .findFirst()
                .map(cpu -> whole(cpu.busy()))
                .orElse(Numbers.NONE);
    }

    private static String size(Optional<Device> device) {
        return device.map(d -> Numbers.fixed(d.heavier().size(), 0)).orElse("");
    }

    private static String whole(double percent) {
        return Numbers.fixed(percent, 0);
    }
}
