package io.tare.lab;

import io.tare.study.TestbedSpec;
import java.util.List;

/**
 * What is known of a lab: {@code lab.json}, written before the first of its hosts is made.
 *
 * @param version of the format
 * @param kept made by {@code tare lab up}, to stay until {@code tare lab down}; else it goes with the run that made it
 * @param hosts by name, in order
 */
record LabState(int version, String lab, TestbedSpec spec, boolean kept, List<LabHost> hosts) {
    static final int VERSION = 1;

    /** A host of the lab and its address on the underlay. */
    record LabHost(String name, String address) {}
}
