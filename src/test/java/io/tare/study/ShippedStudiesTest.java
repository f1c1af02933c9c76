package io.tare.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.workload.Workloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedStudiesTest {
    private static final Path STUDIES = Path.of("studies");

    static List<Path> studies() throws IOException {
        try (Stream<Path> files = Files.list(STUDIES)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("studies")
    void everyShippedStudyCanBeReadAndTellsEditorsItsSchema(Path file) throws IOException {
        Study study = new StudyReader(AllWords.VOCABULARY).read(file);
        assertThat(study.name() + ".yaml").isEqualTo(file.getFileName().toString());
        assertThat(study.description()).isNotBlank();
        assertThat(Files.readAllLines(file).getFirst()).isEqualTo("# yaml-language-server: $schema=study.schema.json");
    }

    @Test
    void theQuickStudyIsQuickAndGetsIntervals() {
        Study quick = new StudyReader(AllWords.VOCABULARY).read(STUDIES.resolve("quick.yaml"));
        assertThat(Schedule.cells(quick)).hasSize(6);
        assertThat(quick.samples()).isGreaterThanOrEqualTo(6);
        assertThat(quick.seed()).isNull();
        assertThat(Schedule.of(quick, 1).expectedSeconds(quick, 0.5)).isLessThan(140);
    }

    @Test
    void theDescribedWorkloadIsReadyToRun() {
        Study study = new StudyReader(AllWords.VOCABULARY).read(STUDIES.resolve("described.yaml"));
        WorkloadSpec spec = Workloads.of(study.workloads().getFirst()).spec();
        assertThat(spec.client().command())
                .startsWith("sockperf", "ping-pong")
                .contains("{server}", "{port}", "{seconds}");
        assertThat(spec.metrics())
                .extracting(WorkloadSpec.Metric::name)
                .containsExactly("latency", "latency.p99", "round-trips", "dropped");
    }

    /** Chapter 6 of the study: RPS under PostgreSQL over the two overlays, and nowhere else. */
    @ParameterizedTest
    @ValueSource(strings = {"haruna2019.yaml", "haruna2019-vm.yaml"})
    void theStudyOf2019HasItsChapterOnSteering(String name) {
        Study study = new StudyReader(AllWords.VOCABULARY).read(STUDIES.resolve(name));
        assertThat(Schedule.cells(study)).hasSize(4 * 8 + 4);
        assertThat(Schedule.cells(study))
                .filteredOn(cell -> cell.tuning().equals("rps"))
                .extracting(Cell::toString)
                .containsExactly(
                        "overlay+rps postgresql-300",
                        "weave+rps postgresql-300",
                        "overlay+rps postgresql-500",
                        "weave+rps postgresql-500");
    }
}
