package io.tare.network;

/** The part of a mode's range that one host gives addresses from. */
record Block(AddressRange range) {
    private static final int BITS = 32;

    /** The {@code index}-th part, from 0, of those with that prefix length. */
    static Block of(AddressRange whole, int index, int length) {
        return new Block(new AddressRange(whole.first() + (index << (BITS - length)), length));
    }

    /** Its {@code index}-th address, from 1, without a prefix length: {@code 10.244.1.2}. */
    String address(int index) {
        return bare(range.address(index));
    }

    /** Its first address of all, which no container has: {@code 10.244.1.0}. */
    String network() {
        return bare(range.toString());
    }

    private static String bare(String address) {
        return address.substring(0, address.indexOf('/'));
    }

    /** In CIDR form. */
    @Override
    public String toString() {
        return range.toString();
    }
}
