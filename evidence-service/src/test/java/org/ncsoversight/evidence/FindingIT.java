package org.ncsoversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Tokens;
import tools.jackson.databind.JsonNode;

/** Finding evidence again, on the page, by API and in files. */
class FindingIT extends RunningService {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String LEAD = Tokens.ofProvider("provider-lead", "99000031");

    @Test
    void evidence_is_found_by_what_it_says_and_when() throws Exception {
        var survey = add("Surveys of client’s satisfaction", "client", "2026-04-01", "2026-04-30");
        var visit = add("Visit to a partner", "partner", "2026-01-01", "2026-02-28");

        assertThat(ids("text=survey+satisfaction")).contains(survey).doesNotContain(visit);
        assertThat(ids("text=SURVEYS+clients")).contains(survey);
        assertThat(ids("text=satisf")).doesNotContain(survey);
        assertThat(ids("voice=partner&criterion=4.3&state=submitted,accepted"))
                .contains(visit)
                .doesNotContain(survey);
        assertThat(ids("periodFrom=2026-03-01&periodTo=2026-04-01"))
                .contains(survey)
                .doesNotContain(visit);
        assertThat(ids("owner=provider-lead-99000031&kind=account")).contains(survey, visit);
        assertThat(ids("state=accepted&state=returned")).doesNotContain(survey, visit);
        assertThat(ids("submittedTo=2001-01-01")).isEmpty();
        assertThat(ids("freshLook=true")).doesNotContain(survey, visit);
    }

    @Test
    void the_page_says_what_is_wrong_with_a_filter_and_keeps_it() throws Exception {
        var page = get("/evidence?reviewFrom=31%2F2%2F2026&text=survey", LEAD, "text/html");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains(
                        "Error: Evidence", "First day must be a real date", "value=\"31/2/2026\"", "value=\"survey\"");
        var problem = get("/api/evidence/items?reviewFrom=31%2F2%2F2026", LEAD, "application/json");
        assertThat(problem.statusCode()).isEqualTo(422);
    }

    @Test
    void a_list_leaves_whole_with_its_filter_in_the_file() throws Exception {
        var mark = "exported" + System.nanoTime();
        for (int i = 0; i < 3; i++) {
            add("=1+1 " + mark, "client", "2026-04-01", "2026-04-30");
        }

        var csv = get("/evidence/export.csv?state=submitted&text=" + mark, LEAD, "text/csv");
        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=utf-8");
        assertThat(csv.body().lines().filter(line -> line.contains("'=1+1 " + mark)))
                .hasSize(3);
        assertThat(csv.body()).contains("State,Waiting for review", "Words," + mark);
        var xlsx = download("/evidence/export.xlsx?text=" + mark, LEAD);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx.body()));
                var rows = workbook.getFirstSheet().openStream()) {
            assertThat(rows.filter(row -> row.getCellText(1).equals("=1+1 " + mark)))
                    .hasSize(3);
        }
        assertThat(get("/evidence/export.csv?text=" + mark, otherLead(), "text/csv")
                        .body())
                .doesNotContain("'=1+1 " + mark);
        assertThat(get("/evidence/reviews/export.csv", assessor(), "text/csv").body())
                .contains("Evidence waiting for review", mark);
    }

    @Test
    void a_list_is_narrowed_to_a_thread_by_its_name_and_to_an_edition() throws Exception {
        var item = add("On a thread", "client", "2026-04-01", "2026-04-30");
        var created = post(
                "/api/evidence/threads",
                LEAD,
                "application/json",
                "{\"name\":\"Aim of ours\",\"criteria\":[\"4.3\",\"1.7\"]}");
        var thread = JSON.readTree(created.body()).get("thread").asString();
        post("/evidence/threads/hanging", LEAD, FORM, "thread=" + thread + "&evidence=" + item);

        assertThat(get("/evidence?thread=" + thread, LEAD, "text/html").body())
                .contains("Golden thread</label>", "Golden thread: <strong>Aim of ours", "On a thread");
        assertThat(get("/evidence/export.csv?thread=" + thread, LEAD, "text/csv")
                        .body())
                .contains("Golden thread,Aim of ours")
                .doesNotContain("Golden thread," + thread);
        assertThat(get("/evidence?thread=" + thread, otherLead(), "text/html").body())
                .doesNotContain("Aim of ours");
        assertThat(get("/evidence?provider=99000031", Tokens.of("contract-manager"), "text/html")
                        .body())
                .contains("Aim of ours");
        assertThat(ids("edition=matrix-ncs-4e&criterion=4.3")).contains(item);
        assertThat(ids("edition=matrix-ncs-4e&criterion=1.1")).doesNotContain(item);
        assertThat(get("/api/evidence/items?edition=none", LEAD, "application/json")
                        .body())
                .contains("edition-not-valid");
    }

    @Test
    void every_list_leaves_as_a_file_with_its_filter() throws Exception {
        assertThat(get("/evidence/drafts/export.csv", LEAD, "text/csv").body()).contains("Started by", "Filter,none");
        assertThat(get("/evidence/assignments/export.csv?state=open&overdue=yes", LEAD, "text/csv")
                        .body())
                .contains("State,Open", "Only what is overdue,yes", "Colleague");
        assertThat(get("/evidence/assessments/export.csv?provider=99000031", LEAD, "text/csv")
                        .body())
                .contains("UKPRN,99000031", "Signed by");
        assertThat(get("/evidence/campaigns/export.csv?open=true", LEAD, "text/csv")
                        .body())
                .contains("Only open campaigns", "Your answer");
        assertThat(get("/evidence/campaigns/export.xlsx", Tokens.of("contract-manager"), "*/*")
                        .body())
                .startsWith("PK");
        for (String list : List.of("drafts", "assignments", "assessments", "campaigns")) {
            assertThat(get("/evidence/" + list, LEAD, "text/html").body())
                    .contains("/evidence/" + list + "/export.csv");
        }
    }

    @Test
    void no_item_is_skipped_or_shown_twice_while_others_arrive_and_change() throws Exception {
        var mark = "paged" + System.nanoTime();
        var before = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            before.add(add(mark, "client", "2026-04-01", "2026-04-30"));
        }
        var seen = new ArrayList<String>();
        var page = items("text=" + mark + "&limit=2");
        page.get("items").forEach(item -> seen.add(item.get("evidence").asString()));
        while (page.hasNonNull("next")) {
            add(mark, "client", "2026-04-01", "2026-04-30");
            decide(before.getFirst(), "withdrawal", LEAD, "{}");
            page = items("text=" + mark + "&limit=2&after=" + page.get("next").asString());
            page.get("items").forEach(item -> seen.add(item.get("evidence").asString()));
        }

        assertThat(new HashSet<>(seen)).hasSameSizeAs(seen).containsAll(before);
    }

    @Test
    void a_filter_is_saved_opened_and_deleted_by_its_owner_only() throws Exception {
        var list =
                get("/evidence?state=accepted&criterion=4.3", LEAD, "text/html").body();
        assertThat(list).contains("/evidence/filters?query=state%3Daccepted%26criterion%3D4.3");

        assertThat(post("/evidence/filters", LEAD, FORM, "name=&query=state%3Daccepted")
                        .statusCode())
                .isEqualTo(422);
        assertThat(post("/evidence/filters", LEAD, FORM, "name=Mine+%26+more&query=state%3Daccepted%26criterion%3D4.3")
                        .statusCode())
                .isEqualTo(303);

        assertThat(get("/evidence/filters", LEAD, "text/html").body())
                .contains("Mine &amp; more", "/evidence?state=accepted&amp;criterion=4.3");
        assertThat(get("/evidence/filters", otherLead(), "text/html").body()).doesNotContain("Mine &amp; more");
        var id = JSON.readTree(
                        get("/api/evidence/filters", LEAD, "application/json").body())
                .at("/filters/0/filter")
                .asString();
        assertThat(post("/evidence/filters/" + id + "/delete", otherLead(), FORM, "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(post("/evidence/filters/" + id + "/delete", LEAD, FORM, "").statusCode())
                .isEqualTo(303);
        assertThat(get("/api/evidence/filters", LEAD, "application/json").body())
                .contains("\"filters\":[]");
    }

    private String add(String title, String voice, String from, String to) throws Exception {
        var id = UUID.randomUUID();
        var item = item(id).replace("Survey of clients", title)
                .replace("\"voice\":\"client\"", "\"voice\":\"" + voice + "\"")
                .replace("2026-04-01", from)
                .replace("2026-04-30", to);
        assertThat(post("/api/evidence/items", LEAD, "application/json", item).statusCode())
                .isEqualTo(201);
        return id.toString();
    }

    private List<String> ids(String query) throws Exception {
        return items(query).get("items").findValuesAsString("evidence");
    }

    private JsonNode items(String query) throws Exception {
        var response = get("/api/evidence/items?" + query, LEAD, "application/json");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }
}
