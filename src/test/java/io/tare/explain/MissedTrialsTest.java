package io.tare.explain;

import static io.tare.explain.RecordedRuns.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.tare.result.CountersLog;
import io.tare.result.RecordedRun;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** On trials that were really recorded so: a client that began a second before it was looked for, and iperf3 on a machine full of other work. */
class MissedTrialsTest {
    private static Set<Integer> missed(String name) {
        RecordedRun run = run(name);
        return MissedTrials.of(CountersLog.of(run), run.manifest().study().placement())
                .samples()
                .keySet();
    }

    @Test
    void aClientThatBeganAtAnotherTimeThanItsHostsWereLookedAt() {
        assertThat(missed("quiet")).containsExactly(152); // of eight
    }

    @Test
    void lessTrafficThanTheClientReports() {
        assertThat(missed("mtu")).containsExactly(4); // 60% of it, on the server
        assertThat(missed("busy")).containsExactly(2); // 51%, on the client
        assertThat(missed("flood")).isEmpty();
        assertThat(missed("plain")).isEmpty();
    }

    @Test
    void theyAreLeftOutAndNamed() {
        RecordedRun run = run("quiet");
        Explanation explanation = Explanation.of(run);
        CellTime cell = RecordedRuns.cell("quiet", "nat memcached-binary");
        assertThat(cell.samples()).extracting(s -> s.trial()).containsExactly(65);
        assertThat(cell.hosts())
                .allSatisfy(host -> assertThat(host.counters().seconds()).isBetween(2.0, 2.2)); // one trial's
        assertThat(explanation.leftOut()).singleElement().asString().contains(": 1 × nat memcached-binary.");
        assertThat(explanation.remarks()).containsAll(explanation.leftOut());
        assertThat(Explanation.of(run("flood")).leftOut()).isEmpty();
    }
}
