package io.tare.explain;

import io.tare.result.Sample;
import io.tare.result.Verdict.Level;
import java.util.List;
import java.util.Optional;

/** The client or the server program itself uses up the one CPU it can use: another network would not make it faster. */
final class ClientBound implements Rule {
    private static final String VERDICT = "client-saturated";

    @Override
    public String name() {
        return "application";
    }

    @Override
    public Optional<Bottleneck> look(CellTime cell, Optional<CellTime> baseline) {
        List<String> noted = cell.samples().stream()
                .map(Sample::verdicts)
                .flatMap(List::stream)
                .filter(v -> v.name().equals(VERDICT) && v.level() == Level.NOTE)
                .map(v -> v.finding())
                .toList();
        if (noted.size() * 2 <= cell.samples().size()) {
            return Optional.empty(); // half of the trials, or less
        }
        return Optional.of(new Bottleneck(
                name(),
                "the program that makes the load is full: it is its own limit as much as the network",
                List.of("in %d of %d trials, as in this one: %s"
                        .formatted(noted.size(), cell.samples().size(), noted.getFirst())),
                "more streams or connections, or a faster generator, to see the network's own limit"));
    }
}
