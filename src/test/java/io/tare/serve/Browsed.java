package io.tare.serve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A page of a server with a folder of its own in Debian's Chromium. Pictures of it stay in {@code target/serve}. Whatever went wrong in the browser fails the test. */
abstract class Browsed {
    private static final int DESK = 1200;
    private static final int PHONE = 400;

    private static Playwright playwright;
    private static Browser browser;

    @TempDir
    protected Path folder;

    protected Served served;
    protected BrowserContext context;
    protected Page page;
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

    final void goTo(String place) {
        page.navigate(page.url().replaceAll("#.*", "") + place);
    }

    final void press(Locator button) {
        button.focus();
        page.keyboard().press("Enter");
    }

    /** At a phone's width nothing is wider than it but what scrolls by itself. */
    final void narrow(String name) {
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

    final void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "serve", name + ".png"))
                .setFullPage(true));
    }
}
