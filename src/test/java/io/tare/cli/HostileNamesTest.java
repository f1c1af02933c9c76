package io.tare.cli;

import static io.tare.cli.MadeRun.about;
import static io.tare.cli.MadeRun.steering;
import static io.tare.cli.MadeRun.tare;
import static org.assertj.core.api.Assertions.assertThat;

import io.tare.result.RunFolder;
import io.tare.result.SearchOutcome;
import io.tare.result.SearchRecord;
import io.tare.study.Better;
import io.tare.study.Choice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One name for everything that a study, a host or a file can name (modes, workloads, metrics, units, parameters, facts, data paths, findings, the run's own folder), which is at once
 * markup, a formula, LaTeX and a terminal's command: in every form of every command that reads runs it is text and no more.
 */
class HostileNamesTest {
    private static final String NAME =
            "=cmd|'/C calc'!A1\u001b]0;owned\u0007\u001b[2J\u009b31m</script><script>alert(1)</script>"
                    + "<img src=x onerror=alert(1)>\\input{/etc/passwd} $x$ %y [a](javascript:b) ![c](d) `e`|f\u202eg\r\n=h\t@i";

    private static final Pattern SCRIPT = Pattern.compile("<script");
    private static final Pattern UNQUOTED = Pattern.compile("[^,\"\r\n]*");

    @TempDir
    private Path folder;

    private Path base = Path.of("");
    private Path now = Path.of("");

    @BeforeEach
    void twoRuns() {
        base = MadeRun.named(NAME).write(folder.resolve("a\u001b[31m<b>"), about(1));
        now = MadeRun.named(NAME).write(folder.resolve("b\u001b[31m<b>"), about(0.9));
    }

    @Test
    void aTerminalIsNotSteered() {
        Path imported = imported();
        for (Said said : List.of(
                tare("report", base),
                tare("report", base, "--against", "haruna2019"),
                tare("report", imported),
                tare("compare", base, now),
                tare("compare", base, now, "--all", "--fail-on", NAME.substring(0, 3) + ":x > 1%"),
                tare("compare", base, now, "--save", folder.resolve("kept\u001b[2J")),
                tare("trend", NAME, folder),
                tare("trend", "no-such-metric", folder),
                tare("runs", folder),
                tare("explain", base),
                tare("report", folder.resolve("no\u001b]0;run")),
                tare("import", "--mode", NAME, folder.resolve("no\u001b]0;file")),
                tare("trend", NAME, folder.resolve("no\u001b]0;run")))) {
            assertThat(said.out() + said.err()).isNotBlank();
            assertThat(steering(said.out())).as(visible(said.out())).isEmpty();
            assertThat(steering(said.err())).as(visible(said.err())).isEmpty();
        }
    }

    @Test
    void noPageHasMarkupOfIt() throws IOException {
        Path harmless = MadeRun.of("host", "overlay").write(folder.resolve("harmless"), about(1));
        assertThat(tare("report", harmless).exitCode()).isZero();
        assertThat(tare("report", base).exitCode()).isZero();
        assertThat(tare("report", imported()).exitCode()).isZero();
        search();
        tare("compare", base, now, "--html", folder.resolve("compare.html"));
        String plain = Files.readString(harmless.resolve("report.html"));
        for (Path page : List.of(
                base.resolve("report.html"),
                now.resolve("report.html"),
                folder.resolve("imported/report.html"),
                folder.resolve("compare.html"))) {
            String html = Files.readString(page);
            assertThat(count(SCRIPT, html)).as(page.toString()).isEqualTo(count(SCRIPT, plain));
            String markup = html.replaceFirst("(?s)<script type=\"application/json\" id=\"charts\">.*?</script>", "");
            assertThat(markup.contains("&lt;img src=x")).as(page.toString()).isTrue();
            for (String raw : List.of("<img src=x", "<script>alert", "\u001b", "\u009b", "\u202e", "\u0007")) {
                assertThat(markup.contains(raw)).as("%s has %s", page, raw).isFalse();
            }
            assertThat(html.contains("<script>alert")).isFalse();
        }
        assertThat(Files.readString(now.resolve("report.html")))
                .as("the search's own page")
                .contains("id=\"search\"");
    }

    @Test
    void noMarkdownHasMarkupOfIt() throws IOException {
        tare("report", base, "--against", "haruna2019");
        tare("report", imported());
        search();
        tare("compare", base, now, "--markdown", folder.resolve("compare.md"));
        for (Path file : List.of(
                base.resolve("report.md"),
                now.resolve("report.md"),
                folder.resolve("imported/report.md"),
                folder.resolve("compare.md"))) {
            String text = Files.readString(file);
            assertThat(text)
                    .contains("\\<img src=x")
                    .doesNotContainPattern("(?<!\\\\)<(img|script)")
                    .doesNotContainPattern("(?<!\\\\)\\]\\((javascript|d)")
                    .doesNotContainPattern("(?m)^=h");
            assertThat(steering(text)).isEmpty();
        }
    }

    @Test
    void noCsvHasAFormula() throws IOException {
        tare("report", base, "--against", "haruna2019");
        tare("report", imported());
        List<Path> files = new ArrayList<>();
        for (Path run : List.of(base, folder.resolve("imported"))) {
            try (Stream<Path> all = Files.list(run)) {
                all.filter(f -> f.toString().endsWith(".csv")).forEach(files::add);
            }
        }
        assertThat(files)
                .extracting(f -> f.getFileName().toString())
                .contains("samples.csv", "latency.csv", "against.csv");
        for (Path file : files) {
            for (List<String> row : rows(Files.readString(file))) {
                for (String field : row) {
                    boolean number = field.matches("-?[0-9.]+(E-?[0-9]+)?");
                    assertThat(number || field.isEmpty() || "=+-@\t\r".indexOf(field.charAt(0)) < 0)
                            .as("%s in %s", field, file)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void latexIsGivenNoCommand() throws IOException {
        Path paper = folder.resolve("paper");
        assertThat(tare("report", base, "--latex", paper).exitCode()).isZero();
        String latex = Files.readString(paper.resolve("report.tex"));
        assertThat(latex)
                .contains("\\textbackslash{}input\\{/etc/passwd\\}")
                .doesNotContain("\\input{/etc")
                .doesNotContain("$x$");
        try (Stream<Path> all = Files.walk(paper)) {
            for (Path svg : all.filter(f -> f.toString().endsWith(".svg")).toList()) {
                assertThat(Files.readString(svg))
                        .doesNotContain("<script")
                        .doesNotContain("<img")
                        .doesNotContain("\u001b");
            }
        }
    }

    @Test
    void jsonHasTheNamesAsTheyAre() {
        JsonNode compared = json(tare("compare", base, now, "--json"));
        assertThat(compared.at("/base/study").asString()).isEqualTo(NAME);
        assertThat(compared.at("/changes/0/cell/workload").asString()).isEqualTo(NAME);
        assertThat(json(tare("runs", folder, "--json")).get(0).path("study").asString())
                .isEqualTo(NAME);
        assertThat(json(tare("trend", NAME, folder, "--json")).path("metric").asString())
                .isEqualTo(NAME);
        for (Said said : List.of(tare("compare", base, now, "--json"), tare("runs", folder, "--json"))) {
            assertThat(steering(said.out()).stream().filter(c -> c < 0x80))
                    .as("JSON escapes control characters")
                    .isEmpty();
        }
    }

    /** A run of a file with such a name, over a mode with such a name; wrk2's output has histograms. */
    private Path imported() {
        Path to = folder.resolve("imported");
        if (Files.exists(to)) {
            return to;
        }
        try {
            Path file = folder.resolve("=w\u001b]0;x\u0007<img src=x>\\input{y}.txt");
            try (var text = java.util.Objects.requireNonNull(
                    TareCommand.class.getResourceAsStream("/io/tare/workload/wrk2.txt"))) {
                Files.copy(text, file);
            }
            Said said = tare(
                    "import", "--mode", NAME.replace("+", ""), file, "--workload", NAME, "--name", NAME, "--to", to);
            assertThat(said.exitCode()).as(said.err()).isZero();
            assertThat(steering(said.out())).isEmpty();
            return to;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Makes the newer run that of a search, whose knobs, metrics and reasons have the name too, and reports it. */
    private void search() {
        SearchOutcome.Tried tried = new SearchOutcome.Tried(
                NAME,
                NAME,
                SearchOutcome.Fate.HARMS,
                7,
                0.1,
                0.05,
                0.15,
                NAME,
                List.of(new SearchOutcome.Watched(NAME, 0.2, 0.1, 0.3, true)));
        SearchRecord begun = SearchRecord.begun(new SearchRecord.Plan(NAME, NAME, NAME, 60, 0.1));
        try (RunFolder run = RunFolder.resume(now)) {
            run.write(new SearchRecord(
                    SearchRecord.VERSION,
                    begun.plan(),
                    List.of(new SearchRecord.Offered(Choice.of(NAME), NAME)),
                    List.of(),
                    List.of(),
                    60,
                    new SearchOutcome(
                            SearchOutcome.Stage.ENDED,
                            NAME,
                            NAME,
                            Better.HIGHER,
                            List.of(tried),
                            List.of(tried),
                            tried,
                            Choice.of(NAME))));
        }
        Said said = tare("report", now);
        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(steering(said.out())).isEmpty();
    }

    /** The lines with something that steers, so that a failure can be read. */
    private static String visible(String text) {
        return text.lines()
                .filter(line -> !steering(line).isEmpty())
                .map(line -> line.replace("\u001b", "<ESC>"))
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    private static JsonNode json(Said said) {
        return JsonMapper.shared().readTree(said.out());
    }

    private static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }

    /** By RFC 4180. */
    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        int at = 0;
        while (at < csv.length()) {
            StringBuilder field = new StringBuilder();
            if (csv.charAt(at) == '"') {
                at++;
                while (csv.charAt(at) != '"' || (at + 1 < csv.length() && csv.charAt(at + 1) == '"')) {
                    at += csv.charAt(at) == '"' ? 1 : 0;
                    field.append(csv.charAt(at++));
                }
                at++;
            } else {
                Matcher plain = UNQUOTED.matcher(csv).region(at, csv.length());
                assertThat(plain.lookingAt()).isTrue();
                field.append(plain.group());
                at = plain.end();
            }
            row.add(field.toString());
            if (at < csv.length() && csv.charAt(at) == ',') {
                at++;
            } else {
                assertThat(csv.startsWith("\r\n", at))
                        .as("a row ends at %d", at)
                        .isTrue();
                at += 2;
                rows.add(row);
                row = new ArrayList<>();
            }
        }
        return rows;
    }
}
