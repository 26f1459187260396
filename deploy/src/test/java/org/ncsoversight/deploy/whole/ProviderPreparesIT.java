package org.ncsoversight.deploy.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.Assertions;
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
            lead.fillDate("due", TestPlatform.today().plusDays(14));
            page.fill("#note", note);
            lead.checkAccessibility();
            lead.submit();
            assertThat(page.locator("main")).containsText("contributor"); // Who never signed in is pointed out first.
            assertThat(lead.goTo("/evidence/assignments").locator("table")).containsText("contributor");
        }
        try (var contributor = world.signedIn("contributor", scripts)) {
            Page page = contributor.goTo("/evidence/tasks");
            assertThat(page.locator("main")).containsText(note);
            contributor.checkAccessibility();
            page.locator("main li", new Page.LocatorOptions().setHasText(note))
                    .locator("button[type=submit]")
                    .click();
            assertThat(page.locator("main")).not().containsText(note);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_adviser_is_entered_and_counted(boolean scripts) {
        String reference = "ADV-" + UUID.randomUUID();
        try (var lead = world.signedIn("lead", scripts)) {
            Page page = lead.goTo("/evidence/registers/advisers/new");
            lead.submit();
            assertThat(page.locator(".govuk-error-summary")).containsText("There is a problem");
            lead.checkAccessibility();

            page.fill("#reference", reference);
            page.fill("#role", "Careers adviser");
            page.fill("#held", "6");
            lead.submit();
            page.navigate(world.home().resolve("/evidence/registers/advisers").toString());
            assertThat(page.locator("main")).containsText(reference);
            lead.checkAccessibility();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void advisers_come_in_by_file_and_wrong_rows_are_named(boolean scripts) {
        String reference = "CSV-" + UUID.randomUUID();
        try (var lead = world.signedIn("lead", scripts)) {
            Page page = lead.goTo("/evidence/registers/advisers/import");
            page.setInputFiles("#file", new FilePayload("advisers.csv", "text/csv", """
                reference,role,held
                %s,Careers adviser,6
                WRONG-%s,Careers adviser,none of it
                """.formatted(reference, reference)
                    .getBytes(StandardCharsets.UTF_8)));
            page.check("#mode-good-rows");
            lead.checkAccessibility();
            lead.press("Import");
            assertThat(page.locator("#import-added")).hasText("1");
            assertThat(page.locator("#import-rejected")).hasText("1");
            lead.checkAccessibility();
            lead.press("Go to the register");
            assertThat(page.locator("main")).containsText(reference);
            assertThat(page.locator("main")).not().containsText("WRONG-" + reference);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_person_chooses_how_often_they_are_reminded(boolean scripts) {
        try (var contributor = world.signedIn("contributor", scripts)) {
            Page page = contributor.goTo("/evidence/reminders");
            page.check("#frequency-weekly");
            contributor.checkAccessibility();
            contributor.press("Save");
            assertThat(page.locator(".govuk-notification-banner")).containsText("Your choice is saved");
            contributor.checkAccessibility();
            contributor.goTo("/evidence/reminders");
            assertThat(page.locator("#frequency-weekly")).isChecked();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_golden_thread_is_broken_until_accepted_evidence_hangs_on_it(boolean scripts) {
        String name = "More clients in work " + UUID.randomUUID();
        String item = world.item("99000001", "From aim to result " + UUID.randomUUID(), "1.1", "3.2", "4.1");
        world.accept(item);
        try (var lead = world.signedIn("lead", scripts)) {
            Page page = lead.goTo("/evidence/threads/new");
            page.fill("#name", name);
            page.check("input[name=template][value=plan-do-review]");
            lead.checkAccessibility();
            lead.submit();
            assertThat(page.locator("h1")).containsText(name);
            assertThat(page.locator("main")).containsText("It is broken at 1.1");
            lead.checkAccessibility();
            String thread = page.url();
            lead.goTo("/evidence/threads?standing=broken");
            assertThat(page.locator("main")).containsText(name);

            page.navigate(thread);
            page.selectOption("#evidence", item);
            lead.press("Hang on the thread");
            assertThat(page.locator("main")).containsText("Each of its criteria has accepted, current evidence on it.");
            lead.checkAccessibility();
            lead.press("Close this thread");
            lead.goTo("/evidence/threads?standing=closed");
            assertThat(page.locator("main")).containsText(name);
            lead.checkAccessibility();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_improvement_is_agreed_done_and_verified_by_another_person(boolean scripts) {
        String title = "Answer every suggestion " + UUID.randomUUID();
        String action;
        try (var lead = world.signedIn("lead", scripts)) {
            Page page = lead.goTo("/evidence/improvement/new?gaps=4.3:client&criteria=4.3");
            page.fill("#title", title);
            page.fill("#difference", "Clients hear within a month what came of their suggestion.");
            page.fill("#owner", "contributor");
            lead.fillDate("due", TestPlatform.today().plusMonths(2));
            lead.checkAccessibility();
            lead.submit();
            assertThat(page.locator("h1")).containsText(title);
            lead.checkAccessibility();
            page.click("#agreement");
            assertThat(page.locator("#state")).containsText("Agreed");
            action = page.url();
        }
        try (var contributor = world.signedIn("contributor", scripts)) {
            Page page = contributor.page();
            page.navigate(action);
            page.click("#start");
            page.fill("#reason", "A card at each desk says whom to ask.");
            page.click("#completion");
            assertThat(page.locator("#state")).containsText("Done");
            assertThat(page.locator("#verification")).hasCount(0);
            contributor.checkAccessibility();
        }
        try (var lead = world.signedIn("lead", scripts)) {
            Page page = lead.page();
            page.navigate(action);
            page.click("#verification");
            assertThat(page.locator("#state")).containsText("Verified");
            lead.checkAccessibility();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_self_assessment_is_written_and_signed(boolean scripts) {
        try (var lead = world.signedIn("lead", scripts)) {
            Page page = lead.goTo("/evidence/assessments/new");
            lead.fillDate("periodFrom", TestPlatform.today().minusYears(1));
            lead.fillDate("periodTo", TestPlatform.today().minusDays(1));
            lead.checkAccessibility();
            lead.submit();
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

            page.navigate(report);
            Assertions.assertThat(lead.downloadedBytes("a[href$='report.docx']"))
                    .startsWith('P', 'K');
            page.fill("#reason", "A partner wrote after we signed.");
            lead.press("Start a new version");
            assertThat(page.locator("main")).containsText("Version 2, because: A partner wrote after we signed.");
            assertThat(page.locator("#state")).containsText("Draft");
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
            page.locator("#filter summary").click();
            page.fill("#text", title.substring(title.length() - 12));
            page.click("#apply-filter");
            lead.checkAccessibility();
            Locator found = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title));
            found.first().click();
            assertThat(page.locator("h1")).containsText(title);
            lead.checkAccessibility();
        }
    }
}
