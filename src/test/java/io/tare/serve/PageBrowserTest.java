package io.tare.serve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.tare.result.Manifest;
import io.tare.result.Progress;
import io.tare.result.RecordedRun;
import io.tare.result.RunFolder;
import io.tare.result.Sample;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in Debian's Chromium: what a user sees and does. Pictures of it stay in {@code target/serve}. */
@Tag("lab")
class PageBrowserTest {
    private static final List<Sample> SAMPLES = Served.samples();
    private static final int DESK = 1200;
    private static final int PHONE = 400;

    private static Playwright playwright;
    private static Browser browser;

    @TempDir
    private Path folder;

    private Served served;
    private BrowserContext context;
    private Page page;
    private final List<String> wrong = new ArrayList<>();

    @BeforeAll
    static void start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000); // on a busy machine a process takes seconds to start
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
    }

    @AfterAll
    static void end() {
        browser.close();
        playwright.close();
    }

    @BeforeEach
    void open() throws Exception {
        served = Served.in(folder, 150);
        context = browser.newContext(new Browser.NewContextOptions().setViewportSize(DESK, 900));
        page = context.newPage();
        String own = served.server().address().replaceAll("/\\?.*", "/");
        page.onConsoleMessage(message -> wrong.add(message.text()));
        page.onPageError(wrong::add);
        page.onDialog(dialog -> wrong.add("a dialog: " + dialog.message()));
        page.onRequest(request -> {
            if (!request.url().startsWith(own) && !request.url().startsWith("data:")) {
                wrong.add("asked for " + request.url());
            }
        });
        page.navigate(served.server().address());
    }

    @AfterEach
    void nothingWentWrong() {
        context.close();
        served.close();
        assertThat(wrong).isEmpty();
    }

    @Test
    void theListLeadsToARunAndItsReport() throws Exception {
        assertThat(page.url()).doesNotContain("token");
        Locator row = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("noisy"));
        assertThat(row).containsText("complete");
        assertThat(row).containsText("72");
        assertThat(row).containsText("91%");
        shoot("runs");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("noisy"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("chapter6")))
                .isFocused();
        assertThat(page.locator(".cells tbody tr")).hasCount(12);
        assertThat(page.locator(".chart svg")).hasCount(4);
        assertThat(page).hasTitle("chapter6 – Tare");
        shoot("run");
        Files.writeString(
                served.run("noisy").resolve("report.html"),
                "<!DOCTYPE html><title>r</title><h1>Its report</h1><script>document.body.append(self.origin)</script>");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("The report of this run"))
                .click();
        assertThat(page.locator("body")).containsText("Its report");
        assertThat(page.locator("body")).containsText("null"); // its scripts run apart from the page's origin
    }

    @Test
    void aRunThatGrowsIsSeenGrowingAndAConnectionThatDropsLosesNothing() {
        try (RunFolder run = served.growing("growing")) {
            Progress.NONE.at("raising lab 'lab': 2 hosts").write(run.path());
            goTo("#/runs/growing");
            assertThat(page.locator(".doing")).hasText("raising lab 'lab': 2 hosts");
            grow(run, 0, 8);
            assertThat(page.locator(".doing"))
                    .containsText("trial 9 of 72: " + SAMPLES.get(8).cell());
            assertThat(page.locator(".now")).containsText(Pattern.compile("about 1 min [0-5]\\d s left, until"));
            assertThat(page.locator(".next li").first())
                    .hasText(SAMPLES.get(9).cell().toString());
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Stop")))
                    .hasCount(0);
            int before = points();
            grow(run, 8, 40);
            assertThat(page.locator(".doing")).containsText("trial 41 of 72");
            page.waitForCondition(() -> points() > before + 20);
            shoot("growing");

            context.setOffline(true);
            grow(run, 40, 60);
            context.setOffline(false);
            assertThat(page.locator(".doing")).containsText("trial 61 of 72");
            page.waitForCondition(() -> counted() == 60);
            Progress.forget(run.path());
        }
    }

    @Test
    void aStudyIsStartedStoppedAndGoneOnWithByTheKeyboard() {
        goTo("#/studies");
        Locator card = page.locator(".card").filter(new Locator.FilterOptions().setHasText("small.yaml"));
        assertThat(card).containsText("about 1 s");
        assertThat(card).containsText("Small <b>and</b> quick");
        shoot("studies");
        press(card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start")));
        assertThat(page.locator(".doing")).containsText("trial ");
        shoot("started");
        press(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Stop")));
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        shoot("stop");
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).not().isVisible();
        press(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Stop")));
        press(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Stop in order")));
        assertThat(page.locator(".doing")).hasText("cut off");
        assertThat(page.locator("#said")).hasText("The run is cut off");
        shoot("cut-off");
        String run = page.url().replaceAll(".*/", "");
        assertThat(RecordedRun.manifest(served.run(run)).state()).isEqualTo(Manifest.State.PARTIAL);
        press(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Go on with it")));
        assertThat(page.locator(".doing")).containsText("trial ");
        assertThat(page.locator(".doing"))
                .hasText("complete", new LocatorAssertions.HasTextOptions().setTimeout(30_000));
        page.waitForCondition(() -> counted() == 72);
    }

    @Test
    void whyAStartFailedIsSaid() {
        goTo("#/studies");
        Locator card = page.locator(".card").filter(new Locator.FilterOptions().setHasText("small.yaml"));
        card.getByLabel("samples").fill("4");
        press(card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start")));
        assertThat(page.locator(".doing")).hasText("failed");
        assertThat(page.locator("pre.said")).containsText("cannot hold a lab: <b>no room</b>");
        shoot("failed");
    }

    @Test
    void aLabIsDrawn() throws Exception {
        String recorded = new String(
                Objects.requireNonNull(PageBrowserTest.class.getResourceAsStream("lab.json"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        page.route(
                "**/lab",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(recorded)));
        goTo("#/lab");
        assertThat(page.locator("svg.drawing"))
                .hasAttribute(
                        "aria-label",
                        Pattern.compile("Lab mainvm: h1 at 10.99.0.1 with tare-mainvm-weave-fastdp_nginx-1kb.*"));
        assertThat(page.locator("svg.drawing .host")).hasCount(2);
        assertThat(page.locator("svg.drawing .container")).hasCount(11);
        assertThat(page.locator("svg.drawing")).containsText("tare-overlay");
        shoot("lab");
        narrow("lab");
    }

    @Test
    void hostileNamesAreTextAndFit() throws Exception {
        String name = "</script><img src=x onerror=alert(1)>\u202e\"' " + "wireguard-over-overlay-".repeat(6);
        String folderName = "<img src=x onerror=alert(2)> '\"&amp;%2e " + "long".repeat(30);
        try (RunFolder run = HostileRun.in(served.run(folderName), name)) {
            Files.writeString(
                    folder.resolve("studies/<img src=x onerror=alert(3)>.yaml"),
                    "modes: [<img src=x onerror=alert(4)>]\n");
            page.reload();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(folderName.substring(0, 30)))
                    .click();
            assertThat(page.locator(".doing")).containsText("onerror=alert(1)");
            assertThat(page.locator(".chart svg")).hasCount(2);
            shoot("hostile");
            narrow("hostile");
            for (String place : List.of("#/runs", "#/studies")) {
                goTo(place);
                assertThat(page.locator("main")).containsText("onerror=alert");
                assertThat(page.locator("img")).hasCount(0);
                narrow("hostile" + place.substring(2));
            }
            Progress.forget(run.path());
        }
    }

    @Test
    void itIsLightAndDarkAndFitsAPhone() {
        for (String place : List.of("#/runs", "#/runs/noisy", "#/studies")) {
            goTo(place);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            String light = ground();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertThat(ground()).isNotEqualTo(light);
            narrow("dark" + place.replaceAll("\\W+", "-"));
            page.getByText("light").click();
            assertThat(ground()).isEqualTo(light);
            page.getByText("auto").click();
        }
    }

    @Test
    void everythingHasANameAndIsReachedByTheKeyboard() {
        goTo("#/runs/noisy");
        assertThat(page.locator(".chart svg")).hasCount(4);
        Object nameless = page.evaluate("""
                () => [...document.querySelectorAll("a, button, input, progress, [role=img], [role=region], dialog")]
                  .filter(e => !(e.textContent.trim() || e.getAttribute("aria-label") || e.labels?.length)).map(e => e.outerHTML)
                """);
        assertThat((List<?>) nameless).isEmpty();
        page.reload();
        page.keyboard().press("Tab");
        assertThat(page.getByText("To the contents")).isFocused();
        List<String> reached = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            page.keyboard().press("Tab");
            reached.add(String.valueOf(
                    page.evaluate("document.activeElement.textContent || document.activeElement.value")));
        }
        assertThat(reached).contains("auto", "Runs", "Studies", "Lab");
    }

    private void goTo(String place) {
        page.navigate(page.url().replaceAll("#.*", "") + place);
    }

    private void press(Locator button) {
        button.focus();
        page.keyboard().press("Enter");
    }

    private static void grow(RunFolder run, int from, int to) {
        for (int i = from; i < to; i++) {
            run.append(SAMPLES.get(i));
        }
        Progress.NONE
                .ending(Instant.now().plusSeconds(100))
                .running(new Progress.Running(SAMPLES.get(to).cell(), false, to + 1, SAMPLES.size(), Instant.now()))
                .write(run.path());
    }

    private int points() {
        return page.locator(".chart svg path").count();
    }

    private int counted() {
        return page.locator(".cells tbody tr td:nth-child(2)").allTextContents().stream()
                .mapToInt(text -> Integer.parseInt(text.replaceAll(" of .*", "")))
                .sum();
    }

    private String ground() {
        return String.valueOf(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"));
    }

    /** At a phone's width nothing is wider than it but what scrolls by itself. */
    private void narrow(String name) {
        page.setViewportSize(PHONE, 900);
        page.waitForTimeout(200);
        Object wide = page.evaluate("""
                () => [...document.querySelectorAll("body *")]
                  .filter(e => !e.closest(".scroll, pre, .unseen, .skip, svg, dialog") && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 120))
                """);
        shoot(name + "-400");
        assertThat((List<?>) wide).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0);
        page.setViewportSize(DESK, 900);
    }

    private void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "serve", name + ".png"))
                .setFullPage(true));
    }
}
