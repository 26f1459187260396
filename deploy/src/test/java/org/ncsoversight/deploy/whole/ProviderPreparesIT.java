package org.ncsoversight.deploy.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a provider's people do between two assessments, each journey with scripts and without. */
@ExtendWith(JourneyWorld.Shared.class)
class ProviderPreparesIT {

    private static JourneyWorld world;

    @BeforeAll
    static void meet(JourneyWorld shared) {
        world = shared;
        world.register("99000001", "Harbour Careers", "prime");
        world.platform().awaitBand("99000001", "1.2", "NOT_STARTED");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void work_is_given_to_a_colleague_and_done(boolean scripts) {
        String note = "Ask the youth hub first " + UUID.randomUUID();
        try (var lead = world.signedIn("lead", scripts)) {
            Page page = lead.goTo("/evidence/assignments/new?criterion=1.6&voice=staff");
            page.fill("#assignee", "contributor");
            fillDate(page, "due", TestPlatform.today().plusDays(14));
            page.fill("#note", note);
            lead.checkAccessibility();
            page.locator("main form button[type=submit]").last().click();
            assertThat(page.locator("main")).containsText("contributor"); // Who never signed in is pointed out first.
            assertThat(lead.goTo("/evidence/assignments").locator("table")).containsText("contributor");
        }
        try (var contributor = world.signedIn("contributor", scripts)) {
            Page page = contributor.goTo("/evidence/tasks");
            assertThat(page.locator("main")).containsText(note);
            contributor.checkAccessibility();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_adviser_is_entered_and_counted(boolean scripts) {
        String reference = "ADV-" + UUID.randomUUID();
        try (var lead = world.signedIn("lead", scripts)) {
            Page page = lead.goTo("/evidence/registers/advisers/new");
            page.locator("main form button[type=submit]").last().click();
            assertThat(page.locator(".govuk-error-summary")).containsText("There is a problem");
            lead.checkAccessibility();

            page.fill("#reference", reference);
            page.fill("#role", "Careers adviser");
            page.fill("#held", "6");
            page.locator("main form button[type=submit]").last().click();
            page.navigate(world.home().resolve("/evidence/registers/advisers").toString());
            assertThat(page.locator("main")).containsText(reference);
            lead.checkAccessibility();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_golden_thread_says_where_it_is_broken(boolean scripts) {
        String name = "More clients in work " + UUID.randomUUID();
        try (var lead = world.signedIn("lead", scripts)) {
            Page page = lead.goTo("/evidence/threads/new");
            page.fill("#name", name);
            page.check("input[name=template][value=plan-do-review]");
            lead.checkAccessibility();
            page.locator("main form button[type=submit]").last().click();
            assertThat(page.locator("h1")).containsText(name);
            assertThat(page.locator("main")).containsText("3.2");
            lead.checkAccessibility();
            page.navigate(
                    world.home().resolve("/evidence/threads?standing=broken").toString());
            assertThat(page.locator("main")).containsText(name);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_improvement_is_proposed_and_agreed(boolean scripts) {
        String title = "Answer every suggestion " + UUID.randomUUID();
        try (var lead = world.signedIn("lead", scripts)) {
            Page page = lead.goTo("/evidence/improvement/new?gaps=4.3:client&criteria=4.3");
            page.fill("#title", title);
            page.fill("#difference", "Clients hear within a month what came of their suggestion.");
            page.fill("#owner", "contributor");
            fillDate(page, "due", TestPlatform.today().plusMonths(2));
            lead.checkAccessibility();
            page.locator("main form button[type=submit]").last().click();
            assertThat(page.locator("h1")).containsText(title);
            lead.checkAccessibility();
            page.click("#agreement");
            assertThat(page.locator("#state")).containsText("Agreed");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_self_assessment_is_written_and_signed(boolean scripts) {
        try (var lead = world.signedIn("lead", scripts)) {
            Page page = lead.goTo("/evidence/assessments/new");
            fillDate(page, "periodFrom", TestPlatform.today().minusYears(1));
            fillDate(page, "periodTo", TestPlatform.today().minusDays(1));
            lead.checkAccessibility();
            page.locator("main form button[type=submit]").last().click();
            assertThat(page.locator("#state")).containsText("Draft");
            lead.checkAccessibility();
            String report = page.url();

            page.navigate(report + "/sections/4.3");
            page.fill("#text", "We read every answer and say what we did.");
            page.fill("#strengths", "Quick replies");
            lead.checkAccessibility();
            page.locator("button[name=then][value=overview]").click();
            page.navigate(report + "/signature");
            lead.checkAccessibility();
            page.click("#sign");
            assertThat(page.locator("#state")).containsText("Signed");
            page.navigate(report + "/report");
            assertThat(page.locator("main")).containsText("We read every answer");
            lead.checkAccessibility();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void items_come_in_by_spreadsheet_and_are_found_again(boolean scripts) {
        String title = "Monthly meeting " + UUID.randomUUID();
        LocalDate today = TestPlatform.today();
        try (var lead = world.signedIn("lead", scripts)) {
            Page page = lead.goTo("/evidence/imports/new");
            page.setInputFiles("#table", new FilePayload("items.csv", "text/csv", """
                title,statement,voice,criteria,period_from,period_to,review_date
                %s,Notes of the meeting,staff,1.2,%s,%s,%s
                """.formatted(
                            title, today.minusMonths(2), today.minusMonths(1), today.plusYears(1))
                    .getBytes(StandardCharsets.UTF_8)));
            page.check("#mode");
            page.check("#as-submitted");
            lead.checkAccessibility();
            page.click("#import");
            assertThat(page.locator("#created")).containsText("1");
            lead.checkAccessibility();

            page.navigate(world.home().resolve("/evidence").toString());
            page.fill("#text", title.substring(title.length() - 12));
            page.click("#apply-filter");
            lead.checkAccessibility();
            Locator found = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title));
            found.first().click();
            assertThat(page.locator("h1")).containsText(title);
            lead.checkAccessibility();
        }
    }

    private static void fillDate(Page page, String field, LocalDate date) {
        page.fill("#" + field + "-day", Integer.toString(date.getDayOfMonth()));
        page.fill("#" + field + "-month", Integer.toString(date.getMonthValue()));
        page.fill("#" + field + "-year", Integer.toString(date.getYear()));
    }
}
