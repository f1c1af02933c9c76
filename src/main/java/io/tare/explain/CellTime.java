package io.tare.explain;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.tare.result.Sample;
import io.tare.study.Cell;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the time of one cell went.
 *
 * @param dataPath what carried its packets
 * @param samples the valid ones whose counters were read and are of their measured seconds
 * @param hosts client, then server; one alone where both are the same
 * @param profiles what perf sampled, by whose CPUs they are; empty where the study has no {@code profile: true}
 * @param bottlenecks that the rules see; empty where nothing is to be seen
 */
public record CellTime(
        Cell cell,
        String dataPath,
        Work work,
        @JsonIgnore List<Sample> samples,
        List<HostFigures> hosts,
        Map<String, Layers> profiles,
        List<Bottleneck> bottlenecks) {
    public CellTime {
        Objects.requireNonNull(cell, "cell is null");
        Objects.requireNonNull(dataPath, "dataPath is null");
        Objects.requireNonNull(work, "work is null");
        samples = List.copyOf(samples);
        hosts = List.copyOf(hosts);
        profiles = Map.copyOf(profiles);
        bottlenecks = List.copyOf(bottlenecks);
    }

    CellTime with(List<Bottleneck> found) {
        return new CellTime(cell, dataPath, work, samples, hosts, profiles, found);
    }

    /** The mode, and the tuning where there is one: {@code overlay}, {@code overlay+rps}. */
    public String label() {
        return cell.label();
    }

    /** The hosts whose CPUs are to be looked at: one where hosts share a kernel, since each shows the whole machine. */
    public List<HostFigures> machines() {
        return hosts.stream().anyMatch(h -> h.counters().sharedKernel()) ? hosts.subList(0, 1) : hosts;
    }

    /** The host that sent more, seen at its underlay. */
    Optional<HostFigures> sender() {
        return hosts.stream()
                .filter(h -> h.underlay().isPresent())
                .max(Comparator.comparingLong(
                        h -> h.underlay().orElseThrow().sent().bytes()));
    }
}
