package io.tare.compare;

import io.tare.result.CellFigures;
import io.tare.result.Manifest;
import io.tare.result.Manifest.HostFacts;
import io.tare.result.RunFigures;
import io.tare.study.Choice;
import io.tare.study.Study;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what two runs were not measured alike with, from their manifests alone. */
final class TestbedDifferences {
    /** Facts that name a host and do not describe it. */
    private static final Set<String> NAMES = Set.of("address");

    private final List<TestbedDifference> found = new ArrayList<>();

    private TestbedDifferences() {}

    static List<TestbedDifference> of(RunFigures base, RunFigures now) {
        TestbedDifferences differences = new TestbedDifferences();
        differences.study(base.manifest().study(), now.manifest().study());
        differences.dataPaths(base, now);
        differences.hosts(base.manifest().hosts(), now.manifest().hosts());
        differences.imported(base.manifest(), now.manifest());
        differences.image(base.manifest(), now.manifest());
        differences.unlike(
                "Tare", "version", base.manifest().tare(), now.manifest().tare());
        differences.notes(base.manifest().notes(), now.manifest().notes());
        return List.copyOf(differences.found);
    }

    private void study(Study base, Study now) {
        unlike("study", "testbed", base.testbed().words(), now.testbed().words());
        unlike("study", "placement", base.placement().meaning(), now.placement().meaning());
        unlike("study", "seconds", base.seconds(), now.seconds());
        unlike("study", "omit", base.omit(), now.omit());
        unlike("study", "warm-up", base.warmup(), now.warmup());
        unlike("study", "order", base.order(), now.order());
        choices("mode", base.modes(), now.modes());
        choices("workload", base.workloads(), now.workloads());
        choices("tuning", base.tunings(), now.tunings());
    }

    /** Those of one name in both, which are not of one kind or have other parameters. */
    private void choices(String what, List<Choice> base, List<Choice> now) {
        Map<String, Choice> named = now.stream().collect(Collectors.toMap(Choice::name, c -> c, (one, _) -> one));
        for (Choice choice : base) {
            Choice other = named.get(choice.name());
            if (other != null && !other.equals(choice)) {
                String one = described(choice);
                String two = described(other);
                boolean told = !one.equals(two);
                add(
                        "study",
                        "%s %s".formatted(what, choice.name()),
                        told ? one : "as described then",
                        told ? two : "described otherwise");
            }
        }
    }

    private static String described(Choice choice) {
        String parameters = choice.parameters().entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(" "));
        String parts =
                choice.parts().stream().map(TestbedDifferences::described).collect(Collectors.joining(" + "));
        return "%s %s %s".formatted(choice.kind(), parameters, parts).strip();
    }

    /** What carried a mode, where both runs have its cell. */
    private void dataPaths(RunFigures base, RunFigures now) {
        Map<String, CellFigures> modes = new LinkedHashMap<>();
        now.cells().stream()
                .filter(c -> !c.dataPath().isEmpty())
                .forEach(c -> modes.putIfAbsent(c.cell().mode(), c));
        Set<String> told = new LinkedHashSet<>();
        for (CellFigures cell : base.cells()) {
            CellFigures other = modes.get(cell.cell().mode());
            if (other != null
                    && !cell.dataPath().isEmpty()
                    && told.add(cell.cell().mode())) {
                unlike("data path", cell.cell().mode(), cell.dataPath(), other.dataPath());
            }
        }
    }

    private void hosts(List<HostFacts> base, List<HostFacts> now) {
        if (base.isEmpty() || now.isEmpty()) {
            unlike(
                    "hosts",
                    "known",
                    base.isEmpty() ? "nothing" : "their facts",
                    now.isEmpty() ? "nothing" : "their facts");
            return;
        }
        unlike("hosts", "number", base.size(), now.size());
        Map<String, List<TestbedDifference>> byFact = new LinkedHashMap<>();
        int pairs = Math.min(base.size(), now.size());
        for (int i = 0; i < pairs; i++) {
            HostFacts one = base.get(i);
            HostFacts other = now.get(i);
            Set<String> names = new LinkedHashSet<>(one.facts().keySet());
            names.addAll(other.facts().keySet());
            names.removeAll(NAMES);
            for (String name : names) {
                String then = one.facts().getOrDefault(name, "");
                String today = other.facts().getOrDefault(name, "");
                if (!then.equals(today)) {
                    byFact.computeIfAbsent(name, _ -> new ArrayList<>())
                            .add(new TestbedDifference(one.host(), name, only(then, today), only(today, then)));
                }
            }
        }
        byFact.values().forEach(of -> found.addAll(together(of, pairs)));
    }

    /** One difference for all hosts where they are alike in it. */
    private static List<TestbedDifference> together(List<TestbedDifference> of, int hosts) {
        TestbedDifference first = of.getFirst();
        boolean alike = of.size() == hosts
                && of.stream()
                        .allMatch(d -> d.base().equals(first.base()) && d.now().equals(first.now()));
        return alike && hosts > 1
                ? List.of(new TestbedDifference(
                        hosts == 2 ? "both hosts" : "all hosts", first.what(), first.base(), first.now()))
                : of;
    }

    /** Of a list with commas, such as the offloads, the entries that the other has not; else the whole. */
    private static String only(String list, String other) {
        if (!list.contains(", ") && !other.contains(", ")) {
            return list;
        }
        Set<String> entries = new LinkedHashSet<>(List.of(list.split(", ", -1)));
        List.of(other.split(", ", -1)).forEach(entries::remove);
        return String.join(", ", entries);
    }

    private void imported(Manifest base, Manifest now) {
        if (base.imported() != null && now.imported() != null) {
            String unknown = "not known: imported";
            add("hosts", "all of their facts", unknown, unknown);
        }
    }

    private void image(Manifest base, Manifest now) {
        unlike("image", "digest", base.image().digest(), now.image().digest());
        Map<String, String> then = base.image().packages();
        Map<String, String> today = now.image().packages();
        Set<String> names = new LinkedHashSet<>(then.keySet());
        names.addAll(today.keySet());
        names.forEach(name -> unlike("image", name, then.getOrDefault(name, ""), today.getOrDefault(name, "")));
    }

    private void notes(List<String> base, List<String> now) {
        base.stream().filter(n -> !now.contains(n)).forEach(n -> add("note", "of the base alone", n, ""));
        now.stream().filter(n -> !base.contains(n)).forEach(n -> add("note", "of the new alone", "", n));
    }

    private void unlike(String where, String what, Object base, Object now) {
        Function<Object, String> text = value -> value.toString().toLowerCase(java.util.Locale.ROOT);
        if (!base.equals(now)) {
            add(
                    where,
                    what,
                    base instanceof Enum<?> ? text.apply(base) : base.toString(),
                    now instanceof Enum<?> ? text.apply(now) : now.toString());
        }
    }

    private void add(String where, String what, String base, String now) {
        found.add(new TestbedDifference(where, what, base, now));
    }
}
