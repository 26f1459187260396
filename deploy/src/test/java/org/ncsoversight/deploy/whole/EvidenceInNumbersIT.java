package org.ncsoversight.deploy.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Much evidence at once: lists, files, packs and campaigns, each journey with scripts and without. */
@ExtendWith(JourneyWorld.Shared.class)
class EvidenceInNumbersIT {

    private static JourneyWorld world;

    @BeforeAll
    static void meet(JourneyWorld shared) {
        world = shared;
        world.register("99000001", "Harbour Careers", "prime");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_filter_is_kept_and_its_list_taken_away(boolean scripts) {
        String word = word("listed");
        world.item("99000001", "Minutes " + word, "3.5");
        try (var lead = world.signedIn("lead", scripts)) {
            Page page = lead.goTo("/evidence?text=" + word + "&state=submitted");
            String csv = lead.download("#export-csv");
            Assertions.assertThat(csv).contains("Minutes " + word, "Words," + word);
            Assertions.assertThat(lead.downloadedBytes("#export-xlsx")).startsWith('P', 'K');
            page.click("#save-filter");
            page.fill("#name", "My " + word);
            lead.checkAccessibility();
            lead.press("Save filter");
            lead.checkAccessibility();
            lead.follow("My " + word);
            assertThat(page.locator("#filter-in-words")).containsText(word);
            assertThat(page.locator("main table")).containsText("Minutes " + word);
            lead.goTo("/evidence/filters");
            lead.press("Delete My " + word);
            assertThat(page.locator("main")).not().containsText("My " + word);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void several_items_are_given_away_and_withdrawn_at_once(boolean scripts) {
        String word = word("several");
        world.item("99000001", "First " + word, "3.5");
        world.item("99000001", "Second " + word, "3.5");
        try (var lead = world.signedIn("lead", scripts)) {
            Page page = lead.goTo("/evidence?text=" + word);
            selectAll(page);
            page.click("#bulk-reassign");
            page.fill("#owner", "contributor");
            lead.checkAccessibility();
            page.click("#confirm");
            assertThat(page.locator("h1")).containsText("2 of 2 done");
            lead.checkAccessibility();

            lead.goTo("/evidence?text=" + word + "&owner=contributor");
            selectAll(page);
            page.click("#bulk-withdraw");
            lead.checkAccessibility();
            page.click("#confirm");
            assertThat(page.locator("h1")).containsText("2 of 2 done");
            lead.goTo("/evidence?text=" + word + "&state=withdrawn");
            assertThat(page.locator("main tbody tr")).hasCount(2);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_table_and_a_zip_become_drafts_that_are_submitted_at_once(boolean scripts) throws IOException {
        String title = "Minutes " + word("zipped");
        LocalDate today = TestPlatform.today();
        String table = """
            title,statement,voice,criteria,period_from,period_to,review_date,files
            %s,What was agreed,staff,3.5,%s,%s,%s,minutes.txt
            """.formatted(title, today.minusMonths(2), today.minusMonths(1), today.plusYears(1));
        try (var lead = world.signedIn("lead", scripts)) {
            Page page = lead.goTo("/evidence/imports/new");
            page.setInputFiles("#table", file("items.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
            page.setInputFiles("#files", file("files.zip", "application/zip", zip("minutes.txt", "Agreed: " + title)));
            page.check("#mode");
            page.check("#as");
            page.click("#import");
            assertThat(page.locator("#created")).containsText("1");
            lead.checkAccessibility();
            lead.follow("Submit drafts");
            lead.checkAccessibility();
            page.locator("tr", new Page.LocatorOptions().setHasText(title))
                    .locator("input[type=checkbox]")
                    .check();
            page.click("#bulk-submit");
            lead.checkAccessibility();
            page.click("#confirm");
            assertThat(page.locator("h1")).containsText("1 of 1 done");
            lead.follow(title);
            assertThat(page.locator("main")).containsText("minutes.txt");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_pack_is_taken_away_and_changes_nothing_when_it_comes_back(boolean scripts) throws IOException {
        String title = "Packed " + word("pack");
        String evidence = world.item("99000001", title, "3.5");
        try (var lead = world.signedIn("lead", scripts)) {
            Page page = lead.goTo("/evidence/packs");
            lead.checkAccessibility();
            for (Locator state : page.locator("input[name=state]").all()) {
                state.setChecked(state.getAttribute("value").equals("submitted"));
            }
            byte[] pack = lead.downloadedBytes("main form[action='/evidence/packs/download'] button");
            Assertions.assertThat(entry(pack, "index.html")).contains(title);
            Assertions.assertThat(entry(pack, "manifest.json"))
                    .contains("sha256")
                    .contains(evidence);

            lead.goTo("/evidence/packs/import");
            page.setInputFiles("#pack", file("pack.zip", "application/zip", pack));
            lead.checkAccessibility();
            lead.press("Import");
            assertThat(page.locator("#added")).hasText("0");
            assertThat(page.locator("#unchanged")).not().hasText("0");
            lead.checkAccessibility();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_manager_asks_providers_and_sees_who_has_answered(boolean scripts) {
        String title = "Charters " + word("asked");
        String evidence = world.item("99000001", "Charter " + title, "3.5");
        try (var manager = world.signedIn("manager", scripts)) {
            Page page = manager.goTo("/evidence/campaigns/new");
            manager.submit();
            assertThat(page.locator(".govuk-error-summary")).containsText("There is a problem");
            manager.checkAccessibility();
            page.fill("#title", title);
            page.fill("#request", "Please send the charter that clients get.");
            page.check("#criterion-3-5");
            manager.fillDate("due", TestPlatform.today().plusDays(20));
            page.check("#whom-listed");
            page.fill("#providers", "99000001");
            manager.submit();
            assertThat(page.locator("h1")).containsText(title);
            assertThat(page.locator("#counts")).containsText("Not started: 1");
            manager.checkAccessibility();
        }
        try (var lead = world.signedIn("lead", scripts)) {
            Page page = lead.goTo("/evidence/campaigns");
            lead.checkAccessibility();
            lead.follow(title);
            lead.press("Answer");
            page.check("#answer-evidence");
            page.selectOption("#evidence", evidence);
            lead.checkAccessibility();
            lead.press("Send this answer");
            assertThat(page.locator("#own-answer")).containsText("Answered");
            lead.checkAccessibility();
        }
        try (var manager = world.signedIn("manager", scripts)) {
            Page page = manager.goTo("/evidence/campaigns");
            manager.follow(title);
            assertThat(page.locator("#counts")).containsText("Answered: 1");
            Assertions.assertThat(manager.download("a[href*='export.csv']")).contains("99000001");
            manager.follow("Close this campaign");
            page.fill("#reason", "Everybody has answered.");
            manager.checkAccessibility();
            manager.press("Close this campaign");
            assertThat(page.locator("main")).containsText("Closed campaign");
        }
    }

    private static void selectAll(Page page) {
        for (Locator box : page.locator("main tbody input[type=checkbox]").all()) {
            box.check();
        }
    }

    private static String word(String beginning) {
        return beginning + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private static FilePayload file(String name, String type, byte[] content) {
        return new FilePayload(name, type, content);
    }

    private static byte[] zip(String name, String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String entry(byte[] zip, String name) throws IOException {
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(entries.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }
}
