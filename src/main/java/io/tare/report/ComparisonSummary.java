package io.tare.report;

import io.tare.compare.CellChange.Way;
import io.tare.compare.GateResult;
import io.tare.compare.RunComparison;
import io.tare.compare.TestbedDifference;
import io.tare.result.Manifest;
import io.tare.result.RunFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a comparison says in sentences, the same in every form. */
final class ComparisonSummary {
    static final String METHOD =
            "Change: of the mean, with its 95% interval (BCa bootstrap, the two runs resampled independently)."
                    + " worse, better: significant at 5% (Mann-Whitney, Holm within what --fail-on names, the main metrics, and the rest)."
                    + " Runs of the same thing can differ by a little more than their samples say: docs/compare.md.";

    private ComparisonSummary() {}

    /** How many changes there are of each kind. */
    static String verdict(RunComparison comparison) {
        long worse = comparison.count(Way.WORSE);
        long better = comparison.count(Way.BETTER);
        long changed = comparison.count(Way.CHANGED);
        String clear = worse + better + changed == 0
                ? "no clear difference in %s"
                        .formatted(counted(comparison.changes().size(), "comparison"))
                : "of %s %d worse, %d better%s; of the rest no clear difference"
                        .formatted(
                                counted(comparison.changes().size(), "comparison"),
                                worse,
                                better,
                                changed > 0 ? ", %d changed otherwise".formatted(changed) : "");
        return TextReport.sentence(clear) + ".";
    }

    /** A run in a line: where it is, what, when, how much of it counts. */
    static String run(RunFigures run) {
        Manifest manifest = run.manifest();
        String state = manifest.state() == Manifest.State.COMPLETE
                ? ""
                : ", " + manifest.state().name().toLowerCase(Locale.ROOT) + " run";
        return "%s (%s), %s, %s, %s valid%s"
                .formatted(
                        run.source(),
                        manifest.study().name(),
                        manifest.started(),
                        counted(run.samples(), "sample"),
                        Numbers.count(run.valid()),
                        state);
    }

    static String difference(TestbedDifference difference) {
        String base = difference.base().isEmpty() ? Numbers.NONE : difference.base();
        String now = difference.now().isEmpty() ? Numbers.NONE : difference.now();
        return "%s, %s: %s → %s".formatted(difference.where(), difference.what(), base, now);
    }

    static String gate(GateResult result) {
        return "%s  %s, %s: %s"
                .formatted(result.state().name().toLowerCase(Locale.ROOT), result.gate(), result.cell(), result.says());
    }

    /** Of the lines that could not be read, which run they belong to. */
    static List<String> damage(RunComparison comparison) {
        List<String> damage = new ArrayList<>();
        Stream.of(comparison.base(), comparison.now())
                .forEach(run -> run.damage().forEach(d -> damage.add("%s: %s".formatted(run.source(), d))));
        return damage;
    }

    private static String counted(int n, String what) {
        return Numbers.count(n) + " " + what + (n == 1 ? "" : "s");
    }
}
