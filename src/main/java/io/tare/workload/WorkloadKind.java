package io.tare.workload;

import io.tare.study.Parameter;
import java.util.List;
import java.util.Map;

/** A built-in workload: one file each. Has no state. */
public interface WorkloadKind {
    /** As the study file writes it: {@code iperf3-tcp}. */
    String name();

    /** One sentence for {@code tare workloads}. */
    String summary();

    List<Parameter> parameters();

    /** The workload with these parameters; those not given have their presets. */
    Workload with(Map<String, String> parameters);

    /** The value of a parameter: as given, or its preset. */
    default String value(Map<String, String> given, String parameter) {
        return given.getOrDefault(
                parameter,
                parameters().stream()
                        .filter(p -> p.name().equals(parameter))
                        .findFirst()
                        .orElseThrow()
                        .preset());
    }
}
