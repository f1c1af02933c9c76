package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatexReportTest {
    @TempDir
    Path folder;

    @Test
    void everyFigureThatIsIncludedIsThereAsPdfAndSvgAndNoOther() throws IOException {
        Analysis analysis = Analysis.of(RecordedRuns.haruna2019Short());
        Against against = Against.of(analysis, PublishedStudies.open("haruna2019"));
        LatexReport report = LatexReport.write(analysis, Optional.of(against), folder);
        String text = read("figures.tex") + read("against-figures.tex");
        Matcher included = Pattern.compile("\\{figures/([a-z0-9-]+)}").matcher(text);
        int count = 0;
        while (included.find()) {
            count++;
            assertThat(Files.readString(folder.resolve("figures/" + included.group(1) + ".svg")))
                    .startsWith("<svg ")
                    .contains("font-family:Helvetica");
            byte[] pdf = Files.readAllBytes(folder.resolve("figures/" + included.group(1) + ".pdf"));
            assertThat(new String(pdf, StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF-1.4")
                    .endsWith("%%EOF\n");
        }
        assertThat(count).isEqualTo(report.figures()).isGreaterThan(60);
        try (Stream<Path> files = Files.list(folder.resolve("figures"))) {
            assertThat(files.count()).isEqualTo(2L * count);
        }
        assertThat(read("against.tex")).contains("\\label{tab:haruna2019-5-1}", "% Table 5.12: Nginx");
        assertThat(text).contains("% Figure 6.2: PostgreSQL latency on 300 trans/sec with RPS is missing");
        assertThat(read("report.tex")).contains("\\input{tables}", "\\input{against-figures}");
    }

    @Test
    void theSameRunGivesTheSameBytes() throws IOException {
        Analysis analysis = HandMadeRun.of("host", "nat")
                .valid("host", 1, 2, 3, 4, 5, 6)
                .valid("nat", 2, 3, 4, 5, 6, 7)
                .analysis();
        LatexReport.write(analysis, Optional.empty(), folder.resolve("a"));
        LatexReport.write(analysis, Optional.empty(), folder.resolve("b"));
        for (String file : List.of(
                "tables.tex",
                "figures/mean-throughput-iperf3-tcp-bars.pdf",
                "figures/mean-throughput-iperf3-tcp-bars.svg")) {
            assertThat(folder.resolve("a").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("b").resolve(file));
        }
    }

    @Test
    void hostileNamesAreTextInEveryFile() throws IOException {
        String name = "\\input{x}$%&_#<svg>]]>\u0001\u202e\"'";
        Analysis analysis = HandMadeRun.of("host", name, name + "2")
                .workload(name)
                .valid("host", 1, 2, 3, 4, 5, 6)
                .valid(name, -1, 1e300, 0, 4, 5, 6)
                .valid(name + "2", 1)
                .valid("host+" + "rps", 3, 4, 5, 6, 7, 8)
                .analysis();
        LatexReport.write(analysis, Optional.empty(), folder);
        assertThat(read("tables.tex")).contains("\\textbackslash{}input\\{x\\}").doesNotContain("\\input{x}");
        assertThat(read("figures.tex")).doesNotContain("\\input{x}");
        try (Stream<Path> files = Files.list(folder.resolve("figures"))) {
            assertThat(files.map(f -> f.getFileName().toString())).allMatch(f -> f.matches("[a-z0-9-]+\\.(svg|pdf)"));
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Analysis analysis = HandMadeRun.of("host").analysis();
        assertThatThrownBy(() -> LatexReport.write(analysis, Optional.empty(), file.resolve("sub")))
                .isInstanceOf(ReportException.class)
                .hasMessageContainingAll("file", "cannot be written", "--latex");
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }
}
