package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.result.RecordedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page in Debian's Chromium, on a desk and on a phone: {@code browser.html} opens it in frames and reports what it sees. */
@Tag("lab")
class BrowserTest {
    private static final Pattern FOUND = Pattern.compile("<pre id=\"found\">(.*?)</pre>", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void everyChartIsDrawnOnADeskAndOnAPhoneAndSavesAndTurnsDark() throws Exception {
        SyntheticRun.usual().write(folder.resolve("run"));
        seen(HtmlReport.of(Analysis.of(RecordedRun.read(folder.resolve("run")))), 23);
    }

    @Test
    void aRecordedRunBesideAPublishedStudyIsDrawnWholeToo() throws Exception {
        Analysis analysis = Analysis.of(RecordedRuns.haruna2019Short());
        Against against = Against.of(analysis, PublishedStudies.open("haruna2019"));
        seen(HtmlReport.of(analysis, Optional.of(against)), 85);
    }

    @Test
    void longAndHostileNamesBreakNothing() throws Exception {
        String name = "</script><b>\u202e\"' " + "wireguard-over-overlay-".repeat(6);
        seen(
                HtmlReport.of(HandMadeRun.of("host", name)
                        .workload(name)
                        .valid("host", 1, 2, 3, 4, 5, 6)
                        .valid(name, 1e300, 2e300, 3, -4, 0, 6)
                        .invalid(name, name, 1)
                        .failed(name, name)
                        .analysis()),
                4);
    }

    @Test
    void aPageWithoutAChartOpensWithoutAnError() throws Exception {
        Path page = folder.resolve("report.html");
        Files.writeString(
                page,
                HtmlReport.of(HandMadeRun.of("host").failed("host", "no route").analysis()));
        Opened opened = open(page);
        assertThat(opened.console()).isEmpty();
        assertThat(opened.page()).contains("No sample of this run is valid");
    }

    private void seen(String report, int charts) throws Exception {
        Files.writeString(folder.resolve("report.html"), report);
        try (var page = Objects.requireNonNull(BrowserTest.class.getResourceAsStream("browser.html"))) {
            Files.copy(page, folder.resolve("browser.html"));
        }
        Opened opened = open(folder.resolve("browser.html"));
        assertThat(opened.console()).isEmpty();
        Matcher found = FOUND.matcher(opened.page());
        assertThat(found.find()).isTrue();
        JsonNode views = new JsonMapper().readTree(found.group(1));
        assertThat(views.size()).isEqualTo(2);
        for (JsonNode view : views) {
            assertThat(view.path("charts").asInt()).isEqualTo(charts);
            for (String count : List.of("empty", "wordless", "overflow", "wide")) {
                assertThat(view.path(count).asInt())
                        .as("%s at %s px: %s", count, view.path("width"), view.path("which"))
                        .isZero();
            }
            for (String done : List.of("svg", "png", "darkPage", "darkCharts")) {
                assertThat(view.path(done).asBoolean()).as(done).isTrue();
            }
        }
    }

    /** @param console what the page logged, errors among it */
    private record Opened(String page, List<String> console) {}

    private Opened open(Path page) throws IOException, InterruptedException {
        Path dom = folder.resolve("dom.html");
        Path errors = folder.resolve("errors.txt");
        Process chromium = new ProcessBuilder(
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--allow-file-access-from-files",
                        "--enable-logging=stderr",
                        "--virtual-time-budget=20000",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(dom.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            assertThat(chromium.waitFor(60, TimeUnit.SECONDS))
                    .as("Chromium ends")
                    .isTrue();
        } finally {
            chromium.destroyForcibly();
        }
        return new Opened(
                Files.readString(dom),
                Files.readAllLines(errors).stream()
                        .filter(line -> line.contains("CONSOLE"))
                        .toList());
    }
}
