package io.tare.report;

import io.tare.report.MetricTable.Weight;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much of a run the page shows, so that it stays below 4 MB: of many cells the pictures are those of the first workloads and the costs over all, and of very
 * many the tables are left to the other files. The page says so where it is.
 *
 * @param rows of all tables
 * @param main rows of the main ones
 * @param sections workloads that have a section, the first of the study; at least one, where there is one
 */
record Room(long rows, long main, int sections) {
    /** So many rows take about 1 MB. */
    private static final long MOST_ROWS = 3_000;
    /** Main rows of which all workloads are drawn. */
    private static final long DRAWN_ROWS = 1_000;
    /** Workloads that are drawn of more. */
    private static final int DRAWN = 40;
    /** Main rows that all sections have together. */
    private static final long SECTION_ROWS = 3_000;
    /** Sections at most, however few their rows. */
    private static final int SECTIONS = 400;

    static Room of(Analysis analysis) {
        List<WorkloadResults> workloads = analysis.workloads();
        return new Room(
                rows(workloads.stream().flatMap(w -> w.tables().stream())),
                rows(workloads.stream().flatMap(w -> w.tables(Weight.MAIN).stream())),
                sections(workloads));
    }

    private static int sections(List<WorkloadResults> workloads) {
        long rows = 0;
        int most = Math.min(workloads.size(), SECTIONS);
        for (int i = 0; i < most; i++) {
            rows += rows(workloads.get(i).tables(Weight.MAIN).stream());
            if (rows > SECTION_ROWS) {
                return Math.max(1, i);
            }
        }
        return most;
    }

    private static long rows(Stream<MetricTable> tables) {
        return tables.mapToLong(table -> table.rows().size()).sum();
    }

    /** Whether tables that explain the main ones are in the page. */
    boolean whole() {
        return rows <= MOST_ROWS;
    }

    /** How many workloads have pictures: the first. */
    int drawn() {
        return main <= DRAWN_ROWS ? sections : Math.min(sections, DRAWN);
    }

    /** Whether a workload has pictures, and its bars among the findings; by its place in the study, from 0. */
    boolean draws(int workload) {
        return workload < drawn();
    }
}
