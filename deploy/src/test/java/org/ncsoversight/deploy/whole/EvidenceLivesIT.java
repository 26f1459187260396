package org.ncsoversight.deploy.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of one piece of evidence among several people, each journey with scripts and without. */
@ExtendWith(JourneyWorld.Shared.class)
class EvidenceLivesIT {

    private static JourneyWorld world;

    @BeforeAll
    static void meet(JourneyWorld shared) {
        world = shared;
        world.register("99000001", "Harbour Careers", "prime");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_a_contributor_left_to_the_lead_is_returned_and_comes_back_better(boolean scripts) {
        String title = "Observed sessions " + UUID.randomUUID();
        aContributorPreparesIt(title, scripts);
        String evidence = theLeadSubmitsIt(title, scripts);
        try (var assessor = world.signedIn("assessor", scripts)) {
            Page page = assessor.goTo(evidence + "/review");
            assertThat(page.locator("main")).containsText("Criterion 3.4");
            page.getByLabel("Return", new Page.GetByLabelOptions().setExact(false))
                    .first()
                    .check();
            assessor.press("Send decision");
            assertThat(page.locator(".govuk-error-summary")).containsText("There is a problem");
            assessor.checkAccessibility();
            page.fill("#reason", "Say how many sessions were observed.");
            assessor.press("Send decision");
            assertThat(page.locator(".govuk-panel")).containsText("Returned");
            assessor.checkAccessibility();
        }
        try (var lead = world.signedIn("lead", scripts)) {
            Page page = lead.goTo(evidence);
            assertThat(page.locator("main")).containsText("Say how many sessions were observed.");
            page.click("#revise");
            lead.checkAccessibility();
            lead.goTo(draftShownOn(page) + "/about?change=true");
            page.fill("#statement", "Twelve sessions were observed and talked over.");
            continueToTheCheck(lead);
            page.fill("textarea[name=why]", "The number of sessions");
            lead.press("Submit evidence");
            assertThat(page.locator(".govuk-panel--confirmation")).isVisible();
            page.navigate(evidence);
            lead.follow("Revision 1");
            lead.checkAccessibility();
        }
        try (var assessor = world.signedIn("assessor", scripts)) {
            Page page = assessor.goTo(evidence + "/review");
            page.getByLabel("Accept", new Page.GetByLabelOptions().setExact(true))
                    .check();
            assessor.press("Send decision");
            page.navigate(evidence);
            assertThat(page.locator("#approval")).containsText("Revision 2 was accepted by assessor");
            assessor.checkAccessibility();
        }
    }

    private static void aContributorPreparesIt(String title, boolean scripts) {
        try (var contributor = world.signedIn("contributor", scripts)) {
            Page page = contributor.goTo("/evidence/new?criterion=3.4&voice=staff");
            contributor.press("Continue");
            page.check("input[name=voice][value=staff]");
            contributor.press("Continue");
            page.check("input[name=kind][value=account]");
            contributor.press("Continue");
            page.fill("#title", title);
            page.fill("#statement", "Sessions were observed.");
            contributor.press("Save and come back later");
            contributor.checkAccessibility();
            contributor.follow(title);
            contributor.goTo(draftShownOn(page) + "/dates");
            contributor.fillDate("periodFrom", TestPlatform.today().minusMonths(3));
            contributor.fillDate("periodTo", TestPlatform.today().minusDays(1));
            contributor.fillDate("reviewDate", TestPlatform.today().plusYears(1));
            continueToTheCheck(contributor);
            contributor.checkAccessibility();
            page.fill("textarea[name=why]", "Please look at the dates");
            contributor.press("Leave to a lead");
            assertThat(page.locator(".govuk-notification-banner")).isVisible();
            contributor.checkAccessibility();
        }
    }

    /** The address of a draft, one of whose questions is coming up. */
    private static String draftShownOn(Page page) {
        page.waitForURL(Pattern.compile("/evidence/drafts/[0-9a-f-]{36}"));
        return page.url().replaceFirst("(/drafts/[0-9a-f-]{36}).*", "$1");
    }

    /** From question to question, waiting for each. */
    private static void continueToTheCheck(Visitor visitor) {
        Locator question = visitor.page().locator("h1");
        for (String asked = question.innerText(); !asked.equals("Check your answers"); asked = question.innerText()) {
            visitor.press("Continue");
            assertThat(question).not().hasText(asked);
        }
    }

    private static String theLeadSubmitsIt(String title, boolean scripts) {
        try (var lead = world.signedIn("lead", scripts)) {
            Page page = lead.goTo("/evidence/drafts");
            lead.follow(title);
            assertThat(page.locator("h1")).containsText("Check your answers");
            assertThat(page.locator("main")).containsText("Left to a lead by contributor");
            lead.checkAccessibility();
            lead.press("Submit evidence");
            assertThat(page.locator(".govuk-panel--confirmation")).containsText("Evidence submitted");
            page.navigate(world.home().resolve("/evidence").toString());
            lead.follow(title);
            assertThat(page.locator("h1")).containsText(title);
            return page.url();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_review_is_taken_up_and_put_back(boolean scripts) {
        String evidence = "/evidence/" + world.item("99000001", "Taken up " + UUID.randomUUID(), "3.5");
        try (var assessor = world.signedIn("assessor", scripts)) {
            Page page = assessor.goTo(evidence + "/review");
            assessor.press("Start review");
            assertThat(page.locator("main")).containsText("You have this in review");
            assessor.checkAccessibility();
            assessor.press("Put back in the queue");
            assessor.goTo("/evidence/reviews");
            assertThat(page.locator("main")).containsText("Harbour Careers");
            assessor.checkAccessibility();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_comment_calls_a_colleague_who_settles_it(boolean scripts) {
        String question = "Which room was it? " + UUID.randomUUID();
        String evidence = "/evidence/" + world.item("99000001", "Commented " + UUID.randomUUID(), "3.5");
        try (var lead = world.signedIn("lead", scripts)) {
            Page page = lead.goTo(evidence);
            page.fill("#text", "@contributor " + question);
            page.check("#internal");
            lead.press("Add comment");
            assertThat(page.locator("main")).containsText(question);
            lead.checkAccessibility();
        }
        try (var contributor = world.signedIn("contributor", scripts)) {
            Page page = contributor.goTo("/evidence/tasks");
            assertThat(page.locator("main")).containsText(question);
            contributor.checkAccessibility();
            page.navigate(world.home().resolve(evidence).toString());
            page.locator("main form button", new Page.LocatorOptions().setHasText("Resolve"))
                    .first()
                    .click();
            assertThat(page.locator("main")).containsText("Resolved by contributor");
        }
        try (var assessor = world.signedIn("assessor", scripts)) {
            Page page = assessor.goTo(evidence);
            assertThat(page.locator("main")).not().containsText(question);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void evidence_sent_by_mistake_is_withdrawn(boolean scripts) {
        String evidence = "/evidence/" + world.item("99000001", "Mistaken " + UUID.randomUUID(), "3.5");
        try (var lead = world.signedIn("lead", scripts)) {
            Page page = lead.goTo(evidence);
            lead.checkAccessibility();
            page.locator("a[href$='/withdraw']").click();
            lead.checkAccessibility();
            page.click("#withdraw");
            page.navigate(world.home().resolve(evidence).toString());
            assertThat(page.locator("main")).containsText("Withdrawn");
        }
    }
}
