package io.tare.report;

import io.tare.explain.Bottleneck;
import io.tare.explain.CellTime;
import io.tare.explain.Explanation;
import io.tare.result.Manifest.CellFacts;
import io.tare.result.Manifest.HostFacts;
import io.tare.study.Cell;
import io.tare.study.TestbedSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the evidence of a run has to say on why a change is not the published one. Says nothing that was not recorded. */
record Reasons(Analysis analysis, Explanation explanation, PublishedStudy study) {
    /** Rules of a bottleneck that moves a ratio whatever the network does. */
    private static final Set<String> LIMITS = Set.of("cpus-full", "application", "one-cpu");

    /** Verdicts that say the same, for runs that kept no counters. */
    private static final Set<String> FULL = Set.of("cpu-client", "cpu-server", "client-saturated", "steal");

    /** Of one cell against its baseline. */
    List<String> of(Cell cell, CellRow row) {
        Set<String> reasons = new LinkedHashSet<>();
        analysis.manifest().cells().stream()
                .filter(c -> c.cell().equals(cell))
                .map(CellFacts::standIn)
                .filter(s -> s != null)
                .forEach(s -> reasons.add("%s is a stand-in's: %s".formatted(row.label(), s)));
        if (row.excluded().count() > 0) {
            reasons.add("of %s, %s left out".formatted(row.label(), row.excluded()));
        }
        Cell base = new Cell(analysis.manifest().study().baseline(), "none", cell.workload());
        Set<Cell> explained = new LinkedHashSet<>();
        for (CellTime time : explanation.cells()) {
            boolean own = time.cell().equals(cell);
            if (own || time.cell().equals(base)) {
                explained.add(time.cell());
                time.bottlenecks().stream()
                        .filter(b -> own || LIMITS.contains(b.rule()))
                        .map(b -> "%s: %s".formatted(time.label(), evidence(b)))
                        .forEach(reasons::add);
            }
        }
        analysis.verdicts().stream()
                .filter(v -> v.cell().equals(cell) || v.cell().equals(base))
                .filter(v -> v.level().equals("note") && FULL.contains(v.name()))
                .filter(v -> !explained.contains(v.cell()))
                .map(v -> "%s, in %d %s: %s"
                        .formatted(
                                CellRow.label(v.cell(), null),
                                v.count(),
                                v.count() == 1 ? "trial" : "trials",
                                v.finding()))
                .forEach(reasons::add);
        return List.copyOf(reasons);
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
