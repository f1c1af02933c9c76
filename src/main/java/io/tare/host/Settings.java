package io.tare.host;

import io.tare.host.SettingFound.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A host's settings, read or changed by one command in its hand, however many they are. Network namespaces of containers, and those that
 * Docker hides, are entered there, each with its own {@code /sys}.
 *
 * @param host its name, for messages
 */
public record Settings(Hand hand, String host) {
    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final String SCRIPT = script();

    /** What each of them is. Changes nothing. */
    public List<SettingFound> read(List<Setting> settings) {
        return run(
                "read", settings.stream().map(s -> new SettingChange(s, "", "")).toList());
    }

    /**
     * Makes each change whose setting is still as it was found, in this order, and reads it back. Nothing is thrown for what the kernel refuses: the
     * outcomes say so.
     */
    public List<SettingFound> change(List<SettingChange> changes) {
        return run("change", changes);
    }

    private List<SettingFound> run(String operation, List<SettingChange> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        List<String> command = new ArrayList<>(List.of("bash", "-c", SCRIPT, "settings", operation));
        command.addAll(arguments(changes));
        ExecResult result =
                hand.run(command, WITHIN).require(List.of("bash", "settings.bash", operation), "the hand of " + host);
        List<SettingFound> found = result.stdout().lines().map(this::found).toList();
        if (found.size() != changes.size()) {
            throw unreadable(result.stdout() + result.stderr());
        }
        return found;
    }

    /** Settings that follow each other in one namespace share an entry of it. */
    private static List<String> arguments(List<SettingChange> changes) {
        List<String> arguments = new ArrayList<>();
        for (int from = 0; from < changes.size(); ) {
            NetworkNamespace namespace = changes.get(from).setting().namespace();
            int to = from;
            while (to < changes.size() && changes.get(to).setting().namespace().equals(namespace)) {
                to++;
            }
            arguments.addAll(List.of(namespace.path(), Long.toString(namespace.inode()), Integer.toString(to - from)));
            changes.subList(from, to).forEach(change -> {
                arguments.addAll(place(change.setting()));
                arguments.addAll(List.of(change.from(), change.to()));
            });
            from = to;
        }
        return arguments;
    }

    private static List<String> place(Setting setting) {
        return switch (setting) {
            case Setting.KernelFile(var _, String path) -> List.of("file", path, "");
            case Setting.Offload(var _, String device, String feature) -> List.of("offload", device, feature);
            case Setting.Channels(var _, String device, String of) -> List.of("channels", device, of);
            case Setting.FlowHash(var _, String device, String flow) -> List.of("flow-hash", device, flow);
            case Setting.RawRule(var _, String program, String rule) -> List.of("rule", program, rule);
        };
    }

    private SettingFound found(String line) {
        String[] fields = line.split("\t", -1);
        try {
            if (fields.length == 3) {
                return new SettingFound(Outcome.valueOf(fields[0].toUpperCase(Locale.ROOT)), fields[1], fields[2]);
            }
        } catch (IllegalArgumentException e) {
            throw unreadable(line);
        }
        throw unreadable(line);
    }

    private HostException unreadable(String said) {
        return new HostException("The hand of %s was asked about kernel settings and gave no answer to them: %s"
                .formatted(host, said.strip()));
    }

    private static String script() {
        try (InputStream stream = Objects.requireNonNull(Settings.class.getResourceAsStream("settings.bash"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
