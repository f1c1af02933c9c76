package io.tare.cli;

import io.tare.lab.LabException;
import io.tare.lab.Machine;

/** What needs root says so first, with what to do. */
final class Root {
    private Root() {}

    static void require(String what) {
        if (!Machine.isRoot()) {
            throw new LabException.Missing(what + " needs root: run it with sudo.");
        }
    }
}
