package org.ncsoversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Tokens;

/** Preparing evidence, question by question, as leads and contributors do. */
class DraftingIT extends RunningService {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON_TYPE = "application/json";
    private static final String HTML = "text/html";

    @Test
    void a_lead_answers_question_by_question_and_submits() throws Exception {
        var id = UUID.randomUUID();

        var first = get("/evidence/new?criterion=4.3&voice=client", lead(), HTML);
        assertThat(first.body())
                .containsPattern("value=\"4.3\"[^>]*checked")
                .contains("name=\"voice\" value=\"client\"");
        assertThat(next(post("/evidence/new", lead(), FORM, "evidence=" + id + "&criteria=4.3&voice=client")))
                .isEqualTo("/evidence/drafts/" + id + "/voice");
        assertThat(get("/evidence/drafts/" + id + "/voice", lead(), HTML).body())
                .containsPattern("value=\"client\"[^>]*checked");
        assertThat(answer(id, lead(), "voice", "voice=client")).endsWith("/kind");
        assertThat(answer(id, lead(), "kind", "kind=account")).endsWith("/about");
        assertThat(answer(id, lead(), "about", "title=My+title&statement=It+shows"))
                .endsWith("/dates");
        assertThat(answer(id, lead(), "dates", dates())).endsWith("/files");
        assertThat(answer(id, lead(), "files", "")).endsWith("/handling");
        assertThat(answer(id, lead(), "handling", "classification=official&owner=jo"))
                .endsWith("/check");

        var check = get("/evidence/drafts/" + id + "/check", lead(), HTML);
        assertThat(check.body())
                .contains("Check your answers", "My title", "It shows", "Clients", "1 April 2026", "OFFICIAL", "jo")
                .contains("/title?change=true".replace("title", "about"));
        var submitted = post("/evidence/drafts/" + id + "/submission", lead(), FORM, "version=" + version(id));
        assertThat(next(submitted)).isEqualTo("/evidence/" + id + "/submitted");
        assertThat(get("/evidence/" + id + "/submitted", lead(), HTML).body()).contains("Evidence submitted");
        assertThat(get("/evidence/" + id, assessor(), HTML).body()).contains("My title", "Draft started");
        assertThat(get("/api/evidence/drafts/" + id, lead(), JSON_TYPE).statusCode())
                .isEqualTo(404);
        assertThat(next(post("/evidence/drafts/" + id + "/submission", lead(), FORM, "version=1")))
                .isEqualTo("/evidence/" + id + "/submitted");
    }

    @Test
    void a_wrong_answer_comes_back_with_its_error_and_all_that_was_typed() throws Exception {
        var id = draft(lead());

        var response = post(
                "/evidence/drafts/" + id + "/dates",
                lead(),
                FORM,
                "version=1&action=continue&periodFrom-day=31&periodFrom-month=2&periodFrom-year=2026");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body())
                .contains("<title>Error: ", "There is a problem", "href=\"#periodFrom-day\"", "value=\"31\"");
        var nothing = post("/evidence/new", lead(), FORM, "evidence=" + UUID.randomUUID());
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Select at least one criterion", "href=\"#criteria\"");
    }

    @Test
    void anything_typed_can_be_saved_for_later_and_gone_on_with() throws Exception {
        var id = draft(lead());

        var later = post("/evidence/drafts/" + id + "/dates", lead(), FORM, "version=1&action=later&periodFrom-day=31");

        assertThat(next(later)).isEqualTo("/evidence/drafts");
        assertThat(get("/evidence/drafts", lead(), HTML).body()).contains("/evidence/drafts/" + id);
        assertThat(get("/evidence/drafts/" + id + "/dates", lead(), HTML).body())
                .contains("value=\"31\"");
        assertThat(next(get("/evidence/drafts/" + id, lead(), HTML))).endsWith("/kind");
    }

    @Test
    void the_second_of_two_colleagues_is_told_and_loses_nothing() throws Exception {
        var id = draft(lead());
        post(
                "/evidence/drafts/" + id + "/about",
                contributor(),
                FORM,
                "version=1&title=Theirs&statement=S&action=continue");

        var late = post(
                "/evidence/drafts/" + id + "/about", lead(), FORM, "version=1&title=Mine&statement=T&action=continue");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("value=\"Mine\"", "Theirs", "saved this draft while you were writing");
        assertThat(next(post(
                        "/evidence/drafts/" + id + "/about",
                        lead(),
                        FORM,
                        "version=2&title=Mine&statement=T&action=continue")))
                .endsWith("/dates");
    }

    @Test
    void a_contributor_leaves_a_draft_to_a_lead_and_cannot_submit_it() throws Exception {
        var id = complete(contributor());

        var check = get("/evidence/drafts/" + id + "/check", contributor(), HTML);
        assertThat(check.body()).contains("Leave to a lead").doesNotContain("Submit evidence");
        assertThat(post("/evidence/drafts/" + id + "/submission", contributor(), FORM, "version=9")
                        .statusCode())
                .isEqualTo(403);
        var handed = post("/evidence/drafts/" + id + "/handover", contributor(), FORM, "version=1&why=Please+look");

        assertThat(next(handed)).isEqualTo("/evidence/drafts?handed=" + id);
        assertThat(get("/evidence/drafts/" + id + "/check", lead(), HTML).body())
                .contains("Please look", "Submit evidence");
        var item = submission(id, lead(), "{}");
        assertThat(item.statusCode()).isEqualTo(201);
        assertThat(JSON.readTree(item.body()).get("history").findValuesAsString("action"))
                .containsExactly("drafted", "handed-over", "submitted");
    }

    @Test
    void files_are_added_and_taken_away_one_by_one() throws Exception {
        var id = draft(lead());
        var added = send(
                "POST",
                "/api/evidence/drafts/" + id + "/files",
                lead(),
                "multipart/form-data; boundary=x",
                "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n\r\nhello\r\n--x--\r\n");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        var file = JSON.readTree(added.body()).at("/files/0/file").asString();
        assertThat(get("/evidence/drafts/" + id + "/files", lead(), HTML).body())
                .contains("a.txt", "remove-" + file, "/evidence/drafts/" + id + "/files/" + file)
                .contains("no scanner is configured")
                .doesNotContain("sent the same file before");
        String path = "/evidence/drafts/" + id + "/files/" + file;
        assertThat(get(path, contributor(), "*/*").body()).isEqualTo("hello");
        assertThat(get("/api" + path, lead(), "*/*", "Range", "bytes=1-2").body())
                .isEqualTo("el");
        assertThat(get(path, otherLead(), "*/*").statusCode()).isEqualTo(404);

        var removed = post("/evidence/drafts/" + id + "/files", lead(), FORM, "action=remove-" + file);

        assertThat(next(removed)).endsWith("/files");
        assertThat(get("/evidence/drafts/" + id + "/files", lead(), HTML).body())
                .doesNotContain("a.txt");
    }

    @Test
    void a_file_that_was_sent_before_is_said_before_it_is_sent_again() throws Exception {
        var bytes = ("once " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        submit(UUID.randomUUID(), lead(), "first.txt", bytes);
        var id = draft(lead());
        multipart("/evidence/drafts/" + id + "/files", lead(), Map.of("action", "upload"), Map.of("files", bytes));

        for (String page : List.of("/files", "/check")) {
            assertThat(get("/evidence/drafts/" + id + page, lead(), HTML).body())
                    .contains("sent the same file before", "first.txt");
        }
    }

    @Test
    void a_draft_may_replace_earlier_evidence_of_the_same_criteria() throws Exception {
        var older = complete(lead());
        submission(older, lead(), "{}");
        decide(older, "acceptance", assessor(), "");
        var id = complete(lead());

        assertThat(get("/evidence/drafts/" + id + "/handling", lead(), HTML).body())
                .contains("Does it replace earlier evidence?", "value=\"" + older + "\"");
        answer(id, lead(), "handling", "classification=official&owner=jo&replaces=" + older);
        assertThat(get("/evidence/drafts/" + id + "/check", lead(), HTML).body())
                .contains("id=\"replaces\"");
        submission(id, lead(), "{}");
        var review = get("/evidence/" + id + "/review", assessor(), HTML).body();
        assertThat(review).contains("href=\"/evidence/" + older + "\"", "href=\"/criteria/4.3\"");
        decide(id, "acceptance", assessor(), "");

        eventually(() -> item(older, "state").equals("superseded"));
    }

    @Test
    void what_is_too_long_is_refused_at_its_field() throws Exception {
        var id = complete(contributor());

        var handed =
                post("/evidence/drafts/" + id + "/handover", contributor(), FORM, "version=1&why=" + "x".repeat(2001));
        assertThat(handed.statusCode()).isEqualTo(422);
        assertThat(handed.body()).contains("href=\"#note\"", "id=\"note\"", "must be 2,000 characters or less");
        var large = post("/api/evidence/drafts", lead(), JSON_TYPE, "{\"title\":\"" + "x".repeat(1 << 18) + "\"}");
        assertThat(large.statusCode()).isEqualTo(413);
    }

    @Test
    void a_program_says_which_version_it_saw() throws Exception {
        var id = draft(lead());
        var body = "{\"title\":\"New\"}";

        assertThat(sendJson("PUT", "/api/evidence/drafts/" + id, lead(), body, null)
                        .statusCode())
                .isEqualTo(428);
        assertThat(sendJson("PUT", "/api/evidence/drafts/" + id, lead(), body, "\"7\"")
                        .statusCode())
                .isEqualTo(412);
        var saved = sendJson("PUT", "/api/evidence/drafts/" + id, lead(), body, "\"1\"");
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(submission(id, lead(), "{}").statusCode()).isEqualTo(422);
        assertThat(sendJson("DELETE", "/api/evidence/drafts/" + id, lead(), "", "\"2\"")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void accepted_evidence_keeps_counting_until_its_next_revision_is_submitted() throws Exception {
        var id = complete(lead());
        submission(id, lead(), "{}");
        decide(id, "acceptance", assessor(), "{}");

        assertThat(next(post("/evidence/" + id + "/revise", lead(), FORM, "")))
                .isEqualTo("/evidence/drafts/" + id + "/check");
        post("/evidence/drafts/" + id + "/about", lead(), FORM, "version=1&title=Second&statement=S&action=continue");
        assertThat(item(id, "state")).isEqualTo("accepted");
        assertThat(item(id, "title")).isEqualTo("Survey of clients");
        var submitted = post(
                "/evidence/drafts/" + id + "/submission",
                lead(),
                FORM,
                "version=" + version(id) + "&why=Newer+figures");

        assertThat(next(submitted)).isEqualTo("/evidence/" + id + "/submitted");
        assertThat(item(id, "state")).isEqualTo("submitted");
        assertThat(item(id, "title")).isEqualTo("Second");
        assertThat(item(id, "changedSinceApproval")).isEqualTo("true");
        assertThat(get("/evidence/" + id, lead(), HTML).body())
                .contains("Newer figures", "It has changed since", "revisions/2?against=1", "Change this evidence");
        assertThat(get("/evidence/" + id + "/revisions/2?against=1", assessor(), HTML)
                        .body())
                .contains("What changed since revision 1", "<del>", "<ins>", "Second");
        assertThat(get("/evidence/" + id + "/revisions/3", lead(), HTML).statusCode())
                .isEqualTo(404);
    }

    @Test
    void who_revises_what_has_changed_meanwhile_is_told_and_loses_nothing() throws Exception {
        var id = complete(lead());
        submission(id, lead(), "{}");
        post("/evidence/" + id + "/revise", lead(), FORM, "");
        decide(id, "return", assessor(), "{\"reason\":\"Too old\"}");
        post("/evidence/drafts/" + id + "/about", lead(), FORM, "version=1&title=Second&statement=S&action=continue");

        var told = post("/evidence/drafts/" + id + "/submission", lead(), FORM, "version=2");

        assertThat(told.statusCode()).isEqualTo(409);
        assertThat(told.body()).contains("Second", "Too old", "Returned", "name=\"itemVersion\"");
        assertThat(submission(id, lead(), "{}").statusCode()).isEqualTo(409);
        var item = JSON.readTree(
                get("/api/evidence/items/" + id, lead(), JSON_TYPE).body());
        assertThat(submission(id, lead(), "{\"itemVersion\":" + item.get("version") + "}")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void the_home_is_a_task_list_of_all_criteria_with_what_is_next() throws Exception {
        complete(lead());

        var home = get("/evidence/home", lead(), HTML);

        assertThat(home.body())
                .contains("Your preparation for assessment", "Northmoor Careers", "id=\"criterion-4-8\"", "Drafts")
                .contains("/evidence/new?criterion=1.1\"", "/readiness/99000001", "Not computed yet")
                .contains("no judgement under the");
        assertThat(home.body().split("govuk-task-list__item--with-link", -1)).hasSize(28);
        assertThat(next(get("/evidence/home", assessor(), HTML))).isEqualTo("/evidence");
    }

    @Test
    void nobody_outside_the_organisation_sees_a_draft() throws Exception {
        var id = complete(lead());
        var manager = Tokens.of("contract-manager");

        assertThat(get("/api/evidence/drafts/" + id, otherLead(), JSON_TYPE).statusCode())
                .isEqualTo(404);
        assertThat(get("/api/evidence/drafts/" + id, assessor(), JSON_TYPE).statusCode())
                .isEqualTo(403);
        assertThat(get("/evidence/drafts", manager, HTML).statusCode()).isEqualTo(403);
        assertThat(get("/api/evidence/items/" + id, manager, JSON_TYPE).statusCode())
                .isEqualTo(404);
    }

    private static String contributor() {
        return Tokens.ofProvider("provider-contributor", "99000001");
    }

    private UUID draft(String token) throws Exception {
        var id = UUID.randomUUID();
        var started = post(
                "/api/evidence/drafts",
                token,
                JSON_TYPE,
                "{\"evidence\":\"" + id + "\",\"criteria\":[\"4.3\"],\"voice\":\"client\"}");
        assertThat(started.statusCode()).isEqualTo(201);
        return id;
    }

    private UUID complete(String token) throws Exception {
        var id = UUID.randomUUID();
        assertThat(post("/api/evidence/drafts", token, JSON_TYPE, item(id)).statusCode())
                .isEqualTo(201);
        return id;
    }

    private HttpResponse<String> submission(UUID id, String token, String body) throws Exception {
        return post("/api/evidence/drafts/" + id + "/submission", token, JSON_TYPE, body);
    }

    private String answer(UUID id, String token, String step, String form) throws Exception {
        return next(post(
                "/evidence/drafts/" + id + "/" + step,
                token,
                FORM,
                "version=" + version(id) + "&action=continue&" + form));
    }

    private String version(UUID id) throws Exception {
        return JSON.readTree(
                        get("/api/evidence/drafts/" + id, lead(), JSON_TYPE).body())
                .get("version")
                .toString();
    }

    private String item(UUID id, String field) throws Exception {
        return JSON.readTree(get("/api/evidence/items/" + id, lead(), JSON_TYPE).body())
                .get(field)
                .asString();
    }

    private static String next(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        return response.headers().firstValue("Location").orElseThrow();
    }

    private static String dates() {
        var review = LocalDate.now(ZoneOffset.UTC).plusYears(1);
        return "periodFrom-day=1&periodFrom-month=4&periodFrom-year=2026&periodTo-day=30&periodTo-month=9&periodTo-year=2026"
                + "&reviewDate-day=%d&reviewDate-month=%d&reviewDate-year=%d"
                        .formatted(review.getDayOfMonth(), review.getMonthValue(), review.getYear());
    }
}
