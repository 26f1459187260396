package org.ncsoversight.deploy.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ncsoversight.deploy.demo.DemoEvidence;

/** The journey the platform is for: evidence is submitted and accepted, and the contract manager sees what that changed. */
@ExtendWith(JourneyWorld.Shared.class)
class ProviderBecomesReadyIT {

    private static final String PRIME = "99000001";
    private static final String SUBCONTRACTOR = "99000101";
    private static final String TITLE = "What clients told us in the autumn";

    private static JourneyWorld world;

    @BeforeAll
    static void meet(JourneyWorld shared) {
        world = shared;
        world.register(PRIME, "Harbour Careers", "prime");
        world.register(SUBCONTRACTOR, "Orchard Pathways", "subcontractor");
    }

    @Test
    void the_manager_sees_the_band_change_while_looking() {
        managersAndStaffHaveSpoken(SUBCONTRACTOR);
        try (var manager = world.signedIn("manager", true)) {
            Page page = manager.goTo("/readiness/" + SUBCONTRACTOR);
            Locator card = page.locator("#criterion-4-3");
            assertThat(card).containsText("Gathering");
            manager.checkAccessibility();
            page.evaluate("() => { window.neverReloaded = true; }");

            theProviderSubmits("sublead", true);
            assertThat(card).containsText("Submitted");
            theAssessorAccepts("Orchard Pathways", true);

            assertThat(card).containsText("Ready");
            Assertions.assertThat(page.evaluate("() => window.neverReloaded")).isEqualTo(true);
        }
    }

    @Test
    void without_scripts_the_manager_sees_it_after_loading_the_page_again() {
        managersAndStaffHaveSpoken(PRIME);
        try (var manager = world.signedIn("manager", false)) {
            Page page = manager.goTo("/readiness/" + PRIME);
            assertThat(page.locator("#criterion-4-3")).containsText("Gathering");

            theProviderSubmits("lead", false);
            theAssessorAccepts("Harbour Careers", false);

            world.platform().awaitBand(PRIME, "4.3", "READY");
            page.reload();
            assertThat(page.locator("#criterion-4-3")).containsText("Ready");
        }
        theProvidersHomeSays("lead", "Ready");
    }

    /** The same word a moment later, for what is published travels there by a topic. */
    private static void theProvidersHomeSays(String username, String band) {
        try (var provider = world.signedIn(username, false)) {
            Page page = provider.goTo("/evidence/home");
            await().pollInSameThread().atMost(TestPlatform.PATIENCE).until(() -> {
                page.reload();
                return page.locator("#criterion-4-3-status").innerText().strip().equals(band);
            });
            assertThat(page.locator("#heard")).containsText("Heard up to");
            provider.checkAccessibility();
        }
    }

    private static void managersAndStaffHaveSpoken(String ukprn) {
        TestPlatform platform = world.platform();
        var provider = platform.accounts().ofProvider(ukprn);
        var assessor = platform.accounts().ofAssessor();
        for (DemoEvidence.Item item : DemoEvidence.complete(ukprn, TestPlatform.today(), 3)) {
            if (item.criterion().equals("4.3") && !item.voice().equals("client")) {
                platform.api().post(provider, "/api/evidence/items", item.json());
                platform.api().postDecision(assessor, "/api/evidence/items/" + item.id(), "acceptance", "{}");
            }
        }
        platform.awaitBand(ukprn, "4.3", "GATHERING");
    }

    private static void theProviderSubmits(String username, boolean scripts) {
        try (var provider = world.signedIn(username, scripts)) {
            Page page = provider.goTo("/evidence/new?criterion=4.3");
            provider.checkAccessibility();
            go(page); // 4.3 is chosen already.
            provider.checkAccessibility();
            go(page);
            assertThat(page.locator(".govuk-error-summary")).containsText("There is a problem");
            provider.checkAccessibility();

            page.getByLabel("Clients", new Page.GetByLabelOptions().setExact(true))
                    .check();
            go(page);
            provider.checkAccessibility();
            page.getByLabel("Document", new Page.GetByLabelOptions().setExact(true))
                    .check();
            go(page);
            page.fill("#title", TITLE);
            page.fill("#statement", "Themes of 212 responses and what we changed.");
            provider.checkAccessibility();
            go(page);
            provider.fillDate("periodFrom", TestPlatform.today().minusMonths(3));
            provider.fillDate("periodTo", TestPlatform.today().minusDays(1));
            provider.fillDate("reviewDate", TestPlatform.today().plusYears(1));
            provider.checkAccessibility();
            go(page);
            page.setInputFiles(
                    "#files",
                    new FilePayload(
                            "Themen – résumé.txt",
                            "text/plain",
                            "Listened to; easy to reach.".getBytes(StandardCharsets.UTF_8)));
            provider.checkAccessibility();
            go(page);
            provider.checkAccessibility();
            go(page);
            assertThat(page.locator("main")).containsText("Themen – résumé.txt");
            provider.checkAccessibility();
            page.getByRole(AriaRole.BUTTON, button("Submit evidence")).click();
            assertThat(page.locator(".govuk-panel--confirmation")).containsText("Evidence submitted");
            assertThat(page.locator("main")).containsText(TITLE);
            provider.checkAccessibility();
        }
    }

    private static void theAssessorAccepts(String providerName, boolean scripts) {
        try (var assessor = world.signedIn("assessor", scripts)) {
            Page page = assessor.goTo("/evidence/reviews");
            assessor.checkAccessibility();
            page.locator("tr", new Page.LocatorOptions().setHasText(providerName))
                    .filter(new Locator.FilterOptions().setHasText(TITLE))
                    .getByRole(AriaRole.LINK)
                    .first()
                    .click();
            assessor.checkAccessibility();
            page.getByLabel("Accept", new Page.GetByLabelOptions().setExact(true))
                    .check();
            page.getByRole(AriaRole.BUTTON, button("Send decision")).click();
            assertThat(page.locator("main")).containsText("Accepted");
        }
    }

    private static void go(Page page) {
        page.getByRole(AriaRole.BUTTON, button("Continue")).click();
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
