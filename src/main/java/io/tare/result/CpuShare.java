package io.tare.result;

/**
 * How a host's CPUs together spent the measured seconds, in percent; the shares add to 100.
 *
 * @param user user and nice
 * @param system system without interrupts
 * @param softirq soft interrupts; where packets are received
 * @param irq hard interrupts
 * @param steal taken by the hypervisor
 */
public record CpuShare(
        double user, double system, double iowait, double irq, double softirq, double steal, double idle) {
    /** All that is neither idle nor waiting for a disk, in percent. */
    public double busy() {
        return user + system + irq + softirq + steal;
    }
}
