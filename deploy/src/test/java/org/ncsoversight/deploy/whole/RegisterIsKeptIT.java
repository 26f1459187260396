package org.ncsoversight.deploy.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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
            admin.submit();
            assertThat(page.locator(".govuk-error-summary")).containsText("There is a problem");
            admin.checkAccessibility();

            page.fill("#ukprn", ukprn);
            page.fill("#name", "Lantern Advice " + ukprn);
            page.check("input[name=kind][value=subcontractor]");
            admin.submit();
            assertThat(page.locator("h1")).containsText("Lantern Advice " + ukprn);
            admin.checkAccessibility();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_colleague_is_invited(boolean scripts) {
        String username = "new." + UUID.randomUUID().toString().substring(0, 8);
        try (var lead = world.signedIn("lead", scripts)) {
            Page page = invite(lead, username);
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
            manager.submit();
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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_colleague_gets_another_role_is_suspended_restored_and_removed(boolean scripts) {
        String username = "leaver." + UUID.randomUUID().toString().substring(0, 8);
        try (var lead = world.signedIn("lead", scripts)) {
            Page page = invite(lead, username);
            lead.goTo("/people?search=" + username);
            lead.follow("Robin Example");
            assertThat(page.locator("h1")).containsText("Robin Example");
            lead.checkAccessibility();
            String person = page.url();
            lead.follow("Change role");
            page.check("input[name=role][value=provider-lead]");
            lead.checkAccessibility();
            lead.submit();

            page.navigate(person + "/suspend");
            lead.checkAccessibility();
            lead.submit();
            page.navigate(person);
            assertThat(page.locator("main")).containsText("Suspended");
            page.navigate(person + "/restore");
            lead.checkAccessibility();
            lead.submit();
            page.navigate(person);
            assertThat(page.locator("main")).not().containsText("Suspended");
            page.navigate(person + "/remove");
            lead.checkAccessibility();
            lead.submit();
            lead.goTo("/people?search=" + username);
            assertThat(page.locator("main")).containsText("Nobody matches");
            lead.goTo("/people/changes");
            assertThat(page.locator("main")).containsText(username);
        }
    }

    @ParameterizedTest
    @CsvSource({"true, 0000000911", "false, 0000000912"})
    void a_contract_is_recorded_with_its_profile(boolean scripts, String touchpoint) {
        try (var admin = world.signedIn("admin", scripts)) {
            Page page = admin.goTo("/contracts/new");
            page.fill("#touchpoint", touchpoint.replaceFirst("^0+", ""));
            admin.fillDate("from", LocalDate.of(2024, 10, 1));
            admin.fillDate("to", LocalDate.of(2026, 9, 30));
            page.fill("#area", "Isle of " + touchpoint);
            page.fill("#prime", "99000001");
            admin.checkAccessibility();
            admin.submit();
            admin.goTo("/contracts/" + touchpoint + "/2024-10-01");
            assertThat(page.locator("main")).containsText("Isle of " + touchpoint);
            admin.checkAccessibility();
            admin.goTo("/contracts/" + touchpoint + "/2024-10-01/profile");
            page.locator("main table input").first().fill("1200");
            admin.checkAccessibility();
            admin.submit();
            admin.goTo("/contracts/" + touchpoint + "/2024-10-01");
            assertThat(page.locator("main")).containsText("1,200");
        }
    }

    @ParameterizedTest
    @CsvSource({"true, 99000911, 99000912", "false, 99000913, 99000914"})
    void a_provider_is_renamed_and_merged_and_keeps_its_past(boolean scripts, String ukprn, String successor) {
        world.register(ukprn, "Old Mill " + ukprn, "subcontractor");
        world.register(successor, "Mill and Weir " + successor, "subcontractor");
        try (var admin = world.signedIn("admin", scripts)) {
            Page page = admin.goTo("/providers/" + ukprn + "/edit");
            page.fill("#name", "New Mill " + ukprn);
            admin.fillDate("nameFrom", TestPlatform.today().minusMonths(6));
            admin.checkAccessibility();
            admin.submit();
            admin.goTo("/providers/" + ukprn + "/merger");
            page.fill("#by", successor);
            admin.fillDate("on", TestPlatform.today().minusMonths(1));
            admin.checkAccessibility();
            admin.submit();
            admin.goTo("/providers/" + ukprn);
            assertThat(page.locator("main")).containsText("Old Mill " + ukprn);
            assertThat(page.locator("main")).containsText("Its figures of the past stay here.");
            admin.checkAccessibility();
            admin.follow("Open that provider");
            assertThat(page.locator("h1")).containsText("Mill and Weir");
        }
    }

    @ParameterizedTest
    @CsvSource({"true, 99000921", "false, 99000922"})
    void providers_come_in_by_file_and_wrong_rows_are_named(boolean scripts, String ukprn) {
        try (var admin = world.signedIn("admin", scripts)) {
            Page page = admin.goTo("/providers/imports/new");
            page.setInputFiles("#file", new FilePayload("providers.csv", "text/csv", """
                ukprn,name,kind
                %s,Ferry Careers,subcontractor
                12,Too short,prime
                """.formatted(ukprn)
                    .getBytes(StandardCharsets.UTF_8)));
            page.check("#mode-good-rows");
            admin.checkAccessibility();
            admin.press("Import");
            assertThat(page.locator("main table tbody tr")).hasCount(1);
            admin.checkAccessibility();
            admin.goTo("/providers/" + ukprn);
            assertThat(page.locator("h1")).containsText("Ferry Careers");
        }
    }

    @ParameterizedTest
    @CsvSource({"true, 99000931", "false, 99000932"})
    void an_accreditation_is_recorded_and_its_dates_follow(boolean scripts, String ukprn) {
        world.register(ukprn, "Lighthouse " + ukprn, "subcontractor");
        LocalDate accredited = TestPlatform.today().minusMonths(13);
        try (var manager = world.signedIn("manager", scripts)) {
            Page page = manager.goTo("/providers/" + ukprn + "/steps/new");
            manager.submit();
            assertThat(page.locator(".govuk-error-summary")).containsText("There is a problem");
            manager.checkAccessibility();
            page.check("input[name=kind][value=accredited]");
            manager.fillDate("on", accredited);
            manager.submit();
            assertThat(page.locator("h1")).containsText("Lighthouse");
            assertThat(page.locator("main")).containsText("Overdue");
            manager.checkAccessibility();
            manager.goTo("/providers/accreditation");
            assertThat(page.locator("main")).containsText("Lighthouse " + ukprn);

            manager.goTo("/providers/" + ukprn);
            page.locator("main a[href$='/remove']").click();
            manager.checkAccessibility();
            page.click("#remove");
            assertThat(page.locator("main")).containsText("Not accredited");
        }
    }

    @ParameterizedTest
    @CsvSource({"true, 99000941", "false, 99000942"})
    void an_assessor_reports_criterion_by_criterion_and_signs(boolean scripts, String ukprn) {
        world.register(ukprn, "Signal Box " + ukprn, "subcontractor");
        String evidence = world.item(ukprn, "Charter of " + ukprn, "1.1");
        try (var assessor = world.signedIn("assessor", scripts)) {
            Page page = assessor.goTo("/providers/" + ukprn + "/reports/new");
            page.check("input[name=type][value=cic-12]");
            assessor.checkAccessibility();
            assessor.press("Continue");
            assertThat(page.locator("h1")).containsText("Draft");
            String report = page.url();
            page.navigate(report + "/details");
            page.fill("#assessor", "Registered assessor 17");
            assessor.fillDate("from", TestPlatform.today().minusDays(9));
            assessor.fillDate("to", TestPlatform.today().minusDays(8));
            page.fill("#scope", "Advice by telephone");
            page.check("input[name=recommendation][value=sufficient]");
            assessor.checkAccessibility();
            assessor.press("Save");

            page.navigate(report + "/criteria/1.1");
            page.check("input[name=met][value=true]");
            page.fill("#strengths", "Everybody knows the aims");
            page.fill("#improvements", "Say who answers for each aim");
            page.fill("#evidence", evidence);
            assessor.checkAccessibility();
            assessor.press("Save");
            page.navigate(report);
            assertThat(page.locator("main")).containsText("1 strengths, 1 areas for continuous improvement");
            assessor.checkAccessibility();
            page.click("#sign");
            assertThat(page.locator("main")).containsText("Say who answers for each aim");
            assessor.checkAccessibility();
        }
    }

    private static Page invite(Visitor lead, String username) {
        Page page = lead.goTo("/people/new");
        page.fill("#firstName", "Robin");
        page.fill("#lastName", "Example");
        page.fill("#email", username + "@example.org");
        page.fill("#username", username);
        page.check("input[name=role][value=provider-contributor]");
        lead.checkAccessibility();
        lead.submit();
        lead.checkAccessibility();
        page.click("#invite");
        assertThat(page.locator("#one-time-password")).isVisible();
        lead.checkAccessibility();
        return page;
    }
}
