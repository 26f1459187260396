package org.ncsoversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A program that does not know whether its POST arrived sends it again, under the same Idempotency-Key. */
class RepeatedRequestsIT extends RunningService {

    private static final String ITEMS = "/api/evidence/items";

    @Test
    void the_same_key_gives_the_same_answer_and_makes_nothing_twice() throws Exception {
        var key = UUID.randomUUID().toString();
        var item = unnamed("Kept once " + key);

        var first = postUnder(key, ITEMS, lead(), item);
        var again = postUnder(key, ITEMS, lead(), item);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        for (String header : List.of("Location", "ETag", "Content-Type")) {
            assertThat(again.headers().allValues(header))
                    .as(header)
                    .isEqualTo(first.headers().allValues(header));
        }
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(titles("Kept once " + key)).isEqualTo(1);
    }

    @Test
    void a_refusal_is_an_answer_too() throws Exception {
        var key = UUID.randomUUID().toString();

        var first = postUnder(key, ITEMS, lead(), "{}");
        var again = postUnder(key, ITEMS, lead(), "{}");

        assertThat(first.statusCode()).isEqualTo(422);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    }

    @Test
    void a_decision_sent_twice_is_answered_twice_alike() throws Exception {
        var id = UUID.randomUUID();
        post(ITEMS, lead(), "application/json", item(id));
        var key = UUID.randomUUID().toString();

        var first = postUnder(key, ITEMS + "/" + id + "/acceptance", assessor(), "{}");
        post(ITEMS + "/" + id + "/withdrawal", lead(), "application/json", "{}");
        var again = postUnder(key, ITEMS + "/" + id + "/acceptance", assessor(), "{}");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void a_key_does_not_serve_for_two_requests() throws Exception {
        var key = UUID.randomUUID().toString();
        postUnder(key, ITEMS, lead(), unnamed("One"));

        var other = postUnder(key, ITEMS, lead(), unnamed("Another"));

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(other.body()).get("type").asString()).endsWith("/idempotency-key-reused");
    }

    @Test
    void one_callers_key_is_not_anothers() throws Exception {
        var key = UUID.randomUUID().toString();
        postUnder(key, ITEMS, lead(), unnamed("Mine"));

        var theirs = postUnder(key, ITEMS, otherLead(), unnamed("Theirs"));

        assertThat(theirs.statusCode()).isEqualTo(201);
        assertThat(theirs.body()).contains("Theirs");
    }

    @Test
    void of_many_at_once_one_is_carried_out() throws Exception {
        var key = UUID.randomUUID().toString();
        var item = unnamed("At once " + key);
        List<Future<HttpResponse<String>>> sent = new ArrayList<>();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                sent.add(senders.submit(() -> postUnder(key, ITEMS, lead(), item)));
            }
        }

        for (Future<HttpResponse<String>> one : sent) {
            assertThat(one.get().statusCode()).as(one.get().body()).isIn(201, 409);
            if (one.get().statusCode() == 409) {
                assertThat(one.get().headers().firstValue("Retry-After")).isPresent();
            }
        }
        assertThat(titles("At once " + key)).isEqualTo(1);
    }

    @Test
    void a_key_that_is_none_is_refused() throws Exception {
        assertThat(postUnder("x".repeat(300), ITEMS, lead(), unnamed("Long")).statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> postUnder(String key, String path, String token, String json) throws Exception {
        return call("POST", path, token, json, "Content-Type", "application/json", "Idempotency-Key", key);
    }

    private long titles(String title) throws Exception {
        var body = get(ITEMS + "?limit=200", lead(), "application/json").body();
        return JSON.readTree(body)
                .get("items")
                .valueStream()
                .filter(item -> item.get("title").asString().equals(title))
                .count();
    }

    /** An item that names no id of its own. */
    private static String unnamed(String title) {
        return item(UUID.randomUUID())
                .replaceFirst("\"evidence\":\"[^\"]*\",", "")
                .replace("Survey of clients", title);
    }
}
