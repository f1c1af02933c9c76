package io.tare.search;

import io.tare.result.Manifest;
import io.tare.result.SearchRecord;
import io.tare.study.Choice;
import io.tare.study.TuningFile;
import io.tare.study.Vocabulary;
import io.tare.tuning.Tunings;
import java.util.Locale;
import java.util.Map;

/** {@code tuning.yaml}: the winner of a search, in the words of a study, for {@code tare tuning apply} and for studies. */
final class WinnerFile {
    static final String NAME = "tuning.yaml";

    private static final Vocabulary WORDS = new Vocabulary(Map.of(), Map.of(), Tunings.words(), Map.of(), Map.of());

    private WinnerFile() {}

    /** The file, for the hosts of the lab that was searched on. */
    static String text(Choice winner, String lab, SearchRecord record, Manifest manifest) {
        var confirmed = record.outcome().confirmed();
        Double change = confirmed == null ? null : confirmed.change();
        return """
                # Found by 'tare tune' on %s, confirmed on %d pairs of fresh trials:
                # %s of %s with %s changed by %s.
                """.formatted(
                        manifest.started(),
                        confirmed == null ? 0 : confirmed.pairs(),
                        record.outcome().metric(),
                        record.plan().mode(),
                        record.plan().workload(),
                        change == null ? "an unknown part" : String.format(Locale.ROOT, "%+.1f%%", 100 * change))
                + new TuningFile(winner.name(), lab, winner).yaml(WORDS);
    }
}
