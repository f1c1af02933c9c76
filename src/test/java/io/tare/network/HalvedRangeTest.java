package io.tare.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A range parted between two hosts, so that no address is given twice. */
class HalvedRangeTest {
    @ParameterizedTest
    @CsvSource({
        "10.97.0.0/24, 10.97.0.0/25, 10.97.0.128/25",
        "10.0.0.0/8, 10.0.0.0/9, 10.128.0.0/9",
        "192.168.255.240/28, 192.168.255.240/29, 192.168.255.248/29",
        "223.255.254.0/23, 223.255.254.0/24, 223.255.255.0/24",
        "0.0.0.0/0, 0.0.0.0/1, 128.0.0.0/1"
    })
    void halvesShareNothingAndLeaveNoRest(String whole, String lower, String upper) {
        AddressRange range = AddressRange.of(whole).orElseThrow();
        assertThat(range.lowerHalf()).hasToString(lower);
        assertThat(range.upperHalf()).hasToString(upper);
        assertThat(range.lowerHalf().overlaps(range.upperHalf())).isFalse();
    }
}
