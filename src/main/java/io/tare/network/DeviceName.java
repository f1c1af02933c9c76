package io.tare.network;

import java.util.Locale;
import java.util.zip.CRC32;

/** Names of network devices that belong to one mode of a study. The kernel takes 15 bytes. */
final class DeviceName {
    private static final int LONGEST = 15;
    private static final int DIGITS = 4;

    private DeviceName() {}

    /** {@code cni-flannel} of {@code cni} and {@code flannel}; what is too long or holds other signs ends in digits of its checksum. */
    static String of(String kind, String as) {
        String whole = kind + "-" + as;
        if (whole.length() <= LONGEST && as.matches("[a-z0-9-]+")) {
            return whole;
        }
        CRC32 sum = new CRC32();
        sum.update(as.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        String digits = "%08x".formatted(sum.getValue()).substring(0, DIGITS);
        String plain = kind + "-" + as.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "");
        return plain.substring(0, Math.min(plain.length(), LONGEST - DIGITS)) + digits;
    }
}
