package io.tare.host;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Collects what a process in a container prints, up to {@link #MOST} bytes a stream; what comes after is dropped. */
final class Frames extends ResultCallback.Adapter<Frame> {
    static final int MOST = 64 << 20;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Override
    public synchronized void onNext(Frame frame) {
        ByteArrayOutputStream stream = frame.getStreamType() == StreamType.STDERR ? err : out;
        byte[] bytes = frame.getPayload();
        if (bytes != null && stream.size() < MOST) {
            stream.write(bytes, 0, Math.min(bytes.length, MOST - stream.size()));
        }
    }

    synchronized String stdout() {
        return out.toString(StandardCharsets.UTF_8);
    }

    synchronized String stderr() {
        return err.toString(StandardCharsets.UTF_8);
    }

    String all() {
        return stdout() + stderr();
    }
}
