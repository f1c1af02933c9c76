package io.tare.tuning;

import io.tare.study.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All tunings there are. */
public final class Tunings {
    private static final List<Tuning> ALL = List.of(
            new Untouched(),
            new ReceivePacketSteering(),
            new ReceiveFlowSteering(),
            new TransmitPacketSteering(),
            new ReceiveSideScaling(),
            new InterruptAffinity(),
            OffloadSwitch.receive(),
            OffloadSwitch.segmentation(),
            OffloadSwitch.tcpSegmentation(),
            OffloadSwitch.tunnel(),
            new Mtu(),
            new BusyPolling(),
            new NapiDefer(),
            new ThreadedNapi(),
            new NetdevBudget(),
            new NetdevBacklog(),
            new SocketBuffers(),
            new CongestionControl(),
            new NoTracking(),
            new BridgeNetfilter(),
            new FrequencyGovernor());

    private Tunings() {}

    public static List<Tuning> all() {
        return ALL;
    }

    /** The tuning of that name; the study reader has made sure that there is one. */
    public static Tuning named(String name) {
        return ALL.stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no tuning " + name));
    }

    /** The tunings' words for the study file. */
    public static Map<String, List<Parameter>> words() {
        Map<String, List<Parameter>> words = new LinkedHashMap<>();
        ALL.forEach(t -> words.put(t.name(), t.about().parameters()));
        return words;
    }
}
