package io.tare.report;

import io.tare.report.MetricTable.Weight;
import java.util.stream.Stream;

/**
 * How much of a run the page shows, so that it stays below 4 MB: of many cells the pictures are those of the first workloads and the costs over all, and of very
 * many the tables are left to the other files. The page says so where it is.
 *
 * @param rows of all tables
 * @param main rows of the main ones
 */
record Room(long rows, long main) {
    /** So many rows take about 1 MB. */
    private static final long MOST_ROWS = 3_000;
    /** Main rows of which all workloads are drawn. */
    private static final long DRAWN_ROWS = 1_500;
    /** Workloads that are drawn of more. */
    static final int DRAWN = 40;
    /** Workloads that have a section. */
    static final int SECTIONS = 400;

    static Room of(Analysis analysis) {
        return new Room(
                rows(analysis.workloads().stream().flatMap(w -> w.tables().stream())),
                rows(analysis.workloads().stream().flatMap(w -> w.tables(Weight.MAIN).stream())));
    }

    private static long rows(Stream<MetricTable> tables) {
        return tables.mapToLong(table -> table.rows().size()).sum();
    }

    /** Whether tables that explain the main ones are in the page. */
    boolean whole() {
        return rows <= MOST_ROWS;
    }

    /** Whether a workload has pictures, and its bars among the findings; by its place in the study, from 0. */
    boolean draws(int workload) {
        return main <= DRAWN_ROWS || workload < DRAWN;
    }
}
