package org.ncsoversight.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.backing.RepeatedPostsSpecification;
import org.ncsoversight.backing.Tokens;
import org.ncsoversight.feedback.model.InMemoryProviderRegister;
import org.ncsoversight.feedback.model.ProviderRegister;
import org.ncsoversight.feedback.model.Ukprn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedbackServiceIT extends RunningService implements RepeatedPostsSpecification {

    private static final String HEADINGS = "survey_id,wave,touchpoint_id,subcontractor_ukprn,channel,"
            + "response_id,responded_on,question_code,answer_code,weight\n";
    private static final JsonMapper JSON = new JsonMapper();
    /** Only what never comes takes so long. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String MANAGER = Tokens.of("contract-manager");
    private static final String LEAD_OF_1 = Tokens.ofProvider("provider-lead", "99000001");
    private static final String LEAD_OF_2 = Tokens.ofProvider("provider-lead", "99000002");

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    ProviderRegister register;

    @Autowired
    KafkaTemplate<String, String> kafka;

    @BeforeEach
    void fill() {
        InMemoryProviderRegister.fill(register);
    }

    @Test
    void an_import_becomes_events_and_the_same_file_again_changes_nothing() {
        String survey = unique();
        String file = HEADINGS + row(survey, "1", "5") + row(survey, "2", "2");

        var first = importFile(MANAGER, "all", file);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(json(first).get("recorded").asInt()).isEqualTo(2);
        waitUntil(() -> events(survey).size() == 2);
        assertThat(events(survey)).allSatisfy(event -> {
            assertThat(event.key()).isEqualTo("99000001");
            assertThat(event.headers().lastHeader("ce_type").value())
                    .isEqualTo("org.ncsoversight.feedback.response-recorded.v1".getBytes(UTF_8));
        });

        var second = importFile(MANAGER, "all", file);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(json(second)).isEqualTo(json(first));
    }

    @Test
    void bad_rows_are_listed_and_can_be_downloaded_and_nothing_is_written() {
        String survey = unique();

        var refused = importFile(MANAGER, "all", HEADINGS + row(survey, "1", "5") + row(survey, "2", "7"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("content-type")).contains("application/problem+json");
        var problem = json(refused);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/bad-rows");
        assertThat(problem.get("rows").get(0).get("row").asInt()).isEqualTo(3);
        assertThat(problem.get("rows").get(0).get("code").asString()).isEqualTo("unknown-answer");
        String id = problem.get("import").asString();
        assertThat(get(MANAGER, "/api/feedback/imports/" + id + "/errors.csv").body())
                .startsWith("row,column,code,message")
                .contains("3,answer_code,unknown-answer,");
        assertThat(get(MANAGER, "/feedback/imports/" + id).body()).contains("Nothing was imported");

        assertThat(importFile(MANAGER, "good-rows", HEADINGS + row(survey, "1", "5") + row(survey, "2", "7"))
                        .statusCode())
                .isEqualTo(201);
        waitUntil(() -> events(survey).size() == 1);
    }

    @Test
    void a_page_upload_ends_on_the_page_of_the_import() {
        var answer = upload(MANAGER, "all", HEADINGS + row(unique(), "1", "5"));

        assertThat(answer.statusCode()).isEqualTo(303);
        String page = answer.headers().firstValue("location").orElseThrow();
        assertThat(get(MANAGER, URI.create(page).getPath()).body()).contains("Responses imported");
    }

    @Test
    void a_page_upload_without_file_or_mode_says_so_beside_the_fields() {
        var answer = upload(MANAGER, "", "");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("<title>Error: Import responses</title>")
                .contains("href=\"#file\"")
                .contains("href=\"#mode\"");
    }

    @Test
    void what_is_no_csv_or_no_mode_is_a_problem() {
        assertThat(json(importFile(MANAGER, "all", "a,b\n1,2")).get("type").asString())
                .isEqualTo("/problems/missing-columns");
        assertThat(importFile(MANAGER, "some", HEADINGS).statusCode()).isEqualTo(400);
        var unsupported = send(
                MANAGER,
                request("/api/feedback/imports")
                        .header("content-type", "application/pdf")
                        .POST(BodyPublishers.ofString("x")));
        assertThat(unsupported.statusCode()).isEqualTo(415);
        assertThat(unsupported.headers().firstValue("content-type")).contains("application/problem+json");
    }

    @Test
    void a_shop_is_recorded_once_announced_and_shown() {
        String id = UUID.randomUUID().toString();

        var first = postShop(MANAGER, id, 8);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(postShop(MANAGER, id, 8).statusCode()).isEqualTo(200);
        assertThat(postShop(MANAGER, id, 7).statusCode()).isEqualTo(409);
        waitUntil(() -> events(id).size() == 1);
        assertThat(events(id).getFirst().value()).doesNotContain("comment");
        assertThat(get(LEAD_OF_1, "/feedback/shops/" + id).body())
                .contains("20 October 2026")
                .contains("80%")
                .contains("/evidence/improvement/new?themes=");
        assertThat(get(MANAGER, "/feedback/shops/" + id).body()).doesNotContain("/evidence/improvement/new");
    }

    @Test
    void equal_posts_under_one_key_make_one_shop_and_without_a_key_as_many_as_there_are() {
        String key = UUID.randomUUID().toString();
        String id = json(postShopUnder(key, MANAGER, 8)).get("shop").asString();

        for (int again = 0; again < 20; again++) {
            var answer = postShopUnder(key, MANAGER, 8);
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.headers().firstValue("idempotency-replayed")).contains("true");
            assertThat(json(answer).get("shop").asString()).isEqualTo(id);
        }
        var other = postShopUnder(key, MANAGER, 7);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).get("type").asString()).isEqualTo("/problems/idempotency-key-reused");
        assertThat(postShopUnder(key, Tokens.token("other", "contract-manager", Map.of()), 8)
                        .statusCode())
                .isEqualTo(201);
        assertThat(postShopUnder(UUID.randomUUID().toString(), MANAGER, 8).statusCode())
                .isEqualTo(201);
        assertThat(postShopUnder("x".repeat(256), MANAGER, 8).statusCode()).isEqualTo(400);
    }

    @Test
    void a_wrong_shop_names_each_wrong_field() {
        var answer = postShop(MANAGER, "no-uuid", 11);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).get("errors").findValuesAsString("code"))
                .containsExactly("malformed", "score-above-maximum");
    }

    @Test
    void the_shop_form_keeps_what_was_typed_and_says_what_is_wrong() {
        assertThat(get(MANAGER, "/feedback/shops/new").body()).contains("Record a mystery shop");

        var answer = send(
                MANAGER,
                request("/feedback/shops/new")
                        .header("content-type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("wave=2026-10&touchpoint=999&sections%5B0%5D.score=abc")));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("There is a problem")
                .contains("value=\"2026-10\"")
                .contains("href=\"#sections[0].score\"")
                .contains("There is no such touchpoint");
    }

    @Test
    void small_numbers_are_not_shown() {
        String survey = unique();
        importFile(LEAD_OF_2, "all", HEADINGS + row(survey, "1", "5").replace("0201", "0202"));

        var summary = json(get(LEAD_OF_2, "/api/feedback/summary"));

        assertThat(summary.get("provider").asString()).isEqualTo("99000002");
        assertThat(summary.get("months").get(0).get("suppressed").asBoolean()).isTrue();
        assertThat(summary.get("months").get(0).get("answers").isNull()).isTrue();
        assertThat(get(LEAD_OF_2, "/feedback").body()).contains("fewer than 10 responses");
    }

    @Test
    void from_ten_on_the_share_is_shown() {
        String survey = unique();
        var file = new StringBuilder(HEADINGS);
        for (int i = 0; i < 10; i++) {
            file.append(row(survey, "r" + i, i < 8 ? "5" : "1").replace("0201,", "0202,99000102"));
        }
        assertThat(importFile(MANAGER, "all", file.toString()).statusCode()).isEqualTo(201);

        var summary = json(get(MANAGER, "/api/feedback/summary?provider=99000102"));

        assertThat(summary.get("months").get(0).get("share").asDouble()).isEqualTo(0.8);
    }

    @Test
    void anothers_thing_answers_like_a_thing_that_does_not_exist() {
        String shop = json(postShop(MANAGER, UUID.randomUUID().toString(), 8))
                .get("shop")
                .asString();
        String file = json(importFile(LEAD_OF_1, "all", HEADINGS + row(unique(), "1", "5")))
                .get("import")
                .asString();
        var routes = Map.of(
                "/api/feedback/shops/%s", shop,
                "/feedback/shops/%s", shop,
                "/api/feedback/imports/%s", file,
                "/api/feedback/imports/%s/errors.csv", file,
                "/feedback/imports/%s", file,
                "/feedback/imports/%s/errors.csv", file,
                "/api/feedback/summary?provider=%s", "99000001",
                "/feedback?provider=%s", "99000001");

        routes.forEach((route, id) -> {
            String nothing = id.length() == 8 ? "99999999" : UUID.randomUUID().toString();
            assertThat(get(LEAD_OF_1, route.formatted(id)).statusCode())
                    .as("own " + route)
                    .isEqualTo(200);
            var anothers = get(LEAD_OF_2, route.formatted(id));
            var nobodys = get(LEAD_OF_2, route.formatted(nothing));
            assertThat(anothers.statusCode()).as(route).isEqualTo(404).isEqualTo(nobodys.statusCode());
            assertThat(anothers.body().replace(id, ""))
                    .as(route)
                    .isEqualTo(nobodys.body().replace(nothing, ""));
        });
        assertThat(get(LEAD_OF_2, "/feedback").body()).doesNotContain(shop).doesNotContain(file);
    }

    @Test
    void importing_for_anothers_touchpoint_answers_like_one_that_does_not_exist() {
        String survey = unique();
        var anothers = importFile(LEAD_OF_2, "all", HEADINGS + row(survey, "1", "5"));
        var nobodys =
                importFile(LEAD_OF_2, "all", HEADINGS + row(survey, "1", "5").replace("0201", "0999"));

        assertThat(anothers.statusCode()).isEqualTo(422);
        assertThat(json(anothers).get("rows")).isEqualTo(json(nobodys).get("rows"));
        assertThat(json(anothers).get("rows").get(0).get("code").asString()).isEqualTo("unknown-touchpoint");
    }

    @Test
    void a_contributor_imports_for_its_own_organisation_only() {
        String contributor = Tokens.ofProvider("provider-contributor", "99000101");
        String ofItsPrime = row(unique(), "1", "5");

        assertThat(importFile(contributor, "all", HEADINGS + ofItsPrime.replace(",,", ",99000101,"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(json(importFile(contributor, "all", HEADINGS + ofItsPrime))
                        .get("rows")
                        .get(0)
                        .get("code")
                        .asString())
                .isEqualTo("not-own-organisation");
    }

    @Test
    void an_assessor_sees_the_providers_assigned_and_no_others() {
        String assessor = Tokens.ofAssessor("99000001");

        assertThat(get(assessor, "/api/feedback/summary?provider=99000001").statusCode())
                .isEqualTo(200);
        assertThat(get(assessor, "/api/feedback/summary?provider=99000002").statusCode())
                .isEqualTo(404);
        assertThat(importFile(assessor, "all", HEADINGS).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyst", "administrator", "somebody"})
    void a_role_without_business_here_is_refused(String role) {
        String token = Tokens.of(role);

        for (String path : List.of("/feedback", "/api/feedback/summary", "/feedback/imports/new")) {
            assertThat(get(token, path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(postShop(LEAD_OF_1, UUID.randomUUID().toString(), 8).statusCode())
                .isEqualTo(403);
    }

    @Test
    void without_a_token_nothing_is_answered() {
        assertThat(send(null, request("/api/feedback/summary").GET()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void what_criteria_service_says_is_heard_and_what_makes_no_sense_is_set_aside() {
        String ukprn = "98765432";
        var unreadable = new ProducerRecord<>("ncs.providers.v1", 0, ukprn, "{}");
        unreadable.headers().add("ce_type", "org.ncsoversight.providers.provider.v1".getBytes(UTF_8));
        kafka.send(unreadable).join();
        var provider = new ProducerRecord<>(
                "ncs.providers.v1", 0, ukprn, "{\"ukprn\":\"%s\",\"version\":1,\"name\":\"New\"}".formatted(ukprn));
        provider.headers().add("ce_type", "org.ncsoversight.providers.provider.v1".getBytes(UTF_8));
        kafka.send(provider).join();

        waitUntil(() -> register.provider(new Ukprn(ukprn)).isPresent());
        waitUntil(() -> records("ncs.feedback.dead-letters.v1").stream()
                .filter(letter -> letter.key().equals(ukprn))
                .anyMatch(letter -> new String(
                                letter.headers()
                                        .lastHeader("dead-letter-reason")
                                        .value(),
                                UTF_8)
                        .equals("field-refused")));
    }

    private static String unique() {
        return "survey-" + UUID.randomUUID();
    }

    private static String row(String survey, String response, String answer) {
        return "%s,2026-10,0000000201,,2,%s,2026-10-14,overall_satisfaction,%s,1\n".formatted(survey, response, answer);
    }

    private HttpResponse<String> importFile(String token, String mode, String file) {
        return send(
                token,
                request("/api/feedback/imports?mode=" + mode)
                        .header("content-type", "text/csv")
                        .POST(BodyPublishers.ofString(file)));
    }

    private HttpResponse<String> upload(String token, String mode, String file) {
        String body = "--xx\r\nContent-Disposition: form-data; name=\"mode\"\r\n\r\n" + mode
                + "\r\n--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + file + "\r\n--xx--\r\n";
        return send(
                token,
                request("/feedback/imports/new")
                        .header("content-type", "multipart/form-data; boundary=xx")
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> postShop(String token, String id, int score) {
        String shop = """
            {"shop":"%s","wave":"2026-10","touchpoint":"0000000201","subcontractorUkprn":null,"channel":"1",
             "scenario":"returner","shopDate":"2026-10-20",
             "sections":[{"section":"access","score":%d,"maxScore":10}]}\
            """.formatted(id, score);
        return send(
                token,
                request("/api/feedback/shops")
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString(shop)));
    }

    private HttpResponse<String> postShopUnder(String key, String token, int score) {
        String shop = """
            {"wave":"2026-10","touchpoint":"0000000201","channel":"1","scenario":"returner","shopDate":"2026-10-20",
             "sections":[{"section":"access","score":%d,"maxScore":10}]}\
            """.formatted(score);
        return send(
                token,
                request("/api/feedback/shops")
                        .header("content-type", "application/json")
                        .header("idempotency-key", key)
                        .POST(BodyPublishers.ofString(shop)));
    }

    private HttpResponse<String> get(String token, String path) {
        return send(
                token,
                request(path)
                        .header("accept", path.startsWith("/api") ? "application/json,text/csv" : "text/html")
                        .GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + mainPort() + path));
    }

    private HttpResponse<String> send(String token, HttpRequest.Builder request) {
        if (token != null) {
            request.header("authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    private static List<ConsumerRecord<String, String>> events(String text) {
        return records("ncs.feedback.v1").stream()
                .filter(event -> event.value().contains(text))
                .toList();
    }

    private static List<ConsumerRecord<String, String>> records(String topic) {
        var settings = Map.<String, Object>of("bootstrap.servers", RunningService.kafkaAddress());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, String>>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    private static void waitUntil(BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waited too long").isBefore(end);
            LockSupport.parkNanos(50_000_000);
        }
    }

    @Override
    public int port() {
        return mainPort();
    }

    @Override
    public String token() {
        return MANAGER;
    }

    @Override
    public String path() {
        return "/api/feedback/shops";
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    /** Refused, so that nothing is left of it. */
    @Override
    public String body() {
        return "{}";
    }
}
