package io.tare;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the table of rooms: imports go down only. {@code Main} is the way in and knows {@code cli} alone. */
class ArchitectureTest {
    private static final Map<String, List<String>> MAY_IMPORT = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "cli",
                    List.of(
                            "load",
                            "serve",
                            "report",
                            "explain",
                            "compare",
                            "search",
                            "imports",
                            "run",
                            "path",
                            "lab",
                            "network",
                            "workload",
                            "tuning",
                            "monitor",
                            "host",
                            "result",
                            "study",
                            "stats")),
            Map.entry(
                    "serve", List.of("run", "report", "explain", "compare", "lab", "host", "result", "study", "stats")),
            Map.entry("report", List.of("explain", "compare", "result", "stats", "study")),
            Map.entry("compare", List.of("result", "stats", "study")),
            Map.entry("explain", List.of("result", "stats", "study")),
            Map.entry(
                    "run",
                    List.of("study", "lab", "host", "network", "workload", "monitor", "tuning", "result", "stats")),
            Map.entry("search", List.of("run", "tuning", "host", "result", "study", "stats")),
            Map.entry("imports", List.of("workload", "result", "study")),
            Map.entry("path", List.of("host", "network")),
            Map.entry("lab", List.of("host", "study")),
            Map.entry("network", List.of("host", "study")),
            Map.entry("workload", List.of("host", "study", "result", "load")),
            Map.entry("tuning", List.of("host", "study")),
            Map.entry("monitor", List.of("host", "study", "result")),
            Map.entry("host", List.of()),
            Map.entry("result", List.of("study", "stats")),
            Map.entry("study", List.of()),
            Map.entry("stats", List.of()),
            Map.entry("load", List.of())));

    /** Rooms that stand alone, with the libraries they may use beside the JDK and the annotations of JSpecify. */
    private static final Map<String, List<String>> LIBRARIES = Map.of(
            "study", List.of("tools.jackson..", "com.fasterxml.jackson.annotation..", "org.snakeyaml.engine.."),
            "stats", List.of("org.HdrHistogram..", "org.apache.commons.statistics..", "org.apache.commons.numbers.."),
            "load", List.of("io.netty..", "org.HdrHistogram..", "picocli.."));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tare");

    static Stream<Arguments> rooms() {
        return MAY_IMPORT.entrySet().stream().map(e -> arguments(e.getKey(), e.getValue()));
    }

    static Stream<Arguments> libraries() {
        return LIBRARIES.entrySet().stream().map(e -> arguments(e.getKey(), e.getValue()));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void importsGoDownOnly(String room, List<String> below) {
        onlyImports(room, below).check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void roomsThatStandAloneUseFewLibraries(String room, List<String> libraries) {
        List<String> allowed = new ArrayList<>(libraries);
        allowed.addAll(List.of(
                "io.tare." + room + "..", "java..", "javax..", "com.sun.management..", "org.jspecify.annotations.."));
        classes()
                .that()
                .resideInAPackage("io.tare." + room + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void mainKnowsTheCommandsAlone() {
        noClasses()
                .that()
                .haveFullyQualifiedName("io.tare.Main")
                .should()
                .dependOnClassesThat(inRoomsOtherThan(List.of("cli")))
                .check(CLASSES);
    }

    @Test
    void everyClassHasARoom() {
        List<String> rooms = new ArrayList<>(
                MAY_IMPORT.keySet().stream().map(r -> "io.tare." + r).toList());
        assertThat(CLASSES)
                .filteredOn(c -> !c.getName().equals("io.tare.Main"))
                .extracting(JavaClass::getPackageName)
                .isSubsetOf(rooms);
    }

    @Test
    void onlyHostKnowsTheDockerClientAndSsh() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.tare.host..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.github.dockerjava..", "com.jcraft.jsch..")
                .check(CLASSES);
    }

    @Test
    void nothingHasANameThatSaysNothing() {
        noClasses()
                .should()
                .haveNameMatching("(?i).*\\.(utils?|impl|managers?|helpers?|common|core|misc)\\..*")
                .orShould()
                .haveNameMatching(".*(Utils?|Impl|Managers?|Helpers?|Common|Misc)(\\$.*)?")
                .check(CLASSES);
    }

    @Test
    void roomsHaveNoCycles() {
        slices().matching("io.tare.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    /** A rule that cannot fail holds nothing: with a room's imports forbidden it must complain. */
    @Test
    void theRulesSeeWhatIsImported() {
        assertThatThrownBy(() -> onlyImports("run", List.of("study")).check(CLASSES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("io.tare.host.");
        assertThatThrownBy(() -> noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("com.github.dockerjava..")
                        .check(CLASSES))
                .isInstanceOf(AssertionError.class);
    }

    private static ArchRule onlyImports(String room, List<String> below) {
        List<String> known = new ArrayList<>(below);
        known.add(room);
        return noClasses()
                .that()
                .resideInAPackage("io.tare." + room + "..")
                .should()
                .dependOnClassesThat(inRoomsOtherThan(known))
                .allowEmptyShould(true); // a room may be empty still
    }

    private static DescribedPredicate<JavaClass> inRoomsOtherThan(List<String> known) {
        return DescribedPredicate.describe("belong to Tare and are not in " + known, type -> {
            String name = type.getBaseComponentType().getName();
            return name.startsWith("io.tare.")
                    && known.stream().noneMatch(room -> name.startsWith("io.tare." + room + "."));
        });
    }
}
