package io.tare.workload;

import io.tare.host.ContainerFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What Tare puts into the client containers of its own image, so that it is an ordinary command there: {@code tare-load} with the jars it runs
 * on, and the scripts that built-in workloads ask with.
 */
public final class ClientTools {
    private static final List<String> SCRIPTS =
            List.of("http-get.sh", "iperf3-both.sh", "memcached-probe.sh", "pgbench.sh", "sockperf.sh");

    private ClientTools() {}

    /** All of them, some 4 MB. Read from where this Tare runs. */
    public static List<ContainerFile> files() {
        List<ContainerFile> files = new ArrayList<>(GeneratorJars.files());
        files.add(program("tare-load", GeneratorJars.launcher()));
        for (String script : SCRIPTS) {
            files.add(program("tare-" + script.replace(".sh", ""), Script.text(script)));
        }
        return files;
    }

    private static ContainerFile program(String name, String text) {
        return ContainerFile.program("/usr/local/bin/" + name, text.getBytes(StandardCharsets.UTF_8));
    }
}
