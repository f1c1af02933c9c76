package io.tare.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    private Path folder = Path.of("");

    @BeforeEach
    void inAFolderThatDoesNotExistYet(@TempDir Path temporary) {
        folder = temporary.resolve("runs").resolve("one");
    }

    private Path samples() {
        return folder.resolve("samples.jsonl");
    }

    private void twoSamples() {
        try (RunFolder run = RunFolder.create(folder, Examples.manifest())) {
            run.append(Examples.sample(1));
            run.append(Examples.sample(2));
        }
    }

    @Test
    void whatIsWrittenIsReadBackTheSame() {
        twoSamples();
        RecordedRun run = RecordedRun.read(folder);
        assertThat(run.manifest().withMetrics(MetricKinds.EMPTY)).isEqualTo(Examples.manifest());
        assertThat(run.samples()).containsExactly(Examples.sample(1), Examples.sample(2));
        assertThat(run.damage()).isEmpty();
        assertThat(run.complete()).isFalse();
    }

    /** Runs of before there were stand-ins say nothing of them. */
    @Test
    void anOlderRunIsReadAsOneWithoutStandIns() throws IOException {
        twoSamples();
        Path manifest = folder.resolve("run.json");
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.replaceFirst("\\s*\"standIn\"[^\\n]*", ""));
        assertThat(Files.readString(manifest)).isNotEqualTo(text);
        assertThat(RecordedRun.read(folder).manifest().cells()).singleElement().satisfies(cell -> {
            assertThat(cell.dataPath()).isEqualTo("vxlan");
            assertThat(cell.standIn()).isNull();
        });
    }

    @Test
    void aSampleIsOneLineThatOtherToolsCanRead() throws IOException {
        twoSamples();
        assertThat(Files.readAllLines(samples()))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("{\"version\":3,\"block\":1,\"trial\":")
                        .contains("\"hosts\":[{\"host\":\"h1\"", "\"cpus\":2,\"cpu\":{\"user\":40.0,"));
    }

    @Test
    void theManifestTellsWhatTheMetricsAreBeforeTheFirstSampleHasThem() {
        try (RunFolder run = RunFolder.create(folder, Examples.manifest())) {
            run.append(Examples.sample(1));
            run.write(Examples.manifest()); // by one who knows nothing of it
            MetricKinds told = RecordedRun.manifest(folder).metrics();
            assertThat(told.workloads()).hasToString("{own={latency=Kind[unit=µs, better=LOWER]}}");
        }
        try (RunFolder run = RunFolder.resume(folder)) {
            run.write(Examples.manifest());
            run.append(Examples.sample(2));
        }
        assertThat(RecordedRun.read(folder).samples()).containsExactly(Examples.sample(1), Examples.sample(2));
    }

    @Test
    void noSampleIsWrittenWhereTheManifestCannotTellItsMetrics() throws IOException {
        try (RunFolder run = RunFolder.create(folder, Examples.manifest())) {
            Files.createDirectory(folder.resolve("run.json.new")); // in the way of a new manifest, once
            assertThatThrownBy(() -> run.append(Examples.sample(1))).hasMessageContaining("cannot be written");
            assertThat(samples()).isEmptyFile();
            run.append(Examples.sample(2));
        }
        assertThat(RecordedRun.read(folder).samples()).containsExactly(Examples.sample(2));
    }

    @Test
    void anOlderRunThatGoesOnIsNoLongerOneForAnOlderTare() throws IOException {
        RunFolder.create(folder, Examples.manifest()).close();
        Path manifest = folder.resolve("run.json");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("\"version\" : 2", "\"version\" : 1"));
        try (RunFolder run = RunFolder.resume(folder)) {
            assertThat(RecordedRun.manifest(folder).version()).isEqualTo(1);
            run.append(Examples.sample(1));
        }
        assertThat(RecordedRun.manifest(folder).version()).isEqualTo(2);
    }

    @Test
    void whoReadsTheRunItWritesKeepsItsLock() throws IOException {
        try (RunFolder run = RunFolder.create(folder, Examples.manifest())) {
            run.append(Examples.sample(1));
            assertThat(run.recorded().samples()).containsExactly(Examples.sample(1));
            assertThat(locked()).isTrue();
            run.append(Examples.sample(2));
            assertThat(run.recorded().samples()).hasSize(2);
            assertThat(locked()).isTrue();
        }
        assertThat(locked()).isFalse();
    }

    /** Whether the kernel holds a lock on the samples, for whatever process. */
    private boolean locked() throws IOException {
        String inode = ":%s ".formatted(Files.getAttribute(samples(), "unix:ino"));
        return Files.readAllLines(Path.of("/proc/locks")).stream().anyMatch(line -> line.contains(inode));
    }

    @Test
    void aSampleIsOnTheDiskBeforeTheRunEnds() {
        try (RunFolder run = RunFolder.create(folder, Examples.manifest())) {
            run.append(Examples.sample(1));
            assertThat(RecordedRun.read(folder).samples()).hasSize(1); // as another process sees it
        }
    }

    @Test
    void anInterruptDoesNotCutASampleOff() {
        try (RunFolder run = RunFolder.create(folder, Examples.manifest())) {
            Thread.currentThread().interrupt();
            run.append(Examples.sample(1));
            run.write(Examples.manifest());
            assertThat(Thread.interrupted()).isTrue();
            run.append(Examples.sample(2));
        }
        assertThat(RecordedRun.read(folder).samples()).hasSize(2);
    }

    @Test
    void resumingTakesAwayALineThatAPowerCutBroke() throws IOException {
        twoSamples();
        byte[] whole = Files.readAllBytes(samples());
        Files.write(samples(), java.util.Arrays.copyOf(whole, whole.length - 40));
        assertThat(RecordedRun.read(folder).samples()).hasSize(1); // a report before it is resumed
        assertThat(RecordedRun.read(folder).damage()).hasSize(1);
        try (RunFolder run = RunFolder.resume(folder)) {
            run.append(Examples.sample(3));
        }
        RecordedRun run = RecordedRun.read(folder);
        assertThat(run.samples()).containsExactly(Examples.sample(1), Examples.sample(3));
        assertThat(run.damage()).isEmpty();
        assertThat(folder.resolve("log.txt")).content().contains("cut off");
    }

    @Test
    void aBrokenLineInTheMiddleIsToldAndTheRestUsed() throws IOException {
        twoSamples();
        List<String> lines = Files.readAllLines(samples());
        Files.write(samples(), List.of(lines.get(0), "\0\0\0{\"version\":1", "{\"version\":1}", "null", lines.get(1)));
        RecordedRun run = RecordedRun.read(folder);
        assertThat(run.samples()).containsExactly(Examples.sample(1), Examples.sample(2));
        assertThat(run.damage())
                .hasSize(3)
                .allSatisfy(damage -> assertThat(damage).contains("cannot be read and is left out"))
                .first()
                .asString()
                .startsWith("samples.jsonl line 2 ");
    }

    @Test
    void aNewerVersionIsRefusedRatherThanMisread() throws IOException {
        twoSamples();
        Path manifest = folder.resolve("run.json");
        String text = Files.readString(manifest);
        Files.writeString(samples(), Files.readString(samples()).replaceFirst("\"version\":3", "\"version\":9"));
        assertThat(RecordedRun.read(folder).samples()).hasSize(1);
        assertThat(RecordedRun.read(folder).damage().getFirst()).contains("of format version 9, newer than");
        Files.writeString(manifest, text.replaceFirst("\"version\" : 2", "\"version\" : 9"));
        assertThatThrownBy(() -> RecordedRun.read(folder))
                .isInstanceOf(ResultException.class)
                .hasMessageContaining("is of format version 9; this Tare reads up to 2. Use a newer Tare.");
    }

    @Test
    void fieldsThatALaterTareAddedAreIgnored() throws IOException {
        twoSamples();
        String later = Files.readString(samples()).replace("{\"version\"", "{\"weather\":\"fine\",\"version\"");
        assertThat(later).contains("fine");
        Files.writeString(samples(), later);
        assertThat(RecordedRun.read(folder).samples()).hasSize(2);
    }

    @Test
    void oneProcessAtATimeWritesARun() {
        try (RunFolder run = RunFolder.create(folder, Examples.manifest())) {
            assertThat(run.path()).isEqualTo(folder);
            assertThatThrownBy(() -> RunFolder.resume(folder))
                    .isInstanceOf(ResultException.Busy.class)
                    .hasMessageContaining("Another Tare is writing to " + folder);
        }
        RunFolder.resume(folder).close();
    }

    @Test
    void aFolderWithSomethingInItIsNotWrittenTo() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("thesis.tex"), "years of work");
        assertThatThrownBy(() -> RunFolder.create(folder, Examples.manifest()))
                .isInstanceOf(ResultException.class)
                .hasMessageContaining("is not empty. Name another folder with --to, or go on with what is there");
        assertThat(folder.toFile().list()).containsExactly("thesis.tex");
    }

    @Test
    void whatIsNoRunFolderIsTold() throws IOException {
        assertThatThrownBy(() -> RecordedRun.read(folder)).hasMessageContaining("is no run folder");
        assertThatThrownBy(() -> RunFolder.resume(folder)).hasMessageContaining("is no run folder");
        Files.createDirectories(Objects.requireNonNull(folder.getParent()));
        Files.createFile(folder);
        assertThatThrownBy(() -> RunFolder.create(folder, Examples.manifest()))
                .isInstanceOf(ResultException.class)
                .hasMessageContaining("it is a file, not a folder");
    }

    @Test
    void aDamagedManifestIsTold() throws IOException {
        twoSamples();
        Files.writeString(folder.resolve("run.json"), "{\"version\": 1, \"tare\": ");
        assertThatThrownBy(() -> RecordedRun.read(folder))
                .isInstanceOf(ResultException.class)
                .hasMessageContaining("run.json is damaged");
    }

    @Test
    void sarAndLogAreAddedTo() throws IOException {
        try (RunFolder run = RunFolder.create(folder, Examples.manifest())) {
            run.appendSar("h1", "{\"trial\":1}");
            run.appendSar("h1", "{\"trial\":2}");
            run.log("first");
        }
        assertThat(Files.readAllLines(folder.resolve("sar").resolve("h1.jsonl")))
                .containsExactly("{\"trial\":1}", "{\"trial\":2}");
        assertThat(folder.resolve("log.txt")).content(StandardCharsets.UTF_8).endsWith("Z first\n");
        Files.writeString(samples(), "", StandardOpenOption.APPEND);
        assertThat(RecordedRun.read(folder).samples()).isEmpty();
    }

    @Test
    void aRunThatEndedBeforeItsFirstTrialLeavesNothing() {
        try (RunFolder run = RunFolder.create(folder, Examples.manifest())) {
            run.discardIfEmpty();
        }
        assertThat(folder).doesNotExist();
        twoSamples();
        try (RunFolder run = RunFolder.resume(folder)) {
            run.discardIfEmpty();
        }
        assertThat(samples()).exists();
    }
}
