package io.tare.workload;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The forms of other tools' files that can be read. */
public final class OutputFormats {
    private static final List<OutputFormat> ALL = List.of(
            new Iperf3Json(),
            new MemtierJson(),
            new MemtierTable(),
            new WrkText(),
            new PgbenchSummary(),
            new PgbenchLog(),
            new PgbenchIntervals());

    private OutputFormats() {}

    /** The form of a text by what stands in it; empty where it is none that is known. */
    public static Optional<OutputFormat> of(String text) {
        return ALL.stream().filter(format -> format.fits(text)).findFirst();
    }

    /** All of them, for a message. */
    public static String names() {
        return ALL.stream().map(OutputFormat::name).collect(Collectors.joining(", "));
    }
}
