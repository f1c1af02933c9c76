package io.tare.tuning;

import java.math.BigInteger;
import java.util.BitSet;

/** Sets of CPUs as the kernel writes them: masks in hexadecimal with a comma between words of 32, and lists such as {@code 0-3,8}. */
final class CpuMask {
    private CpuMask() {}

    /** {@link NumberFormatException} where it is no mask. */
    static BitSet of(String mask) {
        BigInteger bits = new BigInteger(mask.replace(",", ""), 16);
        BitSet set = new BitSet();
        for (int i = 0; i < bits.bitLength(); i++) {
            set.set(i, bits.testBit(i));
        }
        return set;
    }

    /** {@link NumberFormatException} where it is no list. */
    static BitSet list(String list) {
        BitSet set = new BitSet();
        for (String range : list.strip().split(",")) {
            String[] ends = range.split("-", 2);
            set.set(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]) + 1);
        }
        return set;
    }

    /** Without commas and leading zeros; {@code 0} for none. */
    static String text(BitSet set) {
        BigInteger bits = BigInteger.ZERO;
        for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
            bits = bits.setBit(i);
        }
        return bits.toString(16);
    }

    /** Whether it is some of these, and not none. */
    static boolean within(BitSet set, BitSet all) {
        BitSet others = (BitSet) set.clone();
        others.andNot(all);
        return !set.isEmpty() && others.isEmpty();
    }
}
