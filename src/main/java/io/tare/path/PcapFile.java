package io.tare.path;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Reads the file that tcpdump writes (pcap; draft-ietf-opsawg-pcap). A last frame that was cut off is left out. */
final class PcapFile {
    private static final int MICROSECONDS = 0xa1b2c3d4;
    private static final int NANOSECONDS = 0xa1b23c4d;
    private static final int HEADER = 24;
    private static final int FRAME_HEADER = 16;

    private PcapFile() {}

    static List<Frame> read(byte[] file) {
        List<Frame> frames = new ArrayList<>();
        if (file.length < HEADER) {
            return frames;
        }
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int magic = buffer.getInt(0);
        if (magic != MICROSECONDS && magic != NANOSECONDS) {
            buffer.order(ByteOrder.BIG_ENDIAN);
            magic = buffer.getInt(0);
        }
        if (magic != MICROSECONDS && magic != NANOSECONDS) {
            throw new IllegalArgumentException("no pcap file: it begins with %08x".formatted(magic));
        }
        int linkType = buffer.getInt(20) & 0xffff;
        long unit = magic == NANOSECONDS ? 1 : 1000;
        buffer.position(HEADER);
        while (buffer.remaining() >= FRAME_HEADER) {
            long nanos = Integer.toUnsignedLong(buffer.getInt()) * 1_000_000_000L
                    + Integer.toUnsignedLong(buffer.getInt()) * unit;
            int captured = buffer.getInt();
            buffer.getInt(); // the length on the wire
            if (captured < 0 || captured > buffer.remaining()) {
                break;
            }
            byte[] bytes = new byte[captured];
            buffer.get(bytes);
            frames.add(Frame.of(nanos, linkType, bytes));
        }
        return frames;
    }
}
