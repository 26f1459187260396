package org.ncsoversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A program that does not know whether its POST arrived sends it again, under the same Idempotency-Key. */
class RepeatedRequestsIT extends RunningService {

    private static final String ITEMS = "/api/evidence/items";

    @Autowired
    private MongoDatabase database;

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

        var first = acceptUnder(key, id);
        decide(id, "withdrawal", lead(), "{}");
        var again = acceptUnder(key, id);

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
    void a_key_makes_another_thing_once_its_day_is_over() throws Exception {
        var key = UUID.randomUUID().toString();
        var item = unnamed("Each day " + key);
        var draft = "{\"title\":\"Each day\"}";
        var first = postUnder(key, ITEMS, lead(), item);
        var firstDraft = postUnder(key + "d", "/api/evidence/drafts", lead(), draft);

        for (String kept : List.of("answers", "keysInUse")) {
            database.getCollection(kept)
                    .updateMany(
                            new Document(), new Document("$set", new Document("forgetAt", Date.from(Instant.now()))));
        }
        var second = postUnder(key, ITEMS, lead(), item);
        var secondDraft = postUnder(key + "d", "/api/evidence/drafts", lead(), draft);

        assertThat(second.statusCode()).as(second.body()).isEqualTo(201);
        assertThat(second.headers().firstValue("Location"))
                .isNotEqualTo(first.headers().firstValue("Location"));
        assertThat(titles("Each day " + key)).isEqualTo(2);
        assertThat(secondDraft.statusCode()).as(secondDraft.body()).isEqualTo(201);
        assertThat(JSON.readTree(secondDraft.body()).get("evidence"))
                .isNotEqualTo(JSON.readTree(firstDraft.body()).get("evidence"));
    }

    /** As if the process had died between the write and keeping the answer. */
    @Test
    void without_the_answer_a_repeat_makes_nothing_twice_either() throws Exception {
        var item = UUID.randomUUID();
        post(ITEMS, lead(), "application/json", item(item));
        var soon = LocalDate.now(ZoneOffset.UTC).plusDays(30);
        var bodies = Map.of(
                "comments",
                "{\"item\":\"%s\",\"text\":\"Once\"}".formatted(item),
                "assignments",
                "{\"criterion\":\"4.3\",\"assignee\":\"anna\",\"due\":\"%s\",\"note\":\"Once\"}".formatted(soon),
                "drafts",
                "{\"title\":\"Once\"}",
                "webhooks",
                "{\"address\":\"http://127.0.0.1:9/once\",\"paused\":true}");

        for (var body : bodies.entrySet()) {
            var key = UUID.randomUUID().toString();
            var path = "/api/evidence/" + body.getKey();
            var first = postUnder(key, path, lead(), body.getValue());
            assertThat(first.statusCode()).as(path + first.body()).isEqualTo(201);
            database.getCollection("answers").deleteMany(new Document());

            var again = postUnder(key, path, lead(), body.getValue());

            assertThat(again.statusCode()).as(path + again.body()).isIn(200, 201);
            assertThat(again.headers().firstValue("Idempotency-Replayed"))
                    .as(path)
                    .isEmpty();
            var name =
                    body.getKey().equals("drafts") ? "evidence" : body.getKey().replaceFirst("s$", "");
            assertThat(JSON.readTree(again.body()).get(name))
                    .as(path)
                    .isEqualTo(JSON.readTree(first.body()).get(name));
        }
    }

    @Test
    void an_upload_under_a_key_is_kept_once() throws Exception {
        var key = UUID.randomUUID().toString();
        var item = unnamed("Uploaded " + key);

        var first = upload(key, "one", item, "What clients said");
        var again = upload(key, "another", item, "What clients said");
        var other = upload(key, "one", item, "Something else");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(other.body()).contains("/idempotency-key-reused");
        assertThat(titles("Uploaded " + key)).isEqualTo(1);
    }

    /** Each time with another boundary, as clients do. */
    private HttpResponse<String> upload(String key, String boundary, String item, String file) throws Exception {
        var body = """
            --%1$s\r
            Content-Disposition: form-data; name="item"\r
            \r
            %2$s\r
            --%1$s\r
            Content-Disposition: form-data; name="files"; filename="said.txt"\r
            \r
            %3$s\r
            --%1$s--\r
            """.formatted(boundary, item, file);
        return call(
                "POST",
                ITEMS,
                lead(),
                body,
                "Content-Type",
                "multipart/form-data; boundary=" + boundary,
                "Idempotency-Key",
                key);
    }

    @Test
    void a_key_that_is_none_is_refused() throws Exception {
        assertThat(postUnder("x".repeat(300), ITEMS, lead(), unnamed("Long")).statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> acceptUnder(String key, UUID id) throws Exception {
        return call(
                "POST",
                ITEMS + "/" + id + "/acceptance",
                assessor(),
                "{}",
                "Content-Type",
                "application/json",
                "If-Match",
                "\"1\"",
                "Idempotency-Key",
                key);
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
