package io.tare.study;

import java.util.Objects;

/** One (mode, tuning, workload) of a study, each by the name the study gives it. */
public record Cell(String mode, String tuning, String workload) {
    public Cell {
        Objects.requireNonNull(mode, "mode is null");
        Objects.requireNonNull(tuning, "tuning is null");
        Objects.requireNonNull(workload, "workload is null");
    }

    /** Whether the hosts are left as they are. */
    public boolean untuned() {
        return tuning.equals("none");
    }

    /** The mode, and the tuning where there is one: {@code overlay}, {@code overlay+rps}. */
    public String label() {
        return untuned() ? mode : mode + "+" + tuning;
    }

    /** As people read it: {@code overlay iperf3-tcp}, or {@code overlay+rps iperf3-tcp} where there is a tuning. */
    @Override
    public String toString() {
        return label() + " " + workload;
    }
}
