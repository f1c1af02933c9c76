package io.tare.compare;

import io.tare.result.CellFigures;
import io.tare.result.Figures;
import io.tare.result.RunFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of two runs cannot be compared, one sentence each. */
final class Unmatched {
    private Unmatched() {}

    static List<String> of(RunFigures base, RunFigures now) {
        List<String> sentences = new ArrayList<>();
        for (CellFigures cell : base.cells()) {
            Optional<CellFigures> other = now.cell(cell.cell());
            if (other.isEmpty()) {
                sentences.add("%s: only in the base run".formatted(cell.cell()));
            } else {
                pair(cell, other.get(), sentences);
            }
        }
        now.cells().stream()
                .filter(cell -> base.cell(cell.cell()).isEmpty())
                .forEach(cell -> sentences.add("%s: only in the new run".formatted(cell.cell())));
        return sentences;
    }

    private static void pair(CellFigures base, CellFigures now, List<String> sentences) {
        if (base.valid() == 0 || now.valid() == 0) {
            List<String> lacking = new ArrayList<>();
            if (base.valid() == 0) {
                lacking.add("no valid sample in the base run (%s)".formatted(base.lacks()));
            }
            if (now.valid() == 0) {
                lacking.add("no valid sample in the new run (%s)".formatted(now.lacks()));
            }
            sentences.add("%s: %s".formatted(base.cell(), String.join("; ", lacking)));
            return;
        }
        for (Figures figures : base.metrics()) {
            Optional<Figures> other = now.metric(figures.metric());
            if (other.isEmpty()
                    || other.get().values().isEmpty() != figures.values().isEmpty()) {
                String which = other.isEmpty() || other.get().values().isEmpty() ? "base" : "new";
                sentences.add("%s of %s: only in the %s run".formatted(figures.metric(), base.cell(), which));
            } else if (!other.get().unit().equals(figures.unit())) {
                sentences.add("%s of %s: in %s in the base run and in %s in the new one"
                        .formatted(
                                figures.metric(),
                                base.cell(),
                                figures.unit(),
                                other.get().unit()));
            }
        }
        now.metrics().stream()
                .filter(f -> base.metric(f.metric()).isEmpty())
                .forEach(f -> sentences.add("%s of %s: only in the new run".formatted(f.metric(), base.cell())));
    }
}
