package io.tare.tuning;

import io.tare.study.Parameter;
import io.tare.tuning.Wish.Wanted;
import java.util.List;

/** {@code socket-buffers}: how large the buffers of a TCP connection may grow by themselves, and those of other sockets when asked. */
final class SocketBuffers implements Tuning {
    private static final int KIB = 1024;
    private static final About ABOUT = new About(
            "socket-buffers",
            "buffers of TCP connections may grow larger (tcp_rmem, tcp_wmem of the container), and those that a program asks for (rmem_max, wmem_max of the host)",
            "sockets",
            "nothing; rmem_max and wmem_max are one for the whole machine",
            "memory, and latency where a buffer that is too large stands full",
            "Linux, Documentation/networking/ip-sysctl.rst, tcp_rmem, tcp_wmem",
            List.of(Parameter.of("most", Parameter.Type.SIZE, "16M", "the largest buffer, in bytes")
                    .atLeast(64 * KIB)
                    .atMost(1 << 30)));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Export export(Given given) {
        String most = Long.toString(bytes(given.text("most")));
        String inherited = "; containers that start later begin with it";
        return Export.parameter("net.ipv4.tcp_rmem", "4096 131072 " + most, "TCP's receive buffers" + inherited)
                .and(Export.parameter("net.ipv4.tcp_wmem", "4096 16384 " + most, "TCP's send buffers" + inherited))
                .and(Export.parameter("net.core.rmem_max", most, "the largest receive buffer a program may ask for"))
                .and(Export.parameter("net.core.wmem_max", most, "the largest send buffer a program may ask for"));
    }

    @Override
    public Wish on(Ground ground, Given given) {
        String most = Long.toString(bytes(given.text("most")));
        // the least and the first size of a buffer as Linux presets them
        return Wish.someOf(List.of(
                new Wanted(ground.ofContainer("net.ipv4.tcp_rmem"), "4096 131072 " + most),
                new Wanted(ground.ofContainer("net.ipv4.tcp_wmem"), "4096 16384 " + most),
                new Wanted(ground.ofHost("net.core.rmem_max"), most),
                new Wanted(ground.ofHost("net.core.wmem_max"), most)));
    }

    private static long bytes(String size) {
        long number = Long.parseLong(size.replaceAll("[^0-9]", ""));
        return switch (size.charAt(size.length() - 1)) {
            case 'K', 'k' -> number * KIB;
            case 'M', 'm' -> number * KIB * KIB;
            case 'G', 'g' -> number * KIB * KIB * KIB;
            default -> number;
        };
    }
}
