package io.tare.host;

import io.tare.host.SettingFound.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The settings of a host without a kernel, as {@link Settings} asks for them. A test gives them their values; they can refuse, take another value than the one
 * written, or end. Safe for use by several threads.
 */
public final class FakeKernel {
    private final Map<String, String> values = new ConcurrentHashMap<>();
    private final Map<String, String> refusing = new HashMap<>();
    private final Map<String, String> taking = new HashMap<>();
    private final List<String> ended = new ArrayList<>();

    /** The kernel of a host, which answers its hand from now on. */
    public static FakeKernel of(FakeHost host) {
        FakeKernel kernel = new FakeKernel();
        host.engine().answering("settings read ", kernel::answer).answering("settings change ", kernel::answer);
        return kernel;
    }

    /** A file's name, or a device and its feature: {@code eth0 generic-receive-offload}. */
    public FakeKernel has(String place, String value) {
        values.put(place, value);
        return this;
    }

    public FakeKernel lacks(String place) {
        values.remove(place);
        return this;
    }

    public String value(String place) {
        return values.getOrDefault(place, "(absent)");
    }

    public Map<String, String> values() {
        return Map.copyOf(values);
    }

    public FakeKernel refusing(String place, String why) {
        refusing.put(place, why);
        return this;
    }

    /** When {@code written} is written, {@code read} is read after it. */
    public FakeKernel taking(String place, String written, String read) {
        taking.put(place + " " + written, read);
        return this;
    }

    /** A network namespace ends, with all that is in it. */
    public FakeKernel ending(String namespace) {
        ended.add(namespace);
        return this;
    }

    /** The arguments after the script's own: the operation, then a namespace, its inode, a count, and five words for each setting. */
    private ExecResult answer(List<String> command) {
        List<String> arguments = command.subList(command.indexOf("settings") + 1, command.size());
        StringBuilder said = new StringBuilder();
        for (int at = 1; at < arguments.size(); ) {
            String namespace = arguments.get(at);
            int count = Integer.parseInt(arguments.get(at + 2));
            at += 3;
            for (int i = 0; i < count; i++, at += 5) {
                said.append(line(namespace, arguments.get(0), arguments.subList(at, at + 5)));
            }
        }
        return FakeEngine.printed(said.toString());
    }

    private String line(String namespace, String operation, List<String> words) {
        String place = (words.get(1) + " " + words.get(2)).strip();
        String before = values.get(place);
        if (ended.contains(namespace)) {
            return told(Outcome.GONE, "", "");
        } else if (before == null) {
            return told(Outcome.ABSENT, "", "");
        } else if (operation.equals("read") || before.equals(words.get(4))) {
            return told(Outcome.IS, before, "");
        } else if (!before.equals(words.get(3))) {
            return told(Outcome.OTHER, before, "");
        } else if (refusing.containsKey(place)) {
            return told(Outcome.REFUSED, before, refusing.getOrDefault(place, ""));
        }
        values.put(place, taking.getOrDefault(place + " " + words.get(4), words.get(4)));
        return told(Outcome.SET, before, value(place));
    }

    private static String told(Outcome outcome, String before, String after) {
        return outcome.name().toLowerCase(Locale.ROOT) + "\t" + before + "\t" + after + "\n";
    }
}
