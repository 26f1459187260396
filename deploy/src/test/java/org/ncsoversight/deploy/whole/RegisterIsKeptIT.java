package org.ncsoversight.deploy.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What administrators, leads and assessors do around the evidence, each journey with scripts and without. */
@ExtendWith(JourneyWorld.Shared.class)
class RegisterIsKeptIT {

    private static JourneyWorld world;

    @BeforeAll
    static void meet(JourneyWorld shared) {
        world = shared;
        world.register("99000001", "Harbour Careers", "prime");
    }

    @ParameterizedTest
    @CsvSource({"true, 99000901", "false, 99000902"})
    void a_provider_is_registered_and_found(boolean scripts, String ukprn) {
        try (var admin = world.signedIn("admin", scripts)) {
            Page page = admin.goTo("/providers/new");
            page.locator("main form button[type=submit]").last().click();
            assertThat(page.locator(".govuk-error-summary")).containsText("There is a problem");
            admin.checkAccessibility();

            page.fill("#ukprn", ukprn);
            page.fill("#name", "Lantern Advice " + ukprn);
            page.check("input[name=kind][value=subcontractor]");
            page.locator("main form button[type=submit]").last().click();
            assertThat(page.locator("h1")).containsText("Lantern Advice " + ukprn);
            admin.checkAccessibility();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_colleague_is_invited(boolean scripts) {
        String username = "new." + UUID.randomUUID().toString().substring(0, 8);
        try (var lead = world.signedIn("lead", scripts)) {
            Page page = lead.goTo("/people/new");
            page.fill("#firstName", "Robin");
            page.fill("#lastName", "Example");
            page.fill("#email", username + "@example.org");
            page.fill("#username", username);
            page.check("input[name=role][value=provider-contributor]");
            lead.checkAccessibility();
            page.locator("main form button[type=submit]").last().click();
            lead.checkAccessibility();
            page.click("#invite");
            assertThat(page.locator("#one-time-password")).isVisible();
            lead.checkAccessibility();
            page.navigate(world.home().resolve("/people").toString());
            assertThat(page.locator("main")).containsText(username);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_standard_is_searched_whatever_the_word_endings(boolean scripts) {
        try (var manager = world.signedIn("manager", scripts)) {
            Page page = manager.goTo("/criteria/search");
            page.fill("#q", "measurement aims");
            page.locator("main form button[type=submit]").last().click();
            assertThat(page.locator("main mark").first()).isVisible();
            manager.checkAccessibility();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_calendar_is_subscribed_to_and_revoked(boolean scripts) {
        try (var manager = world.signedIn("manager", scripts)) {
            Page page = manager.goTo("/providers/accreditation/calendar");
            page.click("#create");
            assertThat(page.locator("#address")).hasValue(Pattern.compile("https?://.*\\.ics"));
            manager.checkAccessibility();
            page.navigate(
                    world.home().resolve("/providers/accreditation/calendar").toString());
            page.click("#revoke");
            assertThat(page.locator("#create")).isVisible();
        }
    }
}
