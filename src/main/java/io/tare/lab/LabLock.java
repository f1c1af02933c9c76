package io.tare.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One Tare at a time on a lab. The kernel lets go of the lock when its holder ends, however it ends. */
public final class LabLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private LabLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Whether a lab may be called so. */
    public static boolean fits(String name) {
        return LabFolders.fits(name);
    }

    /** Whether a Tare has the lock. It is looked up in the kernel's list: to open the file and close it again would let go of a lock of this process's own. */
    public static boolean held(String lab) {
        Path file = new LabFolders(lab).lock();
        try (Stream<String> locks = Files.lines(Path.of("/proc/locks"))) {
            String inode = ":" + Files.getAttribute(file, "unix:ino");
            return locks.map(line -> line.strip().split("\\s+"))
                    .anyMatch(lock -> lock.length > 5 && lock[1].equals("POSIX") && lock[5].endsWith(inode));
        } catch (IOException | UncheckedIOException _) { // nobody ever took it, or nobody can say
            return false;
        }
    }

    /** Takes the lock, or throws {@link LabException.Busy} that names the process that has it. */
    public static LabLock take(String lab) {
        Path file = new LabFolders(lab).lock();
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                String holder = Files.readString(file).strip();
                channel.close();
                throw new LabException.Busy(
                        "Another Tare (process %s) is using lab '%s'. Wait for its end, or name another lab with --lab."
                                .formatted(holder.isEmpty() ? "unknown" : holder, lab));
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new LabLock(channel, lock);
        } catch (AccessDeniedException e) {
            throw new LabException.Missing("A lab needs root: %s cannot be written. Use sudo.".formatted(file));
        } catch (IOException e) {
            throw new LabException("%s cannot be locked: %s".formatted(file, e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        try (channel) {
            lock.release();
        } catch (IOException _) {
            // the kernel releases it with the process
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null; // held within this very process
        }
    }
}
