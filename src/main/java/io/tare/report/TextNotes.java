package io.tare.report;

import io.tare.result.Sample;
import io.tare.stats.Bootstrap;
import io.tare.study.Cell;
import io.tare.study.Schedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What stands below the tables: what was not measured, what was left out and why, and what marks mean. */
final class TextNotes {
    private static final int SHOWN = 8;

    private TextNotes() {}

    static void add(Analysis analysis, List<String> lines, int columns, Ansi ansi) {
        List<String> gaps =
                analysis.gaps().stream().map(g -> g.what() + ": " + g.reason()).toList();
        section("Not measured", gaps, lines, columns, ansi);
        section("Carried by", carriers(analysis), lines, columns, ansi);
        section(StandIns.TITLE, StandIns.of(analysis.manifest()), lines, columns, ansi);
        List<String> left = new ArrayList<>();
        for (VerdictCount v : analysis.verdicts()) {
            if (v.level().equals("note")) {
                continue;
            }
            String name = v.level().equals("failed") ? "" : " " + v.name();
            String line = "%s: %d × %s%s (trial %s): %s"
                    .formatted(v.cell(), v.count(), v.level(), name, v.trialList(), v.finding());
            left.add(line);
        }
        section("Left out of the tables (* above)", left, lines, columns, ansi);
        section("Notes", notes(analysis), lines, columns, ansi);
        section("Of this testbed", analysis.manifest().notes(), lines, columns, ansi);
        section("Could not be read", analysis.damage(), lines, columns, ansi);
        lines.add("");
        legend(analysis).forEach(line -> wrap(line, "", columns).forEach(l -> lines.add(ansi.dim(l))));
    }

    /** The text in lines of so many columns, each begun with the indent. */
    static List<String> wrap(String text, String indent, int columns) {
        List<String> lines = new ArrayList<>();
        int room = columns - indent.length();
        StringBuilder line = new StringBuilder();
        for (String word : Arrays.asList(Plain.line(text).split(" ", -1))) {
            String rest = word;
            if (!line.isEmpty() && TextTable.width(line.toString()) + 1 + TextTable.width(rest) > room) {
                lines.add(indent + line);
                line.setLength(0);
            }
            while (TextTable.width(rest) > room) {
                int end = rest.offsetByCodePoints(0, room);
                lines.add(indent + rest.substring(0, end));
                rest = rest.substring(end);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        if (!line.isEmpty()) {
            lines.add(indent + line);
        }
        return lines;
    }

    /** What really carries a mode's packets, where its name does not say so. */
    private static List<String> carriers(Analysis analysis) {
        return analysis.workloads().stream()
                .flatMap(w -> w.tables().stream())
                .flatMap(t -> t.rows().stream())
                .filter(CellRow::namesDataPath)
                .map(row -> "%s: %s".formatted(row.cell().mode(), row.dataPath()))
                .distinct()
                .toList();
    }

    /** One entry a check: its cells counted, in the study's order, and one finding as an example. The page has every one with its trials. */
    private static List<String> notes(Analysis analysis) {
        List<Cell> cells = Schedule.cells(analysis.manifest().study());
        Map<String, List<VerdictCount>> checks = new LinkedHashMap<>();
        analysis.verdicts().stream()
                .filter(v -> v.level().equals("note"))
                .forEach(v ->
                        checks.computeIfAbsent(v.name(), _ -> new ArrayList<>()).add(v));
        return checks.entrySet().stream()
                .map(e -> {
                    List<VerdictCount> counts = e.getValue().stream()
                            .sorted(Comparator.comparingInt(v -> cells.indexOf(v.cell())))
                            .toList();
                    VerdictCount first = counts.getFirst();
                    return "%s: %s; trial %s, %s: %s"
                            .formatted(
                                    e.getKey(),
                                    counts.stream()
                                            .map(v -> "%d × %s".formatted(v.count(), v.cell()))
                                            .collect(Collectors.joining(", ")),
                                    first.trials().getFirst(),
                                    first.cell(),
                                    first.finding());
                })
                .toList();
    }

    private static void section(String title, List<String> entries, List<String> lines, int columns, Ansi ansi) {
        if (entries.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(ansi.bold(title));
        entries.stream().limit(SHOWN).forEach(entry -> lines.addAll(wrap(entry, "  ", columns)));
        if (entries.size() > SHOWN) {
            lines.add("  and %d more; all stand in the report".formatted(entries.size() - SHOWN));
        }
    }

    private static List<String> legend(Analysis analysis) {
        List<String> legend = new ArrayList<>();
        boolean few = analysis.workloads().stream()
                .flatMap(w -> w.tables().stream())
                .flatMap(t -> t.rows().stream())
                .mapToInt(r -> r.points().size())
                .anyMatch(n -> n > 0 && n < Bootstrap.LEAST);
        if (few) {
            legend.add("Rows of fewer than %d samples have no interval: so few cannot carry one."
                    .formatted(Bootstrap.LEAST));
        }
        Took.words(analysis.run()).ifPresent(legend::add);
        if (analysis.count(Sample.Outcome.VALID) > 0) {
            legend.add(
                    "Intervals are 95%, by bootstrap (BCa), widened where samples are few. ns: not significant at 5% (Mann-Whitney, Holm over the table).");
        }
        return legend;
    }
}
