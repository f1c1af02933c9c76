package io.tare.host;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A journal in a file of JSON lines: {@code {"id":1,"undo":{…}}} before a change, {@code {"id":1}} once it is undone. Every line is
 * forced to the disk before the change is made. The file is removed when nothing is left in it.
 */
public final class FileJournal implements Journal {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(Undo.class, Kinds.class)
            .addMixIn(Setting.class, SettingKinds.class)
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final Path file;
    private final Consumer<Undo> undoer;
    private final Map<Long, Undo> open = new LinkedHashMap<>();
    private long last;

    /** Opens the journal, with what an earlier Tare left in it. {@code undoer} carries an undo out, or throws. */
    public FileJournal(Path file, Consumer<Undo> undoer) {
        this.file = Objects.requireNonNull(file, "file is null");
        this.undoer = Objects.requireNonNull(undoer, "undoer is null");
        load();
    }

    @Override
    public synchronized Entry before(Undo undo) {
        long id = ++last;
        write(new Line(id, undo));
        open.put(id, undo);
        return () -> undo(id);
    }

    @Override
    public synchronized int replay() {
        Set<Long> tried = new LinkedHashSet<>();
        List<RuntimeException> failures = new ArrayList<>();
        // undoing may itself need what is written down first: a hand
        for (long id = newest(tried); id > 0; id = newest(tried)) {
            tried.add(id);
            try {
                undo(id);
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            HostException all = new HostException(
                    "%d of %d changes could not be undone and stay in %s; 'tare clean' tries again. The first: %s"
                            .formatted(
                                    failures.size(),
                                    tried.size(),
                                    file,
                                    failures.getFirst().getMessage()));
            failures.forEach(all::addSuppressed);
            throw all;
        }
        return tried.size();
    }

    /** The newest change that stands and was not tried yet; 0 where there is none. */
    private long newest(Set<Long> tried) {
        return open.keySet().stream()
                .filter(id -> !tried.contains(id))
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    @Override
    public synchronized int left() {
        return open.size();
    }

    /** What is not undone, in the order it was made. */
    public synchronized List<Undo> standing() {
        return List.copyOf(open.values());
    }

    private synchronized void undo(long id) {
        Undo undo = open.get(id);
        if (undo == null) {
            return;
        }
        undoer.accept(undo);
        open.remove(id);
        try {
            if (open.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                write(new Line(id, null));
            }
        } catch (IOException e) {
            throw new HostException(
                    "'%s' was undone, but cannot be struck off the journal %s (%s); 'tare clean' tries it again, which does no harm."
                            .formatted(undo, file, e.getMessage()),
                    e);
        }
    }

    private void load() {
        if (!Files.exists(file)) {
            return;
        }
        try {
            for (String text : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                Line line;
                try {
                    line = JSON.readValue(text, Line.class);
                } catch (JacksonException e) {
                    requireCutOff(text, e);
                    continue;
                }
                last = Math.max(last, line.id());
                if (line.undo() == null) {
                    open.remove(line.id());
                } else {
                    open.put(line.id(), line.undo());
                }
            }
        } catch (IOException e) {
            throw new HostException("The journal %s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** A line may be cut off by a crash before the change it announced was made; a whole one that is not understood must not be forgotten. */
    private void requireCutOff(String text, JacksonException unread) {
        try {
            if (!JSON.readTree(text).has("undo")) {
                return;
            }
        } catch (JacksonException _) {
            return;
        }
        throw new HostException(
                "The journal %s holds a change that this Tare cannot undo, of a newer one: %s. Run that one's 'tare clean'."
                        .formatted(file, text.strip()),
                unread);
    }

    private void write(Line line) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent(), "a journal has a folder"));
            // not a channel: an interrupt would close it in the middle of a line
            try (FileOutputStream stream = new FileOutputStream(file.toFile(), true)) {
                stream.write(("\n" + JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
                stream.getFD().sync();
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private HostException unwritable(IOException e) {
        return new HostException(
                "The journal %s cannot be written (%s), so nothing is changed. Make room or run as root."
                        .formatted(file, e.getMessage()),
                e);
    }

    private record Line(long id, @Nullable Undo undo) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Undo.RemoveContainer.class, name = "remove-container"),
        @JsonSubTypes.Type(value = Undo.RemoveNetwork.class, name = "remove-network"),
        @JsonSubTypes.Type(value = Undo.RemoveVolume.class, name = "remove-volume"),
        @JsonSubTypes.Type(value = Undo.LeaveSwarm.class, name = "leave-swarm"),
        @JsonSubTypes.Type(value = Undo.RemoveDevice.class, name = "remove-device"),
        @JsonSubTypes.Type(value = Undo.RemoveRoute.class, name = "remove-route"),
        @JsonSubTypes.Type(value = Undo.RemoveRoutesInto.class, name = "remove-routes-into"),
        @JsonSubTypes.Type(value = Undo.RemoveRule.class, name = "remove-rule"),
        @JsonSubTypes.Type(value = Undo.StopContainer.class, name = "stop-container"),
        @JsonSubTypes.Type(value = Undo.RemoveChain.class, name = "remove-chain"),
        @JsonSubTypes.Type(value = Undo.RemoveDatapath.class, name = "remove-datapath"),
        @JsonSubTypes.Type(value = Undo.RestoreSettings.class, name = "restore-settings")
    })
    private interface Kinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "setting")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Setting.KernelFile.class, name = "file"),
        @JsonSubTypes.Type(value = Setting.Offload.class, name = "offload"),
        @JsonSubTypes.Type(value = Setting.Channels.class, name = "channels"),
        @JsonSubTypes.Type(value = Setting.FlowHash.class, name = "flow-hash"),
        @JsonSubTypes.Type(value = Setting.RawRule.class, name = "raw-rule")
    })
    private interface SettingKinds {}
}
