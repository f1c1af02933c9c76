package io.tare.explain;

import io.tare.result.RecordedRun;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Runs that were really measured in a namespace lab on a machine of two CPUs, cut to what is needed here: {@code busy} beside much other work; {@code
 * plain} on an underlay without offloads; {@code small} with datagrams of 64 bytes and of 8 KiB, steered and not; {@code mtu} with the containers' MTU set to 1,280; {@code quiet} with nothing beside it, of the study of 2019; {@code flood} of
 * datagrams of 64 bytes, all steered to one CPU, with profiles whose stacks are cut to their last functions.
 */
final class RecordedRuns {
    private RecordedRuns() {}

    static RecordedRun run(String name) {
        try {
            return RecordedRun.read(Path.of(Objects.requireNonNull(RecordedRuns.class.getResource(name), name)
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A cell as {@link io.tare.study.Cell} writes it: {@code overlay iperf3-tcp}. */
    static CellTime cell(String run, String cell) {
        return Explanation.of(run(run)).cells().stream()
                .filter(c -> c.cell().toString().equals(cell))
                .findFirst()
                .orElseThrow();
    }
}
