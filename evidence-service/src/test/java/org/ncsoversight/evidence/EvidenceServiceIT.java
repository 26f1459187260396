package org.ncsoversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Tokens;

/** Journeys through the whole service, as a provider and an assessor take them. */
class EvidenceServiceIT extends RunningService {

    private static final String JSON_TYPE = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void a_provider_withdraws_by_page_and_says_why() throws Exception {
        var id = UUID.randomUUID();
        post("/api/evidence/items", lead(), JSON_TYPE, item(id));
        var page = "/evidence/" + id + "/withdraw";
        var form = "application/x-www-form-urlencoded";

        assertThat(get(page, lead(), "text/html").body()).contains("name=\"reason\"", "Withdraw this evidence");
        var tooLong = post(page, lead(), form, "version=1&reason=" + "x".repeat(2_001));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("Error: Withdraw", "href=\"#reason\"", "2,000 characters or less");
        assertThat(post(page, lead(), form, "version=7&reason=Sent+twice").body())
                .contains("href=\"#withdraw\"", ">Sent twice</textarea>");
        assertThat(post(page, lead(), form, "version=1&reason=Sent+twice").statusCode())
                .isEqualTo(303);
        assertThat(get("/evidence/" + id, lead(), "text/html").body()).contains("Sent twice");
    }

    @Test
    void a_decision_says_which_version_was_looked_at() throws Exception {
        var id = UUID.randomUUID();
        post("/api/evidence/items", lead(), JSON_TYPE, item(id));

        for (String decision : List.of("acceptance", "return", "withdrawal")) {
            var token = decision.equals("withdrawal") ? lead() : assessor();
            var path = "/api/evidence/items/" + id + "/" + decision;
            var blind = sendJson("POST", path, token, "{\"reason\":\"Too old\"}", null);
            assertThat(blind.statusCode()).as(decision).isEqualTo(428);
            assertThat(blind.body()).contains("/problems/if-match-missing");
            assertThat(sendJson("POST", path, token, "{\"reason\":\"Too old\"}", "\"7\"")
                            .statusCode())
                    .as(decision)
                    .isEqualTo(412);
        }
        var why = decide(id, "withdrawal", lead(), "{\"reason\":\"Sent twice\"}");
        assertThat(JSON.readTree(why.body()).at("/history/1/reason").asString()).isEqualTo("Sent twice");
    }

    @Test
    void what_is_submitted_and_accepted_is_announced_on_kafka() throws Exception {
        var id = UUID.randomUUID();
        submit(id, lead(), "survey.pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8));
        decide(id, "acceptance", assessor(), "{}");

        var events = events("ncs.evidence.v1", id.toString(), 2);

        assertThat(events)
                .extracting(event -> header(event, "ce_type"))
                .containsExactly("org.ncsoversight.evidence.submitted.v1", "org.ncsoversight.evidence.accepted.v1");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.key()).isEqualTo("99000001");
            assertThat(header(event, "ce_subject")).isEqualTo(id.toString());
        });
        assertThat(JSON.readTree(events.getLast().value()).get("state").asString())
                .isEqualTo("accepted");
    }

    @Test
    void a_file_comes_back_byte_for_byte_as_a_download_only() throws Exception {
        var bytes = new byte[3_000_000];
        new Random(2).nextBytes(bytes);
        System.arraycopy("%PDF-1.4\n".getBytes(StandardCharsets.UTF_8), 0, bytes, 0, 9);

        var item = submit(UUID.randomUUID(), lead(), "Übersicht 概要.pdf", bytes);
        var response = download(item.at("/files/0/href").asString(), lead());

        assertThat(response.body()).isEqualTo(bytes);
        assertThat(response.headers().map())
                .containsEntry("Content-Type", List.of("application/pdf"))
                .containsEntry("Content-Security-Policy", List.of("sandbox"))
                .containsEntry("X-Content-Type-Options", List.of("nosniff"));
        assertThat(response.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .endsWith("filename*=UTF-8''%C3%9Cbersicht%20%E6%A6%82%E8%A6%81.pdf");
    }

    @Test
    void a_part_of_a_file_is_sent_and_what_was_asked_for_of_another_version_is_not() throws Exception {
        var item = submit(UUID.randomUUID(), lead(), "a.txt", "0123456789".getBytes(StandardCharsets.UTF_8));
        String file = item.at("/files/0/href").asString();
        String etag = "\"" + item.at("/files/0/sha256").asString() + "\"";

        var part = get(file, lead(), "*/*", "Range", "bytes=-3", "If-Range", etag);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("789");
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 7-9/10");
        assertThat(get(file, lead(), "*/*", "Range", "bytes=-3", "If-Range", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(file, lead(), "*/*", "Range", "bytes=0-1,5-6").body()).isEqualTo("0123456789");
        var outside = get(file, lead(), "*/*", "Range", "bytes=10-");
        assertThat(outside.statusCode()).isEqualTo(416);
        assertThat(outside.headers().firstValue("Content-Range")).contains("bytes */10");
    }

    @Test
    void the_same_file_sent_before_is_told_to_its_provider_and_to_nobody_else() throws Exception {
        byte[] bytes = ("same " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        var first = submit(UUID.randomUUID(), lead(), "one.txt", bytes);
        var others = submit(UUID.randomUUID(), Tokens.ofProvider("provider-lead", "99000003"), "theirs.txt", bytes);

        var second = submit(UUID.randomUUID(), lead(), "two.txt", bytes);

        assertThat(first.get("identicalFiles")).isEmpty();
        assertThat(others.get("identicalFiles")).isEmpty();
        assertThat(second.get("identicalFiles")).hasSize(1);
        assertThat(second.at("/identicalFiles/0/evidence").asString())
                .isEqualTo(first.get("evidence").asString());
        assertThat(get("/evidence/" + second.get("evidence").asString(), lead(), "text/html")
                        .body())
                .contains("is the same file as", "one.txt")
                .doesNotContain("theirs.txt");
        assertThat(get("/evidence/" + second.get("evidence").asString(), assessor(), "text/html")
                        .body())
                .doesNotContain("is the same file as");
    }

    @Test
    void the_same_item_again_answers_with_the_earlier_one() throws Exception {
        var id = UUID.randomUUID();

        assertThat(post("/api/evidence/items", lead(), JSON_TYPE, item(id)).statusCode())
                .isEqualTo(201);
        assertThat(post("/api/evidence/items", lead(), JSON_TYPE, item(id)).statusCode())
                .isEqualTo(200);
        assertThat(post("/api/evidence/items", lead(), JSON_TYPE, item(id).replace("Survey", "Other"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void every_wrong_field_is_named_with_a_stable_code() throws Exception {
        var response = post("/api/evidence/items", lead(), JSON_TYPE, "{\"criteria\":[\"9.9\"]}");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JSON.readTree(response.body()).get("errors").findValuesAsString("code"))
                .contains("title-missing", "criterion-unknown", "review-date-missing");
        assertThat(post("/api/evidence/items", lead(), JSON_TYPE, "{").statusCode())
                .isEqualTo(400);
        assertThat(post("/api/evidence/items", lead(), "text/csv", "a,b").statusCode())
                .isEqualTo(415);
    }

    @Test
    void a_review_by_page_is_kept_and_a_second_one_is_told_and_loses_nothing() throws Exception {
        var id = UUID.randomUUID();
        submit(id, lead(), "survey.pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8));
        var second = Tokens.token("second", "assessor", Map.of("assigned", List.of("all")));

        var form = get("/evidence/" + id + "/review", assessor(), "text/html");
        var first = post("/evidence/" + id + "/review", assessor(), FORM, "version=1&decision=accept");
        var late = post("/evidence/" + id + "/review", second, FORM, "version=1&decision=return&reason=Too+old");

        assertThat(form.body()).contains("name=\"decision\"", "Survey of clients");
        assertThat(first.headers().firstValue("Location")).contains("/evidence/" + id + "/reviewed");
        assertThat(get("/evidence/" + id + "/reviewed", assessor(), "text/html").body())
                .contains("Accepted", "Survey of clients");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Someone else changed this evidence", "Too old", "Accepted");
        assertThat(get("/evidence/" + id, lead(), "text/html").body())
                .contains("Northmoor Careers", "assessor", "provider-lead-99000001", "Accepted");
    }

    @Test
    void a_review_is_taken_up_taken_over_and_put_back() throws Exception {
        var id = UUID.randomUUID();
        submit(id, lead(), "survey.pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8));
        var second = Tokens.token("second", "assessor", Map.of("assigned", List.of("all")));
        var review = "/evidence/" + id + "/review";

        post(review + "/start", assessor(), FORM, "version=1");
        assertThat(get(review, assessor(), "text/html").body()).contains("Put back in the queue", "Send decision");
        assertThat(get(review, second, "text/html").body())
                .contains("Take over this review")
                .doesNotContain("Send decision");
        assertThat(decide(id, "acceptance", second, "{}").statusCode()).isEqualTo(409);
        assertThat(post("/api/evidence/items/" + id + "/review", second, JSON_TYPE, "")
                        .statusCode())
                .isEqualTo(409);
        post(review + "/start", second, FORM, "version=2");
        assertThat(sendJson("DELETE", "/api/evidence/items/" + id + "/review", second, "", "\"3\"")
                        .statusCode())
                .isEqualTo(200);

        var events = events("ncs.evidence.v1", id.toString(), 4);
        assertThat(events)
                .extracting(event -> header(event, "ce_type").replace("org.ncsoversight.evidence.", ""))
                .containsExactly("submitted.v1", "review-started.v1", "review-started.v1", "review-released.v1");
    }

    @Test
    void a_return_without_a_reason_keeps_the_form() throws Exception {
        var id = UUID.randomUUID();
        submit(id, lead(), "survey.pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8));

        var response = post("/evidence/" + id + "/review", assessor(), FORM, "version=1&decision=return");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("Enter a reason for returning this evidence", "href=\"#reason\"");
    }

    @Test
    void the_queue_and_the_list_show_what_waits() throws Exception {
        submit(UUID.randomUUID(), lead(), "survey.pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8));

        assertThat(get("/evidence/reviews", assessor(), "text/html").body()).contains("Oldest first", "Northmoor");
        assertThat(get("/evidence?state=submitted&criterion=4.3", lead(), "text/html")
                        .body())
                .contains("Survey of clients");
        assertThat(get("/evidence/reviews", lead(), "text/html").statusCode()).isEqualTo(403);
    }

    static List<ConsumerRecord<String, String>> events(String topic, String subject, int expected) throws Exception {
        var found = new ArrayList<ConsumerRecord<String, String>>();
        eventually(() -> {
            found.clear();
            records(topic).stream()
                    .filter(event -> subject.equals(header(event, "ce_subject")))
                    .forEach(found::add);
            return found.size() >= expected;
        });
        return found;
    }

    private static List<ConsumerRecord<String, String>> records(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", KAFKA),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var end = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, String>>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < end.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            return found;
        }
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
