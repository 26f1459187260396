package org.ncsoversight.deploy.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ncsoversight.deploy.demo.DemoEvidence;

/** The journey the platform is for: evidence is submitted and accepted, and the contract manager sees what that changed. */
class ProviderBecomesReadyIT {

    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(15_000);

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static TestPlatform platform;
    private static URI home;

    @BeforeAll
    static void start() {
        chromium = Chromium.open();
        platform = TestPlatform.start(folder, 1_000);
        home = platform.platform().addresses().publicUrl();
        var administrator = platform.accounts().of("administrator");
        platform.api()
                .put(
                        administrator,
                        "/api/criteria/providers/99000001",
                        "{\"name\": \"Harbour Careers\", \"kind\": \"prime\"}");
        platform.api()
                .put(
                        administrator,
                        "/api/criteria/providers/99000101",
                        "{\"name\": \"Orchard Pathways\", \"kind\": \"subcontractor\"}");
    }

    @AfterAll
    static void stop() {
        if (platform != null) {
            platform.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void the_manager_sees_the_band_change_while_looking() {
        managersAndStaffHaveSpoken("99000101");
        try (var manager = Visitor.signedIn(chromium, home, "manager", true)) {
            Page page = manager.goTo("/readiness/99000101");
            Locator card = page.locator("#criterion-4-3");
            assertThat(card).containsText("Gathering", SOON);
            manager.checkAccessibility();
            page.evaluate("() => { window.neverReloaded = true; }");

            theProviderSubmits("sublead", true);
            assertThat(card).containsText("Submitted", SOON);
            theAssessorAccepts("Orchard Pathways", true);

            assertThat(card).containsText("Ready", SOON);
            Assertions.assertThat(page.evaluate("() => window.neverReloaded")).isEqualTo(true);
        }
    }

    @Test
    void without_scripts_the_manager_sees_it_after_loading_the_page_again() {
        managersAndStaffHaveSpoken("99000001");
        try (var manager = Visitor.signedIn(chromium, home, "manager", false)) {
            Page page = manager.goTo("/readiness/99000001");
            assertThat(page.locator("#criterion-4-3")).containsText("Gathering");

            theProviderSubmits("lead", false);
            theAssessorAccepts("Harbour Careers", false);

            platform.awaitBand("99000001", "4.3", "READY");
            page.reload();
            assertThat(page.locator("#criterion-4-3")).containsText("Ready");
        }
    }

    private static void managersAndStaffHaveSpoken(String ukprn) {
        var provider = platform.accounts().ofProvider(ukprn);
        var assessor = platform.accounts().ofAssessor();
        for (DemoEvidence.Item item : DemoEvidence.complete(ukprn, TestPlatform.today(), 3)) {
            if (item.criterion().equals("4.3") && !item.voice().equals("client")) {
                platform.api().post(provider, "/api/evidence/items", item.json());
                platform.api().postDecision(assessor, "/api/evidence/items/" + item.id() + "/acceptance", "{}");
            }
        }
        platform.awaitBand(ukprn, "4.3", "GATHERING");
    }

    private static void theProviderSubmits(String username, boolean scripts) {
        try (var provider = Visitor.signedIn(chromium, home, username, scripts)) {
            Page page = provider.goTo("/evidence/new?criterion=4.3");
            provider.checkAccessibility();
            page.getByRole(AriaRole.BUTTON, button("Submit evidence")).click();
            assertThat(page.locator(".govuk-error-summary")).containsText("There is a problem");
            provider.checkAccessibility();

            page.fill("#title", "What clients told us in the autumn");
            page.fill("#statement", "Themes of 212 responses and what we changed.");
            page.getByLabel("Clients", new Page.GetByLabelOptions().setExact(true))
                    .check();
            fillDate(page, "periodFrom", TestPlatform.today().minusMonths(3));
            fillDate(page, "periodTo", TestPlatform.today().minusDays(1));
            fillDate(page, "reviewDate", TestPlatform.today().plusYears(1));
            page.setInputFiles(
                    "#files",
                    new FilePayload(
                            "Themen – résumé.txt",
                            "text/plain",
                            "Listened to; easy to reach.".getBytes(StandardCharsets.UTF_8)));
            page.getByRole(AriaRole.BUTTON, button("Submit evidence")).click();
            assertThat(page.locator("main")).containsText("What clients told us in the autumn");
            assertThat(page.locator("main")).containsText("Themen – résumé.txt");
            provider.checkAccessibility();
        }
    }

    private static void theAssessorAccepts(String providerName, boolean scripts) {
        try (var assessor = Visitor.signedIn(chromium, home, "assessor", scripts)) {
            Page page = assessor.goTo("/evidence/reviews");
            assessor.checkAccessibility();
            page.locator("tr", new Page.LocatorOptions().setHasText(providerName))
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

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void fillDate(Page page, String field, LocalDate date) {
        page.fill("#" + field + "-day", Integer.toString(date.getDayOfMonth()));
        page.fill("#" + field + "-month", Integer.toString(date.getMonthValue()));
        page.fill("#" + field + "-year", Integer.toString(date.getYear()));
    }
}
