package org.ncsoversight.deploy.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a revision of the Standard comes in, from the published document to the edition, with scripts and without. */
@ExtendWith(JourneyWorld.Shared.class)
class StandardIsRevisedIT {

    private static final Path GUIDANCE =
            Path.of("..", "criteria-service", "src", "test", "resources", "guidance", "reading-house.txt");

    private static JourneyWorld world;

    @BeforeAll
    static void meet(JourneyWorld shared) {
        world = shared;
    }

    @ParameterizedTest
    @CsvSource({"true, 5", "false, 6"})
    void published_guidance_becomes_an_edition_of_a_later_year(boolean scripts, int years) {
        String edition = "reading-house-" + years;
        try (var admin = world.signedIn("admin", scripts)) {
            Page page = admin.goTo("/criteria/imports/new");
            page.setInputFiles("#file", GUIDANCE);
            page.fill("#edition", edition);
            admin.checkAccessibility();
            admin.press("Preview");
            assertThat(page.locator("h1")).containsText("Check the import");
            assertThat(page.locator("#changes")).containsText("What changes from");
            assertThat(page.locator("main ins").first()).isVisible();
            admin.checkAccessibility();
            page.click("#confirm");
            assertThat(page.locator("main")).containsText("Voices to confirm");
            admin.checkAccessibility();

            confirmVoices(admin, edition);
            admin.goTo("/criteria/drafts/" + edition + "/differences");
            admin.checkAccessibility();
            admin.goTo("/criteria/drafts/" + edition + "/publication");
            assertThat(page.locator("main")).containsText("What needs a fresh look");
            admin.fillDate("inForceFrom", TestPlatform.today().plusYears(years));
            admin.checkAccessibility();
            page.click("#publish");
            admin.goTo("/criteria/editions/" + edition);
            assertThat(page.locator("main")).containsText("1.1");
            admin.checkAccessibility();
            for (String view : List.of("/links", "/mapping", "/fresh-look", "/criteria/1.1")) {
                admin.goTo("/criteria/editions/" + edition + view);
                admin.checkAccessibility();
            }
            admin.goTo("/criteria/editions");
            Assertions.assertThat(admin.download("a[href='/criteria/editions/" + edition + ".json']"))
                    .contains(edition);
        }
    }

    private static void confirmVoices(Visitor admin, String edition) {
        Page page = admin.page();
        List<String> waiting = page
                .locator("main li", new Page.LocatorOptions().setHasText("Voices to confirm"))
                .locator("a[href*='/voices/']")
                .all()
                .stream()
                .map((Locator link) -> link.getAttribute("href"))
                .toList();
        Assertions.assertThat(waiting).isNotEmpty();
        for (String voices : waiting) {
            admin.goTo(voices);
            if (voices.equals(waiting.getFirst())) {
                admin.checkAccessibility();
            }
            admin.press("Save");
        }
        admin.goTo("/criteria/drafts/" + edition);
        assertThat(page.locator("main")).not().containsText("Voices to confirm");
    }
}
