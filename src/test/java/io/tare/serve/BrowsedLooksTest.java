package io.tare.serve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.tare.result.Progress;
import io.tare.result.RunFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page in Debian's Chromium: how it looks, in every light, at every width, with names made to do harm, and without a mouse. */
@Tag("lab")
class BrowsedLooksTest extends Browsed {
    @Test
    void aLabIsDrawn() throws Exception {
        String recorded = new String(
                Objects.requireNonNull(BrowsedPageTest.class.getResourceAsStream("lab.json"))
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

    private String ground() {
        return String.valueOf(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"));
    }
}
