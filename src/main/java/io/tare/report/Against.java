package io.tare.report;

import io.tare.report.PublishedStudy.Row;
import io.tare.report.PublishedStudy.Table;
import io.tare.result.Manifest.CellFacts;
import io.tare.study.Cell;
import io.tare.study.Choice;
import io.tare.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A run beside what a study has published: every table and figure of it, with what the run has of each or why it has nothing. Changes are
 * compared, not values: these belong to their machine.
 *
 * @param tables in the study's order
 * @param figures in the study's order
 */
public record Against(PublishedStudy study, List<AgainstTable> tables, List<AgainstFigure> figures) {
    public Against {
        Objects.requireNonNull(study, "study is null");
        tables = List.copyOf(tables);
        figures = List.copyOf(figures);
    }

    public static Against of(Analysis analysis, PublishedStudy study) {
        Reasons reasons = new Reasons(analysis, study);
        List<AgainstTable> tables = study.tables().stream()
                .map(table -> table(analysis, study, table))
                .map(table -> table.saying(Differences.of(table, reasons)))
                .toList();
        return new Against(
                study,
                tables,
                study.figures().stream()
                        .map(figure -> AgainstFigure.of(analysis, figure))
                        .toList());
    }

    /** How much of the study is here and how it compares, in two sentences. */
    public String summary() {
        return AgainstWords.summary(this);
    }

    /** How many rows of tables were compared, of how many that could be; the baseline's own are not counted. */
    long compared() {
        return rows().filter(r -> r.change().isPresent()).count();
    }

    java.util.stream.Stream<AgainstRow> rows() {
        return tables.stream()
                .flatMap(t -> t.rows().stream())
                .filter(r -> r.agreement() != AgainstRow.Agreement.BASELINE);
    }

    private static AgainstTable table(Analysis analysis, PublishedStudy study, Table table) {
        Optional<MetricTable> measured = analysis.workloads().stream()
                .filter(w -> w.workload().equals(table.workload()))
                .flatMap(w -> w.tables().stream())
                .filter(t -> t.metric().equals(table.metric()))
                .findFirst();
        List<AgainstRow> rows = new ArrayList<>();
        for (Row row : table.rows()) {
            Cell cell = new Cell(row.mode(), row.tuning(), table.workload());
            Optional<CellRow> found = measured.flatMap(
                    t -> t.rows().stream().filter(r -> r.cell().equals(cell)).findFirst());
            boolean any = found.filter(r -> !r.points().isEmpty()).isPresent();
            boolean based = analysis.manifest().study().baseline().equals(study.baseline());
            rows.add(new AgainstRow(
                    row,
                    ratio(study, table, row),
                    found,
                    found.flatMap(
                            r -> row.tuning().equals("none") ? (based ? r.change() : Optional.empty()) : r.gain()),
                    any ? uncompared(analysis, study, found.get(), row) : missing(analysis, cell, found, table)));
        }
        return new AgainstTable(table, measured, rows, List.of());
    }

    /** Against the same mode untuned for a tuning, else against the baseline, wherever in the study it is published. */
    private static Optional<PublishedRatio> ratio(PublishedStudy study, Table table, Row row) {
        String base = row.tuning().equals("none") ? study.baseline() : row.mode();
        if (base.equals(row.mode()) && row.tuning().equals("none")) {
            return Optional.empty();
        }
        return study.tables().stream()
                .filter(t -> t.workload().equals(table.workload()) && t.metric().equals(table.metric()))
                .flatMap(t ->
                        t.row(base, "none").stream().map(b -> PublishedRatio.of(row, table.samples(), b, t.samples())))
                .findFirst();
    }

    /** Why a row that has values is not compared; empty where it is. */
    private static String uncompared(Analysis analysis, PublishedStudy study, CellRow found, Row row) {
        if (!row.tuning().equals("none")) {
            return found.gain().isPresent() ? "" : "%s without a tuning has no valid sample".formatted(row.mode());
        }
        if (row.mode().equals(study.baseline())) {
            return "";
        }
        String baseline = analysis.manifest().study().baseline();
        return !baseline.equals(study.baseline())
                ? "the run's baseline is %s, not %s".formatted(baseline, study.baseline())
                : found.change().isPresent() ? "" : "the baseline, %s, has no valid sample".formatted(baseline);
    }

    private static String missing(Analysis analysis, Cell cell, Optional<CellRow> found, Table table) {
        Study study = analysis.manifest().study();
        if (study.workloads().stream().map(Choice::name).noneMatch(cell.workload()::equals)) {
            return "the run's study has no workload " + cell.workload();
        }
        if (study.modes().stream().map(Choice::name).noneMatch(cell.mode()::equals)) {
            return "the run's study has no mode " + cell.mode();
        }
        Optional<CellFacts> facts = analysis.manifest().cells().stream()
                .filter(c -> c.cell().equals(cell))
                .findFirst();
        if (facts.filter(c -> !c.outcome().equals("measured")).isPresent()) {
            return "%s: %s".formatted(cell, facts.get().reason());
        }
        if (facts.isEmpty() && found.isEmpty() && !cell.untuned()) {
            return "the run's study has no tuning %s of %s with %s"
                    .formatted(cell.tuning(), cell.mode(), cell.workload());
        }
        if (found.isEmpty()) {
            return "no sample of %s has %s".formatted(cell, table.metric());
        }
        String left = found.get().excluded().toString();
        return left.isEmpty() ? "%s was not measured".formatted(cell) : "%s: %s".formatted(cell, left);
    }
}
