package org.ncsoversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Tokens;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.registers.store.RegisterCountStore;
import org.springframework.beans.factory.annotation.Autowired;

/** An improvement plan as a provider keeps it, by page and by program. */
class ImprovementIT extends RunningService {

    private static final String API = "/api/evidence/improvement";
    private static final String PAGE = "/evidence/improvement";
    private static final String JSON_TYPE = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    @Autowired
    private RegisterCountStore counts;

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Test
    void an_action_goes_from_proposed_to_verified_by_another_person_and_is_counted() throws Exception {
        String id = propose("99000007", "doer", today);

        assertThat(move("99000007", "lead", "provider-lead", id, "agreement", "")
                        .statusCode())
                .isEqualTo(200);
        move("99000007", "doer", "provider-contributor", id, "start", "");
        var unexplained = move("99000007", "doer", "provider-contributor", id, "completion", "");
        var done = move("99000007", "doer", "provider-contributor", id, "completion", "Asked all");
        var contributor = move("99000007", "other", "provider-contributor", id, "verification", "");
        var owner = move("99000007", "doer", "provider-lead", id, "verification", "");
        var verified = move("99000007", "lead", "provider-lead", id, "verification", "");

        assertThat(unexplained.statusCode()).isEqualTo(422);
        assertThat(done.body()).contains("\"state\":\"done\"");
        assertThat(contributor.statusCode()).isEqualTo(403);
        assertThat(owner.statusCode()).isEqualTo(409);
        assertThat(owner.body()).contains("verified-by-another");
        assertThat(JSON.readTree(verified.body()).get("state").asString()).isEqualTo("verified");
        assertThat(counts.lastAnnounced(new ProviderId("99000007"), "improvement-plan")
                        .orElseThrow()
                        .measures())
                .singleElement()
                .satisfies(count -> assertThat(count.measure() + count.numerator() + count.denominator())
                        .isEqualTo("actions-done11"));
    }

    @Test
    void an_assessor_verifies_what_the_only_lead_did_or_has_it_opened_again() throws Exception {
        String id = propose("99000008", "lead", today);
        for (String move : List.of("agreement", "start", "completion")) {
            assertThat(move("99000008", "lead", "provider-lead", id, move, "Done")
                            .statusCode())
                    .as(move)
                    .isEqualTo(200);
        }
        var own = move("99000008", "lead", "provider-lead", id, "verification", "");
        var manager = Tokens.of("contract-manager");

        assertThat(own.statusCode()).isEqualTo(409);
        assertThat(get(PAGE + "/" + id, manager, "text/html").body()).contains("Verify that it is done", "Reopen");
        assertThat(post(API + "/" + id + "/verification", Tokens.ofAssessor("99000009"), JSON_TYPE, "{}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(post(PAGE + "/" + id + "/verification", Tokens.ofAssessor("99000008"), FORM, "version=4")
                        .statusCode())
                .isEqualTo(303);
        assertThat(post(API + "/" + id + "/reopening", manager, JSON_TYPE, "{\"reason\":\"It came back\"}")
                        .body())
                .contains("\"state\":\"reopened\"");
    }

    @Test
    void the_second_of_two_editors_is_told_and_loses_nothing() throws Exception {
        String id = propose("99000001", "", today.plusDays(9));
        String form = form("First+version", today.plusDays(9));

        var first = post(PAGE + "/" + id + "/edit", lead(), FORM, form + "&version=1");
        var second = post(
                PAGE + "/" + id + "/edit", lead(), FORM, form.replace("First", "Second") + "&version=1&themes=Too+far");
        var stale = put(API + "/" + id, lead(), action("Third", "", today.plusDays(9)), "\"1\"");

        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("First version", "value=\"Second version\"", "Too far", "value=\"2\"");
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.body()).contains("changed-meanwhile");
        assertThat(put(API + "/" + id, lead(), action("Third", "", today.plusDays(9)), "\"2\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_form_shows_gaps_and_comes_back_with_errors_and_all_that_was_typed() throws Exception {
        var empty = get(PAGE + "/new?gaps=4.3:client&criteria=4.3", lead(), "text/html");
        var wrong = post(PAGE + "/new", lead(), FORM, "title=My+title&gaps=4.3:client&area-text=Ask&due-day=31");

        assertThat(empty.body()).containsPattern("value=\"4.3:client\"[^>]*checked");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("<title>Error: Propose an improvement action</title>", "href=\"#due-day\"", "href=\"#areas\"")
                .contains("value=\"My title\"", "value=\"31\"", ">Ask</textarea>")
                .containsPattern("value=\"4.3:client\"[^>]*checked");
    }

    @Test
    void the_page_offers_what_this_person_may_do_next() throws Exception {
        String id = propose("99000001", "somebody", today.plusDays(9));

        var asLead = get(PAGE + "/" + id, lead(), "text/html").body();
        var asAssessor = get(PAGE + "/" + id, assessor(), "text/html").body();
        var dropped = post(PAGE + "/" + id + "/dropping", lead(), FORM, "version=1&reason=");

        assertThat(asLead).contains("Agree this action", "Drop this proposal", "Gap: 4.3 client", "Proposed");
        assertThat(asAssessor).contains("Proposed").doesNotContain("Agree this action");
        assertThat(dropped.statusCode()).isEqualTo(422);
        assertThat(dropped.body()).contains("href=\"#reason\"", "Enter a reason");
        assertThat(post(PAGE + "/" + id + "/agreement", lead(), FORM, "version=1")
                        .statusCode())
                .isEqualTo(303);
        assertThat(post(PAGE + "/" + id + "/agreement", otherLeadOf("99000001"), FORM, "version=1")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void the_list_says_what_is_overdue_and_leaves_as_a_file() throws Exception {
        propose("99000001", "zoe", today.plusDays(9));

        assertThat(get(PAGE + "?owner=zoe&state=proposed", lead(), "text/html").body())
                .contains("Ask clients sooner", "export.csv?state=proposed&amp;owner=zoe");
        assertThat(get(PAGE + "?owner=zoe&overdue=yes", lead(), "text/html").body())
                .contains("There are no actions to show");
        assertThat(get(PAGE + "/export.csv?owner=zoe", lead(), "text/csv").body())
                .contains("zoe", "Ask clients sooner", "Every client is asked", "Owner,zoe", "Proposed");
        assertThat(get(PAGE + "/export.xlsx", lead(), "*/*").body()).startsWith("PK");
        assertThat(get(API + "?owner=zoe", assessor(), JSON_TYPE).body()).contains("\"overdue\":false");
    }

    @Test
    void another_providers_action_is_on_every_route_as_if_it_did_not_exist() throws Exception {
        String id = propose("99000001", "", today.plusDays(9));
        for (String path :
                List.of("", "/agreement", "/dropping", "/start", "/completion", "/verification", "/reopening")) {
            assertThat(call(API + "/" + id + path)).as(path).isEqualTo(404);
            assertThat(call(PAGE + "/" + id + path)).as(path).isEqualTo(404);
        }
        assertThat(call(PAGE + "/" + id + "/edit")).isEqualTo(404);
        assertThat(put(API + "/" + id, otherLead(), action("Mine", "", today), "*")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get(API + "?provider=99000001", otherLead(), JSON_TYPE).body())
                .doesNotContain(id);
        assertThat(get(PAGE + "/export.csv", otherLead(), "text/csv").body()).doesNotContain(id);
    }

    private int call(String path) throws Exception {
        boolean api = path.startsWith("/api");
        return path.matches(".*[0-9a-f]{12}(/edit)?")
                ? get(path, otherLead(), api ? JSON_TYPE : "text/html").statusCode()
                : post(path, otherLead(), api ? JSON_TYPE : FORM, api ? "{\"reason\":\"No\"}" : "version=1&reason=No")
                        .statusCode();
    }

    private String propose(String ukprn, String owner, LocalDate due) throws Exception {
        var response = post(
                API, Tokens.ofProvider("provider-lead", ukprn), JSON_TYPE, action("Ask clients sooner", owner, due));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return JSON.readTree(response.body()).get("action").asString();
    }

    private static String action(String title, String owner, LocalDate due) {
        return """
            {"title":"%s","difference":"Every client is asked","criteria":["4.3"],"owner":"%s","due":"%s","sources":[
             {"kind":"gap","criterion":"4.3","voice":"client"},{"kind":"theme","code":"waiting","text":"Too long"},
             {"kind":"area","report":"report-7","criterion":"4.3","text":"Ask more"}]}\
            """.formatted(title, owner, due);
    }

    private static String form(String title, LocalDate due) {
        return "title=%s&difference=Better&criteria=4.3&owner=&due-day=%d&due-month=%d&due-year=%d"
                .formatted(title, due.getDayOfMonth(), due.getMonthValue(), due.getYear());
    }

    private HttpResponse<String> move(String ukprn, String name, String role, String id, String move, String reason)
            throws Exception {
        return post(
                API + "/" + id + "/" + move,
                Tokens.token(name, role, Map.of("ukprn", ukprn)),
                JSON_TYPE,
                reason.isEmpty() ? "{}" : "{\"reason\":\"" + reason + "\"}");
    }

    private static String otherLeadOf(String ukprn) {
        return Tokens.token("another", "provider-lead", Map.of("ukprn", ukprn));
    }
}
