package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownReportTest {
    @Test
    void aTableIsAsWideInEveryRow() {
        String markdown = MarkdownReport.of(HandMadeRun.of("host", "a|b")
                .valid("host", 10, 12, 14, 16, 18, 20)
                .valid("a|b", 5, 6, 7, 8, 9)
                .analysis());
        assertThat(markdown.lines().filter(line -> line.startsWith("|")))
                .hasSize(4)
                .allSatisfy(line -> assertThat(line.replace("\\|", "").chars().filter(c -> c == '|'))
                        .hasSize(11));
        assertThat(markdown)
                .containsPattern(
                        "\\| host \\| 6 \\|  \\| 15\\.000 \\| 3\\.742 \\| 15\\.000 \\[1[0-4]\\.\\d+, 1[6-9]\\.\\d+] \\| "
                                + "\\[11\\.169, 18\\.831] \\| 1 \\|  \\|  \\|")
                .contains("| median [95%] |")
                .contains("5 samples: no interval below 6");
    }

    @Test
    void noNameBecomesMarkup() {
        String markdown = MarkdownReport.of(HandMadeRun.of("host")
                .valid("host", 1)
                .failed("host", "<img src=x> [a](http://b) **bold** `code`\n# heading")
                .analysis());
        assertThat(markdown)
                .contains("\\<img src=x> [a\\](http://b) \\*\\*bold\\*\\* \\`code\\` # heading")
                .doesNotContain("\n# heading");
    }
}
