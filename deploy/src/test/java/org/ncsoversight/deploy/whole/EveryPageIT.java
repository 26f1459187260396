package org.ncsoversight.deploy.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each page a person can come to from the menu: it opens, with and without scripts, and keeps to WCAG 2.2 AA. */
@ExtendWith(JourneyWorld.Shared.class)
class EveryPageIT {

    private static final Map<String, List<String>> PAGES = Map.of(
            "lead",
            List.of(
                    "/",
                    "/evidence/home",
                    "/evidence",
                    "/evidence?criterion=4.3&state=accepted&text=clients",
                    "/evidence/drafts",
                    "/evidence/new",
                    "/evidence/filters",
                    "/evidence/imports/new",
                    "/evidence/tasks",
                    "/evidence/assignments",
                    "/evidence/assignments/new",
                    "/evidence/registers",
                    "/evidence/registers/aims",
                    "/evidence/registers/aims/new",
                    "/evidence/registers/outcomes/new",
                    "/evidence/registers/partnerships/new",
                    "/evidence/registers/advisers",
                    "/evidence/registers/advisers/new",
                    "/evidence/registers/advisers/import",
                    "/evidence/registers/resources/new",
                    "/evidence/registers/standards/new",
                    "/evidence/threads",
                    "/evidence/threads/new",
                    "/evidence/improvement",
                    "/evidence/improvement/new",
                    "/evidence/assessments",
                    "/evidence/assessments/new",
                    "/evidence/packs",
                    "/evidence/packs/import",
                    "/evidence/campaigns",
                    "/evidence/reminders",
                    "/evidence/webhooks",
                    "/evidence/webhooks/new",
                    "/people",
                    "/people/new",
                    "/people/changes",
                    "/people/account",
                    "/people/machines",
                    "/people/machines/new",
                    "/criteria",
                    "/criteria/4.3",
                    "/criteria/threads",
                    "/criteria/editions",
                    "/criteria/search?q=feedback",
                    "/providers",
                    "/providers/99000001",
                    "/providers/99000001/reports",
                    "/providers/accreditation",
                    "/providers/accreditation/calendar",
                    "/contracts",
                    "/readiness/99000001"),
            "contributor",
            List.of("/", "/evidence/home", "/evidence/new", "/evidence/tasks", "/evidence/registers"),
            "assessor",
            List.of("/", "/evidence/reviews", "/providers/accreditation", "/providers/99000001/reports/new"),
            "manager",
            List.of(
                    "/",
                    "/readiness",
                    "/evidence/campaigns",
                    "/evidence/campaigns/new",
                    "/evidence",
                    "/evidence/registers?provider=99000001",
                    "/evidence/threads",
                    "/evidence/improvement",
                    "/evidence/assessments",
                    "/evidence/packs",
                    "/providers",
                    "/providers/99000001",
                    "/providers/accreditation",
                    "/contracts",
                    "/feedback",
                    "/outcomes"),
            "admin",
            List.of(
                    "/",
                    "/criteria/editions",
                    "/criteria/editions/matrix-ncs-4e",
                    "/criteria/imports/new",
                    "/criteria/drafts",
                    "/providers/new",
                    "/providers/99000001/edit",
                    "/providers/99000001/merger",
                    "/providers/99000001/steps/new",
                    "/providers/imports/new",
                    "/contracts/new",
                    "/contracts/imports/new",
                    "/people",
                    "/people/account",
                    "/people/machines",
                    "/people/new",
                    "/messages"));

    private static JourneyWorld world;

    @BeforeAll
    static void meet(JourneyWorld shared) {
        world = shared;
        world.register("99000001", "Harbour Careers", "prime");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead", "contributor", "assessor", "manager", "analyst", "admin"})
    void every_place_on_the_home_page_is_there(String username) {
        try (var person = world.signedIn(username, false)) {
            Page home = person.goTo("/");
            List<String> places = home.locator("main a").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .distinct()
                    .toList();
            assertThat(places).isNotEmpty();
            for (String place : places) {
                var answer = home.navigate(world.home().resolve(place).toString());
                assertThat(answer.status()).as(username + " opens " + place).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "lead, true",
        "lead, false",
        "contributor, true",
        "contributor, false",
        "assessor, true",
        "assessor, false",
        "manager, true",
        "manager, false",
        "admin, true",
        "admin, false"
    })
    void opens(String username, boolean scripts) {
        try (var person = world.signedIn(username, scripts)) {
            for (String path : PAGES.get(username)) {
                Page page = person.page();
                var answer = page.navigate(world.home().resolve(path).toString());

                assertThat(answer.status()).as(username + " opens " + path).isEqualTo(200);
                assertThat(page.locator("h1").count()).as("headings of " + path).isEqualTo(1);
                person.checkAccessibility();
            }
        }
    }
}
