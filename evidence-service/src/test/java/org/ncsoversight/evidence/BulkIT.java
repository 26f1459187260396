package org.ncsoversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Tokens;
import tools.jackson.databind.JsonNode;

/** Changing many items at once. */
class BulkIT extends RunningService {

    private static final String JSON_TYPE = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String LEAD = Tokens.ofProvider("provider-lead", "99000032");

    @Test
    void each_item_is_withdrawn_for_itself_and_a_repeat_changes_nothing() throws Exception {
        var one = add(LEAD);
        var changed = add(LEAD);
        var theirs = add(otherLead());
        var nobodys = UUID.randomUUID().toString();
        String wish = """
            {"action":"withdraw","reason":"Sent twice","items":[{"evidence":"%s","version":1},{"evidence":"%s","version":7},
             {"evidence":"%s","version":1},{"evidence":"%s","version":1}]}\
            """.formatted(one, changed, theirs, nobodys);

        var answer = bulk(wish, 200);
        var again = bulk(wish, 200);

        assertThat(answer.get("results").findValuesAsString("code"))
                .containsExactly("done", "changed-meanwhile", "not-found", "not-found");
        assertThat(answer.at("/results/2/message").asString())
                .isEqualTo(answer.at("/results/3/message").asString());
        assertThat(again).isEqualTo(answer);
        assertThat(item(one, LEAD).get("state").asString()).isEqualTo("withdrawn");
        assertThat(item(one, LEAD).get("version").asLong()).isEqualTo(2);
        assertThat(item(one, LEAD).at("/history/1/reason").asString()).isEqualTo("Sent twice");
        assertThat(item(theirs, otherLead()).get("state").asString()).isEqualTo("submitted");
    }

    @Test
    void a_wish_that_makes_no_sense_is_refused_as_a_whole() throws Exception {
        assertThat(bulk("{\"action\":\"burn\",\"items\":[]}", 422).toString()).contains("action-unknown");
        assertThat(bulk("{\"action\":\"withdraw\",\"items\":[]}", 422).toString())
                .contains("items-missing");
        assertThat(bulk(
                                "{\"action\":\"reassign\",\"items\":[{\"evidence\":\"x\"},{\"evidence\":\"%s\"}]}"
                                        .formatted(UUID.randomUUID()),
                                422)
                        .toString())
                .contains("owner-missing", "evidence-not-a-uuid", "version-missing");
        var longReason = "{\"action\":\"withdraw\",\"reason\":\"%s\",\"items\":[{\"evidence\":\"%s\",\"version\":1}]}"
                .formatted("x".repeat(2_001), UUID.randomUUID());
        assertThat(bulk(longReason, 422).toString()).contains("reason-too-long");
        var contributor = Tokens.ofProvider("provider-contributor", "99000032");
        assertThat(post("/api/evidence/items/bulk", contributor, JSON_TYPE, "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_draft_whose_item_has_changed_is_refused_with_that_reason_before_and_after() throws Exception {
        var id = add(LEAD);
        post("/api/evidence/items/" + id + "/draft", LEAD, JSON_TYPE, "");
        var rewritten = item(UUID.fromString(id)).replace("Survey of clients", "Another title");
        assertThat(put("/api/evidence/drafts/" + id, LEAD, rewritten, "\"1\"").statusCode())
                .isEqualTo(200);
        decide(id, "withdrawal", LEAD, "");

        for (String path : List.of("/evidence/bulk", "/evidence/bulk/result")) {
            assertThat(get(path + "?action=submit&item=" + id + ":2", LEAD, "text/html")
                            .body())
                    .as(path)
                    .contains("has changed and is withdrawn now")
                    .doesNotContain("Try again");
        }
        assertThat(bulk("{\"action\":\"submit\",\"items\":[{\"evidence\":\"%s\",\"version\":2}]}".formatted(id), 200)
                        .toString())
                .contains("item-changed");
    }

    @Test
    void people_see_what_will_and_will_not_happen_and_then_what_did() throws Exception {
        var one = add(LEAD);
        var other = add(LEAD);
        String items = "item=%s:1&item=%s:9".formatted(one, other);

        var confirmation = get("/evidence/bulk?action=reassign&" + items, LEAD, "text/html");
        assertThat(confirmation.statusCode()).isEqualTo(200);
        assertThat(confirmation.body())
                .contains("1 of 2 will be changed", "Will get a new owner", "Somebody changed it since")
                .contains("name=\"owner\"", "value=\"" + one + ":1\"")
                .doesNotContain("value=\"" + other + ":9\"");
        assertThat(post("/evidence/bulk", LEAD, FORM, "action=reassign&" + items)
                        .statusCode())
                .isEqualTo(422);

        var done = post("/evidence/bulk", LEAD, FORM, "action=reassign&owner=amina+%26+co&" + items);
        assertThat(done.statusCode()).isEqualTo(303);
        var result = get(done.headers().firstValue("Location").orElseThrow(), LEAD, "text/html");
        assertThat(result.body()).contains("1 of 2 done", "Belongs to amina &amp; co", "Not done");
        assertThat(item(one, LEAD).get("owner").asString()).isEqualTo("amina & co");
        assertThat(get("/evidence/bulk?action=withdraw", LEAD, "text/html").body())
                .contains("Select at least one item");
    }

    @Test
    void complete_drafts_are_submitted_and_incomplete_ones_say_what_is_missing() throws Exception {
        var complete = UUID.randomUUID();
        draft(item(complete));
        var incomplete = UUID.randomUUID();
        draft("{\"evidence\":\"%s\",\"title\":\"Half done\"}".formatted(incomplete));
        String wish = """
            {"action":"submit","items":[{"evidence":"%s","version":1},{"evidence":"%s","version":1}]}\
            """.formatted(complete, incomplete);

        assertThat(get("/evidence/bulk/drafts", LEAD, "text/html").body())
                .contains("Half done", "value=\"" + complete + ":1\"");
        assertThat(get("/evidence/bulk?action=submit&item=" + incomplete + ":1", LEAD, "text/html")
                        .body())
                .contains("Not complete: ", "Nothing can be changed");
        var answer = bulk(wish, 200);

        assertThat(answer.get("results").findValuesAsString("code")).containsExactly("done", "invalid-fields");
        assertThat(bulk(wish, 200)).isEqualTo(answer);
        assertThat(item(complete.toString(), LEAD).get("state").asString()).isEqualTo("submitted");
    }

    private void draft(String json) throws Exception {
        var response = post("/api/evidence/drafts", LEAD, JSON_TYPE, json);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    }

    private String add(String token) throws Exception {
        var id = UUID.randomUUID();
        assertThat(post("/api/evidence/items", token, JSON_TYPE, item(id)).statusCode())
                .isEqualTo(201);
        return id.toString();
    }

    private JsonNode item(String id, String token) throws Exception {
        return JSON.readTree(get("/api/evidence/items/" + id, token, JSON_TYPE).body());
    }

    private JsonNode bulk(String wish, int status) throws Exception {
        var response = post("/api/evidence/items/bulk", LEAD, JSON_TYPE, wish);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JSON.readTree(response.body());
    }
}
