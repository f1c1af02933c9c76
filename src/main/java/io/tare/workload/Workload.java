package io.tare.workload;

import io.tare.host.ExecResult;
import io.tare.study.WorkloadSpec;

/** A workload ready to run: its commands as data, and the reading of what its client printed. Has no state. */
public interface Workload {
    /** Its commands and metrics, with every parameter filled in; {@code {server}}, {@code {port}}, {@code {seconds}} and {@code {omit}} are left for the trial. */
    WorkloadSpec spec();

    /** Reads what the client printed. Throws {@link WorkloadException} where that gives no numbers: the trial has failed. */
    Reading read(ExecResult output);

    /** What it offers the path in Mbit/s of payload, whatever comes back; 0 where it goes as fast as answers come. */
    default double offers() {
        return 0;
    }

    /** How often it measures the study's seconds, one time after the other. */
    default int passes() {
        return 1;
    }

    /** What its client usually takes before it warms up, in s, where that is worth planning for. */
    default double starts() {
        return 0;
    }

    /** The longest it may take in s before it warms up; 0 where it begins at once. */
    default double before() {
        return 0;
    }
}
