package io.tare.report;

import io.tare.explain.Bottleneck;
import io.tare.explain.CellTime;
import io.tare.result.Manifest.HostFacts;
import io.tare.study.Better;
import io.tare.study.Cell;
import io.tare.study.TestbedSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the evidence of a run has to say on why a change is not the published one. Says nothing that was not recorded. */
record Reasons(Analysis analysis, PublishedStudy study) {
    /** Rules of a bottleneck that moves a ratio whatever the network does. */
    private static final Set<String> LIMITS = Set.of("cpus-full", "application", "one-cpu");

    /** Verdicts that say the same, for runs that kept no counters. */
    private static final Set<String> FULL = Set.of("cpu-client", "cpu-server", "client-saturated", "steal");

    /**
     * Of a row that differs: where it costs more than was published, what holds its own cell up; where it costs less or nothing clear, what limits the
     * baseline too, and how far its samples scatter; where steering gave back nothing, that no CPU needed it.
     */
    List<String> of(AgainstRow differing, Better better) {
        CellRow row = differing.measured().orElseThrow();
        Cell cell = row.cell();
        AgainstRow.Agreement agreement = differing.agreement();
        boolean less = agreement == AgainstRow.Agreement.SMALLER || agreement == AgainstRow.Agreement.NOT_CLEAR_HERE;
        List<String> reasons = new ArrayList<>();
        analysis.manifest().cells().stream()
                .filter(c -> c.cell().equals(cell) && c.standIn() != null)
                .map(c -> "%s was carried by a stand-in, %s".formatted(cell.mode(), c.dataPath()))
                .forEach(reasons::add);
        if (row.excluded().count() > 0) {
            reasons.add("of %s, %s left out".formatted(row.label(), row.excluded()));
        }
        if (agreement == AgainstRow.Agreement.NOT_CLEAR_HERE) {
            row.summary()
                    .map(s ->
                            "%d samples of %s with a standard deviation of %.0f%% of their mean show only large differences"
                                    .formatted(s.n(), row.label(), 100 * s.stddev() / s.mean()))
                    .ifPresent(reasons::add);
        }
        if (gaveNothing(differing, better)) {
            Steering.of(analysis, cell).flatMap(Steering::inVain).ifPresent(reasons::add);
        }
        reasons.addAll(
                held(less ? new Cell(analysis.manifest().study().baseline(), "none", cell.workload()) : cell, less));
        return reasons;
    }

    /** Whether a published gain is none here. */
    private static boolean gaveNothing(AgainstRow row, Better better) {
        double there = row.ratio().orElseThrow().ratio();
        boolean none = row.agreement() == AgainstRow.Agreement.OTHER_WAY
                || row.agreement() == AgainstRow.Agreement.NOT_CLEAR_HERE;
        return none && (better == Better.HIGHER ? there > 1 : there < 1);
    }

    /** What holds a cell up: the bottlenecks that its counters show, or, of a run that kept none, the verdicts that say the same. */
    private List<String> held(Cell cell, boolean limits) {
        Optional<CellTime> counted = analysis.explanation().time(cell);
        if (counted.isPresent()) {
            return counted.get().bottlenecks().stream()
                    .filter(b -> !limits || LIMITS.contains(b.rule()))
                    .map(b -> "%s: %s".formatted(counted.get().label(), evidence(b)))
                    .toList();
        }
        return analysis.verdicts().stream()
                .filter(v -> v.cell().equals(cell) && v.level().equals("note") && FULL.contains(v.name()))
                .map(v -> "%s, in %d %s: %s"
                        .formatted(
                                CellRow.label(cell, null), v.count(), v.count() == 1 ? "trial" : "trials", v.finding()))
                .toList();
    }

    /** Of the whole testbed, whatever the cell. */
    List<String> testbed() {
        List<String> reasons = new ArrayList<>();
        TestbedSpec spec = analysis.manifest().study().testbed();
        if (spec.lab().equals(TestbedSpec.NAMESPACE)) {
            reasons.add(
                    "client and server of this run share the CPUs and the kernel of one machine, and no hypervisor copies packets between them");
        }
        analysis.manifest().notes().stream()
                .filter(note -> note.startsWith("Emulated CPU"))
                .map(note -> "the hosts' CPUs are emulated: " + note)
                .forEach(reasons::add);
        String theirs = study.testbed().get("NIC driver");
        Set<String> drivers = facts("NIC driver");
        if (theirs != null && !drivers.isEmpty() && !drivers.contains(theirs)) {
            reasons.add("the underlay is %s here, %s there".formatted(String.join(" and ", drivers), theirs));
        }
        if (facts("offloads on").stream().anyMatch(on -> on.contains("tx-udp_tnl-segmentation"))) {
            reasons.add(
                    "the underlay here segments tunnels itself (tx-udp_tnl-segmentation is on), which a virtio NIC cannot: overlays cost less");
        }
        return reasons;
    }

    /** What is known of the published figures of a workload. */
    List<String> cautions(String workload) {
        return study.cautions().stream()
                .filter(c -> c.workloads().contains(workload))
                .map(PublishedStudy.Caution::says)
                .toList();
    }

    private Set<String> facts(String name) {
        Set<String> values = new LinkedHashSet<>();
        for (HostFacts host : analysis.manifest().hosts()) {
            String value = host.facts().get(name);
            if (value != null && !value.isEmpty()) {
                values.add(value);
            }
        }
        return values;
    }

    private static String evidence(Bottleneck found) {
        return found.evidence().isEmpty()
                ? found.says()
                : "%s (%s)".formatted(found.says(), found.evidence().getFirst());
    }
}
