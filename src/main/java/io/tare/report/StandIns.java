package io.tare.report;

import io.tare.result.Manifest;
import java.util.List;

/** What ran in another's place, to be told beside the tables whose rows are named for it. */
final class StandIns {
    static final String TITLE = "Stand-ins";

    private StandIns() {}

    /** One entry a row's name and reason: {@code weave (fastdp-equivalent): Weave Net's router did not run …}. */
    static List<String> of(Manifest manifest) {
        return manifest.cells().stream()
                .filter(known -> known.standIn() != null)
                .map(known -> "%s: %s".formatted(CellRow.label(known.cell(), known), known.standIn()))
                .distinct()
                .toList();
    }
}
