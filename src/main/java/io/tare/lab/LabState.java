package io.tare.lab;

import io.tare.study.TestbedSpec;
import java.util.List;

/**
 * What is known of a lab: {@code lab.json}, written before the first of its hosts is made.
 *
 * @param version of the format
 * @param hosts by name, in order
 */
record LabState(int version, String lab, TestbedSpec spec, List<LabHost> hosts) {
    static final int VERSION = 1;

    /** A host of the lab and its address on the underlay. */
    record LabHost(String name, String address) {}
}
