package io.tare.result;

import io.tare.study.Cell;
import io.tare.study.Study;
import io.tare.study.TestbedSpec;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code run.json}: all that is needed to understand the samples without the machine they came from.
 *
 * @param version of the format; 1 had no metrics
 * @param tare the version of Tare that wrote it
 * @param studyFile the study as the user wrote it, byte for byte
 * @param study the same with everything filled in and narrowed by the command line
 * @param seed of the order and the bootstrap
 * @param notes what a reader has to know of this testbed: what each figure covers, stand-ins, an emulated CPU
 * @param imported where the samples came from, where Tare did not measure them; else null
 * @param metrics what the samples' metrics are; empty where each line says it, as until version 2 of the lines
 */
public record Manifest(
        int version,
        String tare,
        State state,
        String studyFile,
        Study study,
        long seed,
        Instant started,
        @Nullable Instant finished,
        Spent spent,
        List<HostFacts> hosts,
        ImageFacts image,
        List<CellFacts> cells,
        List<String> notes,
        @Nullable Imported imported,
        MetricKinds metrics) {
    public static final int VERSION = 2;

    public Manifest {
        Objects.requireNonNull(tare, "tare is null");
        Objects.requireNonNull(state, "state is null");
        Objects.requireNonNull(studyFile, "studyFile is null");
        Objects.requireNonNull(study, "study is null");
        Objects.requireNonNull(started, "started is null");
        Objects.requireNonNull(spent, "spent is null");
        hosts = List.copyOf(hosts);
        Objects.requireNonNull(image, "image is null");
        cells = List.copyOf(cells);
        notes = List.copyOf(notes);
        metrics = metrics == null ? MetricKinds.EMPTY : metrics; // of older runs
    }

    /** A run that is about to begin: nothing is known of its testbed yet. */
    public static Manifest begun(String tare, String studyFile, Study study, long seed, Instant started) {
        return new Manifest(
                VERSION,
                tare,
                State.RUNNING,
                studyFile,
                study,
                seed,
                started,
                null,
                new Spent(0, 0),
                List.of(),
                new ImageFacts("", "", Map.of()),
                List.of(),
                List.of(),
                null,
                MetricKinds.EMPTY);
    }

    /** The testbed is ready: what it really is, which hosts it has, and what a reader has to know of it. */
    public Manifest on(TestbedSpec spec, List<HostFacts> testbed, ImageFacts with, List<String> told) {
        return new Manifest(
                version,
                tare,
                state,
                studyFile,
                study.on(spec),
                seed,
                started,
                finished,
                spent,
                testbed,
                with,
                cells,
                told,
                imported,
                metrics);
    }

    /** The same, with its samples from files of other tools. */
    public Manifest from(Imported files, List<String> told) {
        return new Manifest(
                version, tare, state, studyFile, study, seed, started, finished, spent, hosts, image, cells, told,
                files, metrics);
    }

    /** Where the containers stood, in words. */
    public String placed() {
        return imported == null ? study.placement().meaning() : "imported: the hosts are not known";
    }

    /** The study has become another: a search tries tunings that it did not name. */
    public Manifest studying(Study now) {
        return new Manifest(
                version, tare, state, studyFile, now, seed, started, finished, spent, hosts, image, cells, notes,
                imported, metrics);
    }

    /** What became of each cell, in the order it was recorded. */
    public Map<Cell, CellFacts> facts() {
        Map<Cell, CellFacts> facts = new LinkedHashMap<>();
        cells.forEach(known -> facts.put(known.cell(), known));
        return facts;
    }

    public Manifest withCells(List<CellFacts> now) {
        return new Manifest(
                version, tare, state, studyFile, study, seed, started, finished, spent, hosts, image, now, notes,
                imported, metrics);
    }

    /** With the table that samples of version 3 are read with; of this version, so that a Tare that does not know the table leaves the run alone. */
    public Manifest withMetrics(MetricKinds now) {
        return new Manifest(
                VERSION, tare, state, studyFile, study, seed, started, finished, spent, hosts, image, cells, notes,
                imported, now);
    }

    /** The run has come to an end, or to a halt. */
    public Manifest ended(State now, Instant when, Spent time) {
        return new Manifest(
                version, tare, now, studyFile, study, seed, started, when, time, hosts, image, cells, notes, imported,
                metrics);
    }

    /** How far a run has come. */
    public enum State {
        RUNNING,
        COMPLETE,
        /** Ended before its last trial; {@code --resume} goes on. */
        PARTIAL
    }

    /**
     * Where a run's time went, in s.
     *
     * @param measured inside measured seconds of trials that count
     * @param total from the first change to a host until the modes were undone; a lab is removed after it
     */
    public record Spent(double measured, double total) {
        /** The share of the run that was measurement, 0 to 1; 0 where nothing ran. */
        public double share() {
            return total > 0 ? measured / total : 0;
        }
    }

    /**
     * @param role {@code client}, {@code server}, {@code host} where it is both, or {@code other}
     * @param facts kernel, CPU, NIC, offloads, MTU, sysctls, Docker …, in the order to show them
     */
    public record HostFacts(String host, String role, Map<String, String> facts) {}

    /**
     * @param reference the image's name and tag
     * @param digest its id in the Engine
     * @param packages the versions of the packages that matter, by name; empty for an image of the user's
     */
    public record ImageFacts(String reference, String digest, Map<String, String> packages) {}

    /**
     * A cell of the study and what became of it.
     *
     * @param dataPath what carries its packets; empty where it was not connected
     * @param standIn what did not run and what ran in its place, in a sentence; null where the data path is no stand-in
     * @param server the server's arguments
     * @param client the client's arguments
     * @param outcome {@code measured}, {@code unavailable} (the testbed cannot), or {@code given-up} (failed three times in a row)
     * @param reason why it was not measured, else empty
     */
    public record CellFacts(
            Cell cell,
            String dataPath,
            @Nullable String standIn,
            List<String> server,
            List<String> client,
            String outcome,
            String reason) {}
}
