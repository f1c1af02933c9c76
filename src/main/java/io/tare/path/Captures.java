package io.tare.path;

import io.tare.host.Host;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Captures on devices of one host, by its hand. They run in the hand's container for a minute at most and end with it; closing them ends them at once.
 */
final class Captures implements AutoCloseable {
    private static final String FOLDER = "/tmp/tare-captures";
    private static final Duration WITHIN = Duration.ofSeconds(30);

    private final Host host;
    private final List<Device> devices;
    private boolean open = true;

    private Captures(Host host, List<Device> devices) {
        this.host = host;
        this.devices = devices;
    }

    /**
     * What one device's capture gave.
     *
     * @param said tcpdump's own last words, with what it may have lost or why it saw nothing
     */
    record Taken(Device device, List<Frame> frames, String said) {}

    /** Begins them; returns when all listen. Frames that {@code filter}, in pcap-filter's words, lets through are kept. */
    static Captures begin(Host host, List<Device> devices, String filter) {
        Captures captures = new Captures(host, List.copyOf(devices));
        if (devices.isEmpty()) {
            captures.open = false;
            return captures;
        }
        List<String> words = new ArrayList<>(List.of("start", FOLDER, filter));
        for (Device device : devices) {
            words.add(device.at().entry());
            words.add(device.name());
        }
        captures.script(words);
        return captures;
    }

    /** Ends them and answers what they saw, in the order of the devices; nothing where they were ended before. */
    List<Taken> end() {
        if (!open) {
            return List.of();
        }
        open = false;
        return read(devices, script(List.of("stop", FOLDER)));
    }

    /** Reads what the script prints. */
    static List<Taken> read(List<Device> devices, String printed) {
        List<Taken> taken = new ArrayList<>();
        List<String> lines = printed.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String[] words = lines.get(i).split(" ", 3);
            if (!words[0].equals("capture")) {
                continue;
            }
            boolean file = i + 1 < lines.size() && !lines.get(i + 1).startsWith("capture ");
            List<Frame> frames = file ? PcapFile.read(Base64.getDecoder().decode(lines.get(i + 1))) : List.of();
            taken.add(new Taken(devices.get(Integer.parseInt(words[1])), frames, words.length > 2 ? words[2] : ""));
        }
        return taken;
    }

    @Override
    public void close() {
        end();
    }

    private String script(List<String> words) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", Script.text("captures.sh"), "captures.sh"));
        command.addAll(words);
        return host.hand()
                .run(command, WITHIN)
                .require(List.of("captures.sh", words.getFirst()), host.name())
                .stdout();
    }
}
