package io.tare.result;

import java.util.Objects;

/**
 * How one CPU, or all of them together, spent the measured seconds, in percent; the shares add to 100.
 *
 * @param cpu {@code all} or the CPU's number
 * @param user user and nice
 * @param system system without interrupts
 * @param softirq soft interrupts; where packets are received
 * @param irq hard interrupts
 * @param steal taken by the hypervisor
 */
public record CpuShare(
        String cpu, double user, double system, double iowait, double irq, double softirq, double steal, double idle) {
    public CpuShare {
        Objects.requireNonNull(cpu, "cpu is null");
    }

    /** All that is neither idle nor waiting for a disk, in percent. */
    public double busy() {
        return user + system + irq + softirq + steal;
    }
}
