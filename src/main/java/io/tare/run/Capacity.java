package io.tare.run;

import io.tare.host.Container;
import io.tare.network.Connection;
import io.tare.result.Measurement;
import io.tare.result.Verdict;
import io.tare.workload.Iperf3Tcp;
import io.tare.workload.Workload;
import io.tare.workload.WorkloadException;
import java.util.Map;
import java.util.Optional;

/** How much TCP a connected mode carries: one second of iperf3, against which a workload's offered load is held. */
record Capacity(Testbed testbed, Connection connection, Container client, String mode, int port) {
    /** From this share of what a path carries on, the offered load itself makes queues. */
    private static final double NEAR = 0.8;

    /** In Mbit/s. {@link WorkloadException} where iperf3 gives no number. */
    double measured() {
        Workload iperf3 = new Iperf3Tcp().with(Map.of());
        try (Station station = new Station(
                testbed,
                connection,
                iperf3,
                testbed.image().reference(),
                client,
                mode + "-capacity",
                port,
                new Timing(1, 0),
                null,
                Double.NaN)) {
            station.open();
            return iperf3.read(station.ask()).metrics().stream()
                    .filter(m -> m.metric().equals("throughput"))
                    .mapToDouble(Measurement::value)
                    .findFirst()
                    .orElseThrow(() -> new WorkloadException("iperf3 told no throughput"));
        }
    }

    /** The offered load against what the path carries, both in Mbit/s; nothing where either is not known. */
    static Optional<Verdict> verdict(double offered, double carries) {
        if (offered <= 0 || Double.isNaN(carries)) {
            return Optional.empty();
        }
        String figure =
                "%.0f Mbit/s of payload offered to a path that carried %.0f Mbit/s of TCP".formatted(offered, carries);
        if (offered > carries) {
            return Optional.of(Verdict.invalid("offered-load", figure + ": it cannot be carried"));
        }
        return Optional.of(
                offered > NEAR * carries ? Verdict.note("offered-load", figure) : Verdict.ok("offered-load", figure));
    }
}
