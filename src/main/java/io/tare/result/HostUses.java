package io.tare.result;

import java.util.AbstractList;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** What the hosts of a sample did, as numbers alone: samples of one run share the names. Immutable. */
final class HostUses extends AbstractList<HostUse> implements RandomAccess {
    /** Numbers of a host: seconds, the seven shares, seconds of its cgroup. */
    static final int NUMBERS = 9;

    /**
     * What does not change from sample to sample.
     *
     * @param cpus how many the host has
     * @param cgroup whether it has seconds of its cgroup
     */
    record Names(String host, String role, int cpus, boolean cgroup) {}

    private final Names[] names;
    private final double[] numbers;
    private final int from;

    /**
     * @param names not to be changed; {@code numbers} neither, {@link #NUMBERS} of each
     * @param from where the first one's stand
     */
    HostUses(Names[] names, double[] numbers, int from) {
        this.names = names;
        this.numbers = numbers;
        this.from = from;
    }

    @Override
    public HostUse get(int index) {
        Names of = names[index];
        int at = from + index * NUMBERS;
        CpuShare cpu = new CpuShare(
                numbers[at + 1],
                numbers[at + 2],
                numbers[at + 3],
                numbers[at + 4],
                numbers[at + 5],
                numbers[at + 6],
                numbers[at + 7]);
        @Nullable Double cgroup = of.cgroup() ? (Double) numbers[at + 8] : null;
        return new HostUse(of.host(), of.role(), numbers[at], of.cpus(), cpu, cgroup);
    }

    @Override
    public int size() {
        return names.length;
    }
}
