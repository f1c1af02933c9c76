package io.tare.result;

import java.util.Objects;

/** What passed a network device, per second of the measured time. Packets are as the kernel counts them: a super-packet is one. */
public record DeviceUse(
        String device,
        double receivedPackets,
        double sentPackets,
        double receivedKilobytes,
        double sentKilobytes,
        double receiveDrops,
        double sendDrops) {
    public DeviceUse {
        Objects.requireNonNull(device, "device is null");
    }
}
