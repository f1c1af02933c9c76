package io.tare.workload;

import io.tare.host.ExecResult;
import io.tare.study.WorkloadSpec;
import java.util.function.Function;

/** A workload whose client's output is read by code of its own. */
record ReadWorkload(WorkloadSpec spec, double offers, double before, Function<ExecResult, Reading> reader)
        implements Workload {
    /** One that begins at once. */
    ReadWorkload(WorkloadSpec spec, double offers, Function<ExecResult, Reading> reader) {
        this(spec, offers, 0, reader);
    }

    @Override
    public Reading read(ExecResult output) {
        return reader.apply(output);
    }
}
