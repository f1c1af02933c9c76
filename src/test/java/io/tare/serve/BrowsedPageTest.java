package io.tare.serve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.tare.result.Manifest;
import io.tare.result.Progress;
import io.tare.result.RecordedRun;
import io.tare.result.RunFolder;
import io.tare.result.Sample;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page in Debian's Chromium: what a user does, and what then happens. */
@Tag("lab")
class BrowsedPageTest extends Browsed {
    private static final List<Sample> SAMPLES = Served.samples();

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
}
