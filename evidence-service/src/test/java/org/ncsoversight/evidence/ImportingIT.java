package org.ncsoversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Tokens;
import tools.jackson.databind.JsonNode;

/** Importing many items from a table, with their files in a ZIP. */
class ImportingIT extends RunningService {

    private static final String HEADINGS =
            "row_key,title,statement,voice,criteria,period_from,period_to,review_date,files\n";
    private static final String LEAD = Tokens.ofProvider("provider-lead", "99000033");
    private static final String CONTRIBUTOR = Tokens.ofProvider("provider-contributor", "99000033");
    private static final byte[] ZIP = zip(Map.of("survey (1).txt", "figures", "Übersicht.pdf", "%PDF-1.4\n"));

    @Test
    void good_rows_become_evidence_with_their_files_and_the_same_again_changes_nothing() throws Exception {
        String table = HEADINGS
                + row("first-" + System.nanoTime(), "Survey of spring", "4.3; 1.7", "survey (1).txt; Übersicht.pdf")
                + row("second-" + System.nanoTime(), "Account of a partner", "4.4", "");

        var answer = run(LEAD, "all", "submitted", table, ZIP);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var again = run(LEAD, "all", "submitted", table, ZIP);

        var body = JSON.readTree(answer.body());
        assertThat(body.get("created").asInt()).isEqualTo(2);
        var item = JSON.readTree(
                get("/api/evidence/items/" + body.at("/items/0/evidence").asString(), LEAD, "application/json")
                        .body());
        assertThat(item.get("state").asString()).isEqualTo("submitted");
        assertThat(item.get("files").findValuesAsString("name")).containsExactly("survey (1).txt", "Übersicht.pdf");
        assertThat(download(item.at("/files/0/href").asString(), LEAD).body())
                .asString()
                .isEqualTo("figures");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(again.body())).isEqualTo(body);
    }

    @Test
    void bad_rows_are_named_and_either_keep_all_out_or_only_themselves() throws Exception {
        String table = HEADINGS
                + row("good-" + System.nanoTime(), "Good row", "4.3", "")
                + row("bad", "", "9.9", "missing.pdf")
                + row("bad", "Twice", "4.3", "");

        var refused = run(LEAD, "all", "drafts", table, null);
        assertThat(refused.statusCode()).isEqualTo(422);
        var nothing = JSON.readTree(refused.body());
        assertThat(nothing.get("created").asInt()).isZero();
        assertThat(nothing.get("rejected").asInt()).isEqualTo(2);
        assertThat(nothing.get("badRows").findValuesAsString("code"))
                .contains("file-not-in-zip", "title-missing", "criterion-unknown", "row-twice");
        assertThat(nothing.at("/badRows/0/row").asInt()).isEqualTo(3);
        assertThat(nothing.at("/badRows/0/column").asString()).isEqualTo("files");

        var some = JSON.readTree(run(LEAD, "good-rows", "drafts", table, null).body());
        assertThat(some.get("created").asInt()).isEqualTo(1);
        var csv = get("/evidence/imports/" + some.get("id").asString() + "/errors.csv", LEAD, "text/csv");
        assertThat(csv.body()).contains("row,column,code,message", "3,title,title-missing,Enter a title");
        assertThat(get("/evidence/imports/" + some.get("id").asString(), LEAD, "text/html")
                        .body())
                .contains("Enter a title", "Good row");
        assertThat(get("/evidence/bulk/drafts", LEAD, "text/html").body()).contains("Good row");
    }

    @Test
    void a_key_that_said_something_else_before_is_told() throws Exception {
        var key = "key-" + System.nanoTime();
        run(LEAD, "all", "drafts", HEADINGS + row(key, "As it was", "4.3", ""), null);

        var changed = run(LEAD, "all", "drafts", HEADINGS + row(key, "Changed", "4.3", ""), null);

        assertThat(changed.statusCode()).isEqualTo(422);
        assertThat(changed.body()).contains("row-key-taken");
    }

    @Test
    void only_who_may_submit_imports_as_submitted() throws Exception {
        String table = HEADINGS + row("c-" + System.nanoTime(), "A contributor’s", "4.3", "");

        assertThat(run(CONTRIBUTOR, "all", "submitted", table, null).statusCode())
                .isEqualTo(403);
        assertThat(run(CONTRIBUTOR, "all", "drafts", table, null).statusCode()).isEqualTo(201);
        assertThat(run(assessor(), "all", "drafts", table, null).statusCode()).isEqualTo(403);
    }

    @Test
    void a_table_or_zip_that_cannot_be_used_is_refused_with_a_code() throws Exception {
        assertThat(code(run(LEAD, "all", "drafts", "title,colour\n", null))).isEqualTo("missing-columns");
        assertThat(code(run(LEAD, "all", "drafts", "title,voice\na,b\n", null))).isEqualTo("missing-columns");
        assertThat(code(run(LEAD, "all", "drafts", HEADINGS, null))).isEqualTo("table-empty");
        assertThat(code(run(LEAD, "all", "drafts", HEADINGS + row("", "a", "4.3", ""), zip(Map.of("../a", "x")))))
                .isEqualTo("zip-name-unsafe");
    }

    @Test
    void people_get_a_template_that_can_be_imported_and_see_what_became_of_it() throws Exception {
        assertThat(get("/evidence/imports/new", LEAD, "text/html").body())
                .contains("What goes into each column", "review_date", "name=\"as\"", "value=\"submitted\"");
        assertThat(get("/evidence/imports/new", CONTRIBUTOR, "text/html").body())
                .doesNotContain("value=\"submitted\"");
        String template =
                get("/evidence/imports/template.csv", LEAD, "text/csv").body();
        assertThat(template).startsWith("row_key,title,");
        String today = LocalDate.now(ZoneOffset.UTC).plusYears(1).toString();
        String table =
                template.replace("survey.pdf; figures.csv", "survey (1).txt").replace("2027-06-30", today);

        var missing = multipart("/evidence/imports/new", LEAD, Map.of("mode", "", "as", ""), Map.of());
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(missing.body()).contains("Select what to do if rows are wrong", "href=\"#as\"");
        var done = multipart(
                "/evidence/imports/new",
                LEAD,
                Map.of("mode", "all", "as", "submitted"),
                Map.of("table", table.getBytes(StandardCharsets.UTF_8), "files", ZIP));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        assertThat(get(done.headers().firstValue("Location").orElseThrow(), LEAD, "text/html")
                        .body())
                .contains("Import of", "Survey of clients, spring 2026");
    }

    private static String code(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
        JsonNode body = JSON.readTree(response.body());
        return body.at("/errors/0/code").asString();
    }

    private static String row(String key, String title, String criteria, String files) {
        return "%s,%s,What it shows,client,%s,2026-04-01,1/5/2026,%s,%s\n"
                .formatted(key, title, criteria, LocalDate.now(ZoneOffset.UTC).plusYears(1), files);
    }

    private HttpResponse<String> run(String token, String mode, String as, String table, byte[] zip) throws Exception {
        var files = zip == null
                ? Map.of("table", table.getBytes(StandardCharsets.UTF_8))
                : Map.of("table", table.getBytes(StandardCharsets.UTF_8), "files", zip);
        return multipart("/api/evidence/imports", token, Map.of("mode", mode, "as", as), files);
    }

    private static byte[] zip(Map<String, String> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
