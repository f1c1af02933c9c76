package io.tare.result;

import io.tare.study.Cell;
import java.util.HashMap;
import java.util.Map;

/**
 * The readers of each cell's samples: these have the same metrics, mostly the same verdicts and evidence, and so guess right where a run goes through its cells in random
 * order. Not safe for use by several threads.
 */
final class CellReaders {
    private static final int MOST = 10_000;

    private final Map<Cell, CellReader> known = new HashMap<>();
    private final NumberStore numbers = new NumberStore();
    private final MetricKinds table;
    private final Tokens tokens;
    private final CellReader any;

    CellReaders(MetricKinds table, Tokens tokens) {
        this.table = table;
        this.tokens = tokens;
        any = reader(new Cell("", "", ""));
    }

    /** @param cell one object for all that are equal */
    record CellReader(Cell cell, MeasurementsReader metrics, VerdictsReader verdicts, EvidenceReader evidence) {}

    /** For a line that has not said its cell. */
    CellReader any() {
        return any;
    }

    CellReader of(Cell cell) {
        CellReader reader = known.get(cell);
        if (reader == null) {
            reader = reader(tokens.repeated(cell));
            if (known.size() < MOST) {
                known.put(cell, reader);
            }
        }
        return reader;
    }

    private CellReader reader(Cell cell) {
        return new CellReader(
                cell,
                new MeasurementsReader(cell.workload(), table, tokens, numbers),
                new VerdictsReader(tokens),
                new EvidenceReader(tokens));
    }
}
