package io.tare.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crash is a journal that is dropped and opened again: every line is on the disk before the change is made. */
class FileJournalTest {
    private static final Undo SERVER = new Undo.RemoveContainer("server");
    private static final Undo NETWORK = new Undo.RemoveNetwork("net");
    private static final Undo SWARM = new Undo.LeaveSwarm();

    private final List<Undo> undone = new ArrayList<>();
    private Path file = Path.of("");

    @BeforeEach
    void inAFolderThatDoesNotExistYet(@TempDir Path folder) {
        file = folder.resolve("lab").resolve("h1.journal");
    }

    private FileJournal journal() {
        return new FileJournal(file, undone::add);
    }

    @Test
    void anEntryThatIsClosedIsUndoneOnceAndLeavesNoFile() {
        Journal.Entry entry = journal().before(SERVER);
        assertThat(file).content().contains("server");
        entry.close();
        entry.close();
        assertThat(undone).containsExactly(SERVER);
        assertThat(file).doesNotExist();
    }

    @Test
    void whatACrashLeftIsUndoneNewestFirst() {
        FileJournal crashed = journal();
        crashed.before(SWARM);
        crashed.before(NETWORK);
        crashed.before(SERVER);
        FileJournal reopened = journal();
        assertThat(reopened.left()).isEqualTo(3);
        assertThat(reopened.replay()).isEqualTo(3);
        assertThat(undone).containsExactly(SERVER, NETWORK, SWARM);
        assertThat(file).doesNotExist();
        assertThat(reopened.replay()).isZero();
    }

    @Test
    void whatWasUndoneBeforeTheCrashIsNotUndoneAgain() {
        FileJournal crashed = journal();
        crashed.before(NETWORK);
        crashed.before(SERVER).close();
        undone.clear();
        journal().replay();
        assertThat(undone).containsExactly(NETWORK);
    }

    @Test
    void aLineThatThePowerCutIsLeftOutAndLaterOnesAreRead() throws IOException {
        journal().before(NETWORK);
        Files.writeString(file, "\n{\"id\":2,\"undo\":{\"kind\":\"remove-cont", StandardOpenOption.APPEND);
        FileJournal after = journal();
        assertThat(after.left()).isEqualTo(1);
        after.before(SERVER);
        assertThat(journal().left()).isEqualTo(2);
        journal().replay();
        assertThat(undone).containsExactly(SERVER, NETWORK);
    }

    @Test
    void aChangeOfANewerTareIsNotForgotten() throws IOException {
        journal().before(NETWORK);
        Files.writeString(
                file, "\n{\"id\":2,\"undo\":{\"kind\":\"restore-mask\",\"mask\":\"3\"}}\n", StandardOpenOption.APPEND);
        assertThatThrownBy(this::journal)
                .isInstanceOf(HostException.class)
                .hasMessageContaining("restore-mask")
                .hasMessageContaining("newer");
        assertThat(file).exists();
    }

    @Test
    void whatCannotBeUndoneStaysAndTheRestIsUndone() {
        FileJournal stubborn = new FileJournal(file, undo -> {
            if (undo.equals(NETWORK)) {
                throw new HostException("network net has active endpoints");
            }
            undone.add(undo);
        });
        stubborn.before(SWARM);
        stubborn.before(NETWORK);
        stubborn.before(SERVER);
        assertThatThrownBy(stubborn::replay)
                .isInstanceOf(HostException.class)
                .hasMessageContaining("1 of 3 changes could not be undone")
                .hasMessageContaining("active endpoints")
                .hasMessageContaining("tare clean");
        assertThat(undone).containsExactly(SERVER, SWARM);
        undone.clear();
        assertThat(journal().replay()).isEqualTo(1);
        assertThat(undone).containsExactly(NETWORK);
    }

    @Test
    void idsGoOnAfterACrash() {
        journal().before(NETWORK);
        FileJournal second = journal();
        second.before(SERVER).close();
        assertThat(undone).containsExactly(SERVER);
        assertThat(journal().left()).isEqualTo(1);
    }

    @Test
    void withoutAJournalNothingIsChanged() throws IOException {
        Files.createDirectories(file); // a folder in its place
        assertThatThrownBy(this::journal).isInstanceOf(HostException.class).hasMessageContaining(file.toString());
    }
}
