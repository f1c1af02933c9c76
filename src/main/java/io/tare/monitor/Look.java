package io.tare.monitor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the kernel's files held at one moment.
 *
 * @param nanos when, since 1970 by the host's clock
 * @param files their text, by path
 */
record Look(long nanos, Map<String, String> files) {
    private static final String BEGIN = "==> ";
    private static final String END = " <==";

    /** The first line is the time; then each file below a line {@code ==> PATH <==}, as {@code tail -v} writes them. */
    static Look of(String printed) {
        int line = printed.indexOf('\n');
        try {
            return new Look(
                    Long.parseLong(printed.substring(0, Math.max(0, line)).strip()),
                    sections(printed.substring(line + 1)));
        } catch (NumberFormatException e) {
            throw new MonitorException("the counters do not begin with a time, but with '%s'"
                    .formatted(
                            printed.substring(0, Math.min(60, printed.length())).strip()));
        }
    }

    /** The texts below lines of the form {@code ==> NAME <==}. */
    static Map<String, String> sections(String printed) {
        Map<String, String> sections = new LinkedHashMap<>();
        String name = "";
        List<String> text = new ArrayList<>();
        for (String line : printed.split("\n", -1)) {
            if (line.startsWith(BEGIN) && line.endsWith(END)) {
                sections.put(name, String.join("\n", text));
                name = line.substring(BEGIN.length(), line.length() - END.length());
                text.clear();
            } else {
                text.add(line);
            }
        }
        sections.put(name, String.join("\n", text));
        return sections;
    }

    /** Empty where the kernel has no such file. */
    String file(String path) {
        return files.getOrDefault(path, "");
    }
}
