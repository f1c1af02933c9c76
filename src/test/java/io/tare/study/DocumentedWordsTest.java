package io.tare.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.tuning.About;
import io.tare.tuning.Tuning;
import io.tare.tuning.Tunings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages in docs say what the code says: every key, mode, workload and parameter, row by row. */
class DocumentedWordsTest {
    private static final Path DOCS = Path.of("docs");

    private static String page(String name) throws IOException {
        return Files.readString(DOCS.resolve(name));
    }

    @Test
    void everyKeyOfTheStudyFileHasItsRow() throws IOException {
        assertThat(page("study-file.md").lines())
                .containsAll(rows(Keys.STUDY))
                .containsAll(rows(Keys.SAMPLES))
                .containsAll(rows(Keys.TESTBED))
                .containsAll(rows(Keys.COMBINATION))
                .containsAll(rows(Keys.ONLY_OF));
        assertThat(page("tuning.md").lines()).containsAll(rows(Keys.TUNING_FILE));
        List<String> described = new ArrayList<>();
        for (List<Key> keys : List.of(Keys.WORKLOAD, Keys.SERVER, Keys.READY, Keys.CLIENT, Keys.METRIC, Keys.VERDICT)) {
            described.addAll(rows(keys));
        }
        assertThat(page("workloads.md").lines()).containsAll(described);
    }

    @Test
    void everyModeAndWorkloadHasItsSectionWithItsParameters() throws IOException {
        assertSections(page("modes.md"), AllWords.VOCABULARY.modes());
        assertSections(page("workloads.md"), AllWords.VOCABULARY.workloads());
        assertSections(page("tuning.md"), AllWords.VOCABULARY.tunings());
    }

    /** The page of tunings has each one's section in the words of the code, whole; what is missing is in the failure to be copied. */
    @Test
    void everyTuningIsExplainedAsTheCodeExplainsIt() throws IOException {
        for (Tuning tuning : Tunings.all()) {
            About about = tuning.about();
            if (!about.name().equals("none")) {
                assertThat(page("tuning.md")).contains(section(about));
            }
        }
    }

    private static String section(About about) {
        List<String> lines = new ArrayList<>(List.of(
                "## `" + about.name() + "`",
                "",
                Character.toUpperCase(about.summary().charAt(0))
                        + about.summary().substring(1) + ".",
                "",
                "- **Layer** " + about.layer() + ".",
                "- **Needs** " + about.needs() + ".",
                "- **Risk** " + about.risk() + ".",
                "- **Source** " + about.source() + ".",
                ""));
        if (about.parameters().isEmpty()) {
            lines.add("It has no parameters.");
        } else {
            lines.addAll(List.of("| parameter | value | preset | meaning |", "| --- | --- | --- | --- |"));
            lines.addAll(rows(about.parameters().stream().map(Key::of).toList()));
        }
        return String.join("\n", lines) + "\n";
    }

    private static void assertSections(String page, Map<String, List<Parameter>> words) {
        words.forEach((word, parameters) -> {
            Matcher section = Pattern.compile("(?ms)^## [^\\n]*`" + Pattern.quote(word) + "`[^\\n]*$(.*?)(?=^## |\\z)")
                    .matcher(page);
            assertThat(section.find())
                    .as("a section that begins '## `%s`'", word)
                    .isTrue();
            assertThat(section.group(1).lines())
                    .containsAll(rows(parameters.stream().map(Key::of).toList()));
        });
    }

    /** What a page shows as a whole study can be run as it stands. */
    @Test
    void studiesInThePagesCanBeRead() throws IOException {
        int read = 0;
        for (Path page : pages()) {
            Matcher blocks = Pattern.compile("(?ms)^```yaml$(.*?)^```$").matcher(Files.readString(page));
            while (blocks.find()) {
                String block = blocks.group(1);
                if (block.contains("\nmodes:") || block.contains("\nworkloads:")) {
                    String rest = (block.contains("\nmodes:") ? "" : "\nmodes: [host]")
                            + (block.contains("\nworkloads:") ? "" : "\nworkloads: [iperf3-tcp]");
                    StudyReaderTest.read(block + rest);
                    read++;
                }
            }
        }
        assertThat(read).isGreaterThanOrEqualTo(3);
    }

    @Test
    void linksBetweenPagesLeadSomewhere() throws IOException {
        for (Path page : pages()) {
            Pattern.compile("\\]\\((?!https?:)([^)#]+)")
                    .matcher(Files.readString(page))
                    .results()
                    .forEach(link -> {
                        Path folder = Objects.requireNonNullElse(page.getParent(), Path.of("."));
                        assertThat(folder.resolve(link.group(1)))
                                .as("linked from %s", page)
                                .exists();
                    });
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(DOCS)) {
            return files.filter(f -> f.toString().endsWith(".md")).toList();
        }
    }

    /** The rows of a table as they have to stand in its page. */
    private static List<String> rows(List<Key> keys) {
        return keys.stream()
                .map(key -> "| `%s` | %s | %s | %s |"
                        .formatted(
                                key.name(),
                                value(key.shape()),
                                key.needed() ? "needed" : key.preset().isEmpty() ? "" : "`" + key.preset() + "`",
                                key.meaning()))
                .toList();
    }

    private static String value(Shape shape) {
        return switch (shape) {
            case Shape.Text _, Shape.Form _ -> "text";
            case Shape.Whole(long _, long most, String _) when most == Long.MAX_VALUE -> "whole number, 64 bits";
            case Shape.Whole(long least, long most, String _) -> "whole number, %d to %d".formatted(least, most);
            case Shape.WholeOr(Shape.Whole whole, Shape.Group _) -> value(whole) + ", or mapping";
            case Shape.Decimal(double _, double most, String _) when most > 1e9 -> "number";
            case Shape.Decimal(double least, double most, String _) -> "number, %s to %.0f".formatted(least, most);
            case Shape.Flag _ -> "true, false";
            case Shape.Word(List<String> words) -> String.join(", ", words);
            case Shape.Size(long least, long most) -> "size, %d to %d bytes".formatted(least, most);
            case Shape.Rate _ -> "rate";
            case Shape.Command _ -> "command";
            case Shape.Several(Shape of) -> "list of: " + value(of);
            case Shape.Pairs _ -> "texts by name";
            case Shape.Group _ -> "mapping";
            case Shape.Named _ -> "mappings by name";
            case Shape.Choices(String kind) -> "list of " + kind + "s";
        };
    }
}
