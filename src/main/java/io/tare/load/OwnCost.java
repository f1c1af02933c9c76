package io.tare.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/**
 * What the generator's process has used itself.
 *
 * @param cpuNanos CPU time of all threads, user and system, in ns
 * @param collections garbage collections, which stop all threads
 * @param collectionMillis what they took, in ms
 */
record OwnCost(long cpuNanos, long collections, long collectionMillis) {
    /** Loads the classes that {@link #now()} needs, some 50 ms of CPU, so that they are not loaded within the measured window. */
    static void load() {
        now();
    }

    /** Since the process began. */
    static OwnCost now() {
        long collections = 0;
        long millis = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            collections += collector.getCollectionCount();
            millis += collector.getCollectionTime();
        }
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new OwnCost(system.getProcessCpuTime(), collections, millis);
    }

    OwnCost since(OwnCost before) {
        return new OwnCost(
                cpuNanos - before.cpuNanos,
                collections - before.collections,
                collectionMillis - before.collectionMillis);
    }
}
