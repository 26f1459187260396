package org.ncsoversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Tokens;
import tools.jackson.databind.JsonNode;

/** Giving criteria to colleagues, and what each finds waiting. */
class AssignmentsIT extends RunningService {

    private static final String PATH = "/api/evidence/assignments";
    private static final String JSON_TYPE = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final String anna = "anna-" + UUID.randomUUID();

    @Test
    void what_is_given_waits_for_the_colleague_until_they_say_it_is_done() throws Exception {
        var id = give("2.1", "", anna).get("assignment").asString();

        var tasks = get("/evidence/tasks", contributor(anna), "text/html").body();
        assertThat(tasks).contains("/evidence/assignments/" + id, "Criterion 2.1", "Mark as done");
        assertThat(get("/evidence/assignments", lead(), "text/html").body()).contains(anna);

        var done = post("/evidence/assignments/" + id + "/completion", contributor(anna), FORM, "version=1&back=tasks");
        assertThat(done.headers().firstValue("Location").orElseThrow()).endsWith("/evidence/tasks");
        assertThat(state(id)).isEqualTo("done");
        assertThat(get("/evidence/tasks", contributor(anna), "text/html").body())
                .contains("Your tasks")
                .doesNotContain(id);
    }

    @Test
    void a_lead_who_gives_it_to_somebody_nobody_knows_is_told() throws Exception {
        get("/evidence", contributor(anna), "text/html");
        var due = "&due-day=1&due-month=1&due-year=2028";

        var unknown = post("/evidence/assignments/new", lead(), FORM, "criterion=2.1&assignee=x" + anna + due);
        var known = post("/evidence/assignments/new", lead(), FORM, "criterion=2.1&assignee=" + anna + due);

        assertThat(unknown.statusCode()).isEqualTo(303);
        var page = get(unknown.headers().firstValue("Location").orElseThrow(), lead(), "text/html");
        assertThat(page.body()).contains("Nobody of that name has signed in here yet");
        assertThat(known.headers().firstValue("Location").orElseThrow()).endsWith("/evidence/assignments");
    }

    @Test
    void evidence_for_the_criterion_in_the_voice_closes_it_and_other_evidence_does_not() throws Exception {
        var answered = give("4.3", "client", anna).get("assignment").asString();
        var anyVoice = give("1.7", "", anna).get("assignment").asString();
        var otherVoice = give("4.3", "staff", anna).get("assignment").asString();
        var evidence = UUID.randomUUID();

        assertThat(post("/api/evidence/items", lead(), JSON_TYPE, item(evidence))
                        .statusCode())
                .isEqualTo(201);

        eventually(() -> state(answered).equals("done") && state(anyVoice).equals("done"));
        assertThat(state(otherVoice)).isEqualTo("open");
        assertThat(get(PATH + "/" + answered, lead(), JSON_TYPE).body()).contains(evidence.toString());
    }

    @Test
    void a_lead_passes_it_on_and_the_second_of_two_is_told_and_loses_nothing() throws Exception {
        var id = give("2.1", "", anna).get("assignment").asString();

        var passed = put(PATH + "/" + id, lead(), json("2.1", "", "ben"), "\"1\"");
        var late = put(PATH + "/" + id, lead(), json("2.1", "", "carl"), "\"1\"");
        var form = post(
                "/evidence/assignments/" + id,
                lead(),
                FORM,
                "version=1&criterion=2.1&assignee=carl&due-day=1&due-month=1&due-year=2028");

        assertThat(passed.statusCode()).as(passed.body()).isEqualTo(200);
        assertThat(passed.body()).contains("Passed on to ben");
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(form.statusCode()).isEqualTo(409);
        assertThat(form.body()).contains("Someone else changed this assignment", "value=\"carl\"", "ben");
        assertThat(get("/evidence/tasks", contributor(anna), "text/html").body())
                .doesNotContain(id);
    }

    @Test
    void contributors_give_nothing_and_close_only_what_is_theirs() throws Exception {
        var id = give("2.1", "", anna).get("assignment").asString();
        var other = contributor("other-" + anna);

        assertThat(post(PATH, other, JSON_TYPE, json("2.1", "", anna)).statusCode())
                .isEqualTo(403);
        assertThat(post(PATH + "/" + id + "/completion", other, JSON_TYPE, "").statusCode())
                .isEqualTo(403);
        assertThat(post(PATH + "/" + id + "/cancellation", contributor(anna), JSON_TYPE, "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(PATH + "/" + id + "/cancellation", lead(), JSON_TYPE, "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(post(PATH + "/" + id + "/completion", contributor(anna), JSON_TYPE, "")
                        .statusCode())
                .isEqualTo(409);
        assertThat(post(PATH + "/" + id + "/reopening", lead(), JSON_TYPE, "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobody_else_learns_of_an_assignment_whatever_they_ask() throws Exception {
        var id = give("2.1", "", anna).get("assignment").asString();
        var sameName = Tokens.token(anna, "provider-lead", Map.of("ukprn", "99000002"));

        assertThat(get(PATH + "/" + id, sameName, JSON_TYPE).statusCode()).isEqualTo(404);
        assertThat(put(PATH + "/" + id, sameName, json("2.1", "", "ben"), "*").statusCode())
                .isEqualTo(404);
        assertThat(post(PATH + "/" + id + "/completion", sameName, JSON_TYPE, "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/evidence/assignments/" + id, sameName, "text/html").statusCode())
                .isEqualTo(404);
        assertThat(get("/evidence/tasks", sameName, "text/html").body()).doesNotContain(id);
        assertThat(get(PATH, sameName, JSON_TYPE).body()).doesNotContain(id);
        assertThat(get(PATH, assessor(), JSON_TYPE).statusCode()).isEqualTo(403);
        assertThat(get("/evidence/assignments", Tokens.of("contract-manager"), "text/html")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_form_comes_back_with_every_error_and_a_repeat_gives_it_once() throws Exception {
        var wrong = post(
                "/evidence/assignments/new",
                lead(),
                FORM,
                "criterion=9.9&assignee=a+b&due-day=31&due-month=2&due-year=2027");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("Select a criterion", "Enter the username of a colleague", "Due date must be a real date")
                .contains("value=\"a b\"", "href=\"#due-day\"");

        var once = json("2.1", "", anna).replaceFirst("\\{", "{\"assignment\":\"" + UUID.randomUUID() + "\",");
        assertThat(post(PATH, lead(), JSON_TYPE, once).statusCode()).isEqualTo(201);
        assertThat(post(PATH, lead(), JSON_TYPE, once).statusCode()).isEqualTo(200);
        assertThat(post(PATH, lead(), JSON_TYPE, once.replace("2.1", "1.1")).statusCode())
                .isEqualTo(409);
    }

    @Test
    void what_was_returned_to_its_owner_is_among_their_tasks() throws Exception {
        var id = UUID.randomUUID();
        post("/api/evidence/items", lead(), JSON_TYPE, item(id));
        decide(id, "return", assessor(), "{\"reason\":\"Too old\"}");

        assertThat(get("/evidence/tasks", lead(), "text/html").body()).contains("Returned to you", id.toString());
        assertThat(get("/evidence/tasks", contributor(anna), "text/html").body())
                .doesNotContain(id.toString());
    }

    private static String contributor(String name) {
        return Tokens.token(name, "provider-contributor", Map.of("ukprn", "99000001"));
    }

    private JsonNode give(String criterion, String voice, String assignee) throws Exception {
        var response = post(PATH, lead(), JSON_TYPE, json(criterion, voice, assignee));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return JSON.readTree(response.body());
    }

    private String state(String id) throws Exception {
        return JSON.readTree(get(PATH + "/" + id, lead(), JSON_TYPE).body())
                .get("state")
                .asString();
    }

    private static String json(String criterion, String voice, String assignee) {
        var due = LocalDate.now(ZoneOffset.UTC).plusMonths(1).toString();
        return JSON.writeValueAsString(
                Map.of("criterion", criterion, "voice", voice, "assignee", assignee, "due", due, "note", "Please"));
    }
}
