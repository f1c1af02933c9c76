package io.tare.lab;

import io.tare.host.LocalCommand;
import java.util.ArrayList;
import java.util.List;

/** The namespaces of a running process, by its id on this machine, as a place to run commands in. */
record Inside(long pid) {
    /** Runs a command of this machine in the network namespace; {@link io.tare.host.HostException} where its exit code is not 0. */
    void network(String... command) {
        List<String> all = new ArrayList<>(List.of("nsenter", "--net=/proc/" + pid + "/ns/net"));
        all.addAll(List.of(command));
        LocalCommand.run(all.toArray(String[]::new));
    }

    /** The command that runs another in all of the process's namespaces. */
    List<String> command(List<String> inner) {
        List<String> all = new ArrayList<>(List.of("nsenter", "--target", Long.toString(pid), "--all", "--"));
        all.addAll(inner);
        return all;
    }

    /** Limits what leaves a device of the network namespace; {@code rate} in bit/s, as 1G. */
    void limit(String device, String rate) {
        network(
                "tc",
                "qdisc",
                "add",
                "dev",
                device,
                "root",
                "tbf",
                "rate",
                tcRate(rate),
                "burst",
                "256kb",
                "latency",
                "50ms");
    }

    /** A rate such as {@code 1G} in tc's words: {@code 1gbit}. */
    static String tcRate(String rate) {
        String lower = rate.toLowerCase(java.util.Locale.ROOT);
        return lower.matches("[0-9.]+[kmg]") ? lower + "bit" : lower;
    }
}
