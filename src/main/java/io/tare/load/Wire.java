package io.tare.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.channel.epoll.LinuxSocket;
import io.netty.channel.unix.FileDescriptor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The socket of one connection: non-blocking, registered once, closed and opened again as often as it takes. Used by one thread. */
final class Wire {
    /** Edge-triggered, so that they never have to be changed. */
    private static final EpollIoOps EVENTS = EpollIoOps.EPOLLIN
            .with(EpollIoOps.EPOLLOUT)
            .with(EpollIoOps.EPOLLRDHUP)
            .with(EpollIoOps.EPOLLET);

    private @Nullable LinuxSocket socket;
    private @Nullable IoRegistration registration;
    private @Nullable ByteBuf unwritten;

    /** Begins to connect, with {@code handle} told of every event; true where that is done at once. */
    boolean connect(InetSocketAddress address, EpollIoHandle handle, Function<EpollIoHandle, IoRegistration> loop)
            throws IOException {
        LinuxSocket opened = LinuxSocket.newSocketStream();
        socket = opened;
        opened.setTcpNoDelay(true);
        boolean done = opened.connect(address);
        registration = loop.apply(handle);
        registration.submit(EVENTS);
        return done;
    }

    /** Whether the connection is made. */
    boolean finishConnect() throws IOException {
        return socket().finishConnect();
    }

    FileDescriptor fileDescriptor() {
        return socket();
    }

    /** Reads what is there, up to the buffer's capacity, and sets the buffer to it: bytes, 0 where there is nothing, -1 at the end. */
    int receive(ByteBuf in) throws IOException {
        int received = socket().recvAddress(in.memoryAddress(), 0, in.capacity());
        in.setIndex(0, Math.max(0, received));
        return received;
    }

    /** Sends what the kernel takes of {@code out}, and keeps the rest; gives the bytes taken. */
    int send(ByteBuf out) throws IOException {
        int length = out.writerIndex();
        int written = socket().sendAddress(out.memoryAddress(), 0, length);
        if (written < length) {
            unwritten = Unpooled.directBuffer(length - written).writeBytes(out, written, length - written);
        }
        return written;
    }

    /** Whether a rest is kept; nothing else may be sent before it. */
    boolean blocked() {
        return unwritten != null;
    }

    /** Sends on from the rest; gives the bytes taken. */
    int sendRest() throws IOException {
        ByteBuf rest = Objects.requireNonNull(unwritten, "there is no rest");
        int written = socket().sendAddress(rest.memoryAddress(), rest.readerIndex(), rest.writerIndex());
        rest.skipBytes(written);
        if (!rest.isReadable()) {
            rest.release();
            unwritten = null;
        }
        return written;
    }

    void close() {
        if (unwritten != null) {
            unwritten.release();
            unwritten = null;
        }
        if (registration != null) {
            registration.cancel();
            registration = null;
        }
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException _) {
                // the peer has reset it; there is nothing left to close
            }
            socket = null;
        }
    }

    private LinuxSocket socket() {
        return Objects.requireNonNull(socket, "the connection is closed");
    }
}
