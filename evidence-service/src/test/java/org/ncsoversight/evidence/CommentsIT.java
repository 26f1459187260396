package org.ncsoversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Tokens;
import tools.jackson.databind.JsonNode;

/** Talking about an item, among themselves and with those who review it. */
class CommentsIT extends RunningService {

    private static final String JSON_TYPE = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final UUID item = UUID.randomUUID();

    @BeforeEach
    void anItem() throws Exception {
        assertThat(post("/api/evidence/items", lead(), JSON_TYPE, item(item)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void what_is_said_stands_on_the_items_page_as_plain_text_and_can_be_settled() throws Exception {
        var said = post(
                "/evidence/" + item + "/comments",
                assessor(),
                FORM,
                "text=" + encoded("<b>Which</b> month, @provider-lead-99000001?"));

        assertThat(said.statusCode()).isEqualTo(303);
        var page = get("/evidence/" + item, lead(), "text/html").body();
        assertThat(page).contains("&lt;b&gt;Which&lt;/b&gt; month").doesNotContain("<b>Which");
        var comment = comments(lead()).getFirst().get("comment").asString();
        assertThat(get("/evidence/tasks", lead(), "text/html").body()).contains("comment-" + comment);

        assertThat(post("/evidence/" + item + "/comments/" + comment + "/resolution", lead(), FORM, "")
                        .statusCode())
                .isEqualTo(303);
        assertThat(get("/evidence/" + item, lead(), "text/html").body()).contains("Resolved by provider-lead-99000001");
        assertThat(get("/evidence/tasks", lead(), "text/html").body()).doesNotContain("comment-" + comment);
        post("/api/evidence/comments/" + comment + "/reopening", assessor(), JSON_TYPE, "");
        assertThat(get("/evidence/tasks", lead(), "text/html").body()).contains("comment-" + comment);
    }

    @Test
    void names_are_called_in_any_case_and_those_nobody_has_are_said() throws Exception {
        var known = "anna+ncs@example.org";
        var anna = Tokens.token(known, "provider-contributor", Map.of("ukprn", "99000001"));
        get("/evidence", anna, "text/html");

        var said =
                post("/evidence/" + item + "/comments", lead(), FORM, "text=" + encoded("@Anna+NCS@example.org look"));
        assertThat(said.headers().firstValue("Location").orElseThrow()).contains("#comment-");
        var comment = comments(lead()).getFirst().get("comment").asString();
        assertThat(get("/evidence/tasks", anna, "text/html").body()).contains("comment-" + comment);

        var missed = post("/evidence/" + item + "/comments", lead(), FORM, "text=" + encoded("@nobody.here look"));
        assertThat(get(missed.headers().firstValue("Location").orElseThrow(), lead(), "text/html")
                        .body())
                .contains("Nobody of that name has signed in here yet: nobody.here");
        assertThat(say(lead(), "@nobody.here again", false)
                        .get("unknownMentions")
                        .toString())
                .contains("nobody.here");
    }

    @Test
    void internal_comments_are_never_seen_by_assessors_contract_managers_or_other_providers() throws Exception {
        var secret = say(lead(), "Between us, @assessor @contract-manager", true);
        var id = secret.get("comment").asString();
        say(assessor(), "Open to all", false);

        for (String outsider : List.of(assessor(), Tokens.of("contract-manager"))) {
            assertThat(comments(outsider))
                    .extracting(one -> one.get("text").asString())
                    .containsExactly("Open to all");
            assertThat(get("/evidence/" + item, outsider, "text/html").body()).doesNotContain("Between us");
            assertThat(get("/evidence/tasks", outsider, "text/html").body()).doesNotContain("Between us");
        }
        for (String outsider : List.of(assessor(), Tokens.of("contract-manager"), otherLead())) {
            var path = "/api/evidence/comments/" + id;
            assertThat(get(path, outsider, JSON_TYPE).statusCode()).isEqualTo(404);
            assertThat(put(path, outsider, "{\"text\":\"x\"}", "*").statusCode())
                    .isEqualTo(404);
            assertThat(post(path + "/resolution", outsider, JSON_TYPE, "").statusCode())
                    .isEqualTo(404);
            assertThat(get("/evidence/" + item + "/comments/" + id + "/edit", outsider, "text/html")
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(comments(otherLead())).isEmpty();
        assertThat(post("/api/evidence/comments", otherLead(), JSON_TYPE, body("Hello", false))
                        .statusCode())
                .isEqualTo(404);
        assertThat(post("/api/evidence/comments", assessor(), JSON_TYPE, body("Hello", true))
                        .statusCode())
                .isEqualTo(422);
        assertThat(comments(lead())).hasSize(2);
    }

    @Test
    void an_assessors_page_is_whole_when_internal_comments_lie_between() throws Exception {
        say(lead(), "one", true);
        say(lead(), "two", true);
        say(lead(), "three", false);

        var first = JSON.readTree(get("/api/evidence/comments?limit=1&item=" + item, assessor(), JSON_TYPE)
                .body());

        assertThat(first.at("/comments/0/text").asString()).isEqualTo("three");
    }

    @Test
    void its_writer_puts_it_better_and_of_two_changes_the_second_is_told() throws Exception {
        var id = say(lead(), "Frist", false).get("comment").asString();
        var path = "/api/evidence/comments/" + id;

        assertThat(put(path, lead(), "{\"text\":\"First\"}", "\"1\"").statusCode())
                .isEqualTo(200);
        assertThat(put(path, lead(), "{\"text\":\"Other\"}", "\"1\"").statusCode())
                .isEqualTo(412);
        var form = post("/evidence/" + item + "/comments/" + id + "/edit", lead(), FORM, "version=1&text=Typed");
        assertThat(form.statusCode()).isEqualTo(409);
        assertThat(form.body()).contains("Typed", "First", "There is a problem");
        assertThat(put(path, assessor(), "{\"text\":\"Mine\"}", "*").statusCode())
                .isEqualTo(409);
        assertThat(JSON.readTree(get(path, assessor(), JSON_TYPE).body()).get("wordings"))
                .hasSize(2);
    }

    @Test
    void nothing_and_too_much_are_refused_with_what_was_typed_and_a_repeat_says_it_once() throws Exception {
        var empty = post("/evidence/" + item + "/comments", lead(), FORM, "text=+&internal=true");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body())
                .contains("Enter a comment", "href=\"#text\"")
                .containsPattern("internal\"[^>]*checked");
        assertThat(post("/api/evidence/comments", lead(), JSON_TYPE, body("x".repeat(4001), false))
                        .statusCode())
                .isEqualTo(422);
        assertThat(post("/api/evidence/comments", lead(), JSON_TYPE, body("x".repeat(4000), false))
                        .statusCode())
                .isEqualTo(201);

        var once = "comment=" + UUID.randomUUID() + "&text=Once";
        post("/evidence/" + item + "/comments", lead(), FORM, once);
        post("/evidence/" + item + "/comments", lead(), FORM, once);
        assertThat(comments(lead())).hasSize(2);
    }

    private JsonNode say(String token, String text, boolean internal) throws Exception {
        var response = post("/api/evidence/comments", token, JSON_TYPE, body(text, internal));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return JSON.readTree(response.body());
    }

    private String body(String text, boolean internal) {
        return JSON.writeValueAsString(Map.of("item", item.toString(), "text", text, "internal", internal));
    }

    private List<JsonNode> comments(String token) throws Exception {
        return JSON.readTree(get("/api/evidence/comments?item=" + item, token, JSON_TYPE)
                        .body())
                .get("comments")
                .valueStream()
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
