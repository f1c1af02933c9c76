package io.tare.load;

import java.util.List;
import picocli.CommandLine.Command;

/** {@code load}: the generators as a command, or as a subcommand of another. */
@Command(
        name = "load",
        description = "Puts load on a server and measures it.",
        synopsisSubcommandLabel = "(http | memcached)",
        subcommands = {HttpCommand.class, MemcachedCommand.class},
        mixinStandardHelpOptions = true)
public final class LoadCommand {
    /**
     * What the generators' JVM is best started with: a small heap that is there from the start and needs no second thread to collect, and no
     * checks on buffers that only this code writes.
     */
    public static final List<String> JVM_FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-Xms64m",
            "-Xmx64m",
            "-Xmn40m",
            "-XX:-UsePerfData",
            "-XX:TieredStopAtLevel=4",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dio.netty.buffer.checkBounds=false",
            "-Dio.netty.buffer.checkAccessible=false",
            "-Dio.netty.leakDetection.level=disabled");
}
