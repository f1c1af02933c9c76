package io.tare.tuning;

import io.tare.host.Setting;
import io.tare.study.Parameter;
import java.util.List;
import java.util.function.Function;

/** The parameter {@code devices} of tunings that set something of network devices. */
final class Devices {
    static final List<String> ALL = List.of("underlay", "vxlan", "veth");
    private static final String NAME = "devices";

    private Devices() {}

    /** {@code whose}, as "whose receive queues"; all devices are preset. */
    static Parameter parameter(String whose) {
        return Parameter.someOf(NAME, ALL, whose + "; those of these that a mode has");
    }

    /** The same value for these settings of each device that the study names, where the device has them. */
    static Wish each(Ground ground, Given given, Function<Device, List<Setting>> settings, String value) {
        List<Setting> all = ground.called(given.words(NAME)).stream()
                .flatMap(device -> settings.apply(device).stream())
                .toList();
        return all.isEmpty()
                ? Wish.none("the mode has none of the devices named (%s) there"
                        .formatted(String.join(", ", given.words(NAME))))
                : Wish.someOf(Wish.each(all, value));
    }
}
