package io.tare.workload;

import io.tare.study.Parameter;
import io.tare.study.Parameter.Type;
import java.util.Map;

/** The parameters that load generators share, each with the generator's own preset. */
final class ClientShape {
    static final Parameter RATIO =
            Parameter.matching("ratio", "(?!0+:0+$)[0-9]{1,6}:[0-9]{1,6}", "1:10", "SETs to GETs");

    private ClientShape() {}

    static Parameter threads(int preset) {
        return Parameter.of("threads", Type.INTEGER, Integer.toString(preset), "threads of the client")
                .atLeast(1)
                .atMost(256);
    }

    /** As wrk counts. */
    static Parameter connections(int preset) {
        return connections(preset, "connections over all threads");
    }

    /** As memtier_benchmark counts. */
    static Parameter connectionsOfEachThread(int preset) {
        return connections(preset, "connections of each thread");
    }

    /** Over all threads, where {@code connections} are those of each. */
    static int allConnections(WorkloadKind kind, Map<String, String> parameters) {
        return Integer.parseInt(kind.value(parameters, "threads"))
                * Integer.parseInt(kind.value(parameters, "connections"));
    }

    private static Parameter connections(int preset, String meaning) {
        return Parameter.of("connections", Type.INTEGER, Integer.toString(preset), meaning)
                .atLeast(1)
                .atMost(10_000);
    }
}
