package org.ncsoversight.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.backing.Kafka;
import org.ncsoversight.backing.RepeatedPostsSpecification;
import org.ncsoversight.backing.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CriteriaServiceIT extends RunningService implements RepeatedPostsSpecification {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String MANAGER = Tokens.of("contract-manager");

    @BeforeEach
    void a_prime_with_a_subcontractor_and_another_prime() {
        put("/api/criteria/providers/99000001", "{\"name\":\"Northmoor Careers\",\"kind\":\"prime\"}", ADMINISTRATOR);
        put("/api/criteria/providers/99000002", "{\"name\":\"Southwold Futures\",\"kind\":\"prime\"}", ADMINISTRATOR);
        put(
                "/api/criteria/providers/99000101",
                "{\"name\":\"Dale Guidance\",\"kind\":\"subcontractor\"}",
                ADMINISTRATOR);
        put(
                "/api/criteria/contracts/201/2024-10-01",
                "{\"area\":\"Northmoor\",\"to\":\"2099-09-30\",\"prime\":\"99000001\",\"subcontractors\":[\"99000101\"]}",
                ADMINISTRATOR);
        put("/api/criteria/contracts/202/2024-10-01", "{\"area\":\"Southwold\",\"prime\":\"99000002\"}", ADMINISTRATOR);
    }

    @Test
    void what_was_registered_stands_on_the_topic_with_all_its_headers() {
        put("/api/criteria/providers/99000003", "{\"name\":\"Eastmere Advice\",\"kind\":\"prime\"}", ADMINISTRATOR);
        put(
                "/api/criteria/providers/99000003/accreditation",
                "{\"edition\":\"matrix-ncs-4e\",\"accreditedOn\":\"2025-02-01\"}",
                ADMINISTRATOR);

        var record = await(
                "ncs.providers.v1",
                sent -> sent.key().equals("99000003") && sent.value().contains("\"version\":2"));

        assertThat(JSON.readTree(record.value())).isEqualTo(JSON.readTree("""
            {"ukprn":"99000003","version":2,"name":"Eastmere Advice","kind":"prime",
             "accreditation":{"edition":"matrix-ncs-4e","accreditedOn":"2025-02-01"},
             "names":[{"name":"Eastmere Advice","from":null}],"succeededBy":null}\
            """));
        assertThat(headers(record))
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", "org.ncsoversight.providers.provider.v1")
                .containsEntry("ce_source", "/criteria-service")
                .containsEntry("ce_subject", "99000003")
                .containsEntry("ce_partitionkey", "99000003")
                .containsEntry("content-type", "application/json")
                .containsKeys("ce_id", "ce_time", "ce_recordedtime");
    }

    @Test
    void the_bundled_edition_and_a_contract_stand_on_their_topics() {
        assertThat(JSON.readTree(await("ncs.standard.v1", sent -> sent.key().equals("matrix-ncs-4e"))
                                .value())
                        .get("criteria"))
                .hasSize(27);
        assertThat(headers(await("ncs.providers.v1", sent -> sent.key().equals("0000000201/2024-10-01"))))
                .containsEntry("ce_type", "org.ncsoversight.providers.contract.v1");
    }

    @Test
    void a_put_answers_201_then_200_and_what_is_read_back_has_its_dates() {
        String path = "/api/criteria/providers/99000004";
        String body = "{\"name\":\"Westhaven\",\"kind\":\"prime\"}";

        HttpResponse<String> first = put(path, body, ADMINISTRATOR);
        HttpResponse<String> again = put(path, body, ADMINISTRATOR);
        put(path + "/accreditation", "{\"edition\":\"matrix-ncs-4e\",\"accreditedOn\":\"2024-11-30\"}", ADMINISTRATOR);
        HttpResponse<String> read = get(path, ADMINISTRATOR);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Location")).contains(path);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(JSON.readTree(read.body()).get("accreditation")).isEqualTo(JSON.readTree("""
            {"edition":"matrix-ncs-4e","accreditedOn":"2024-11-30","followUpCall":"2025-02-28","firstCheck":"2025-11-30",
             "secondCheck":"2026-11-30","bookReviewBy":"2027-09-07","reviewDue":"2027-11-30"}\
            """));
    }

    @Test
    void a_version_that_is_no_longer_the_present_one_changes_nothing() {
        String path = "/api/criteria/providers/99000005";
        put(path, "{\"name\":\"One\",\"kind\":\"prime\"}", ADMINISTRATOR);
        put(path, "{\"name\":\"Two\",\"kind\":\"prime\"}", ADMINISTRATOR);

        HttpResponse<String> late =
                put(path, "{\"name\":\"Three\",\"kind\":\"prime\"}", ADMINISTRATOR, "If-Match", "\"1\"");

        assertProblem(late, 412, "changed-meanwhile");
        assertThat(get(path, ADMINISTRATOR).body()).contains("Two");
    }

    @Test
    void a_contract_is_read_back_under_its_padded_touchpoint() {
        JsonNode contract = JSON.readTree(get("/api/criteria/contracts/0000000201/2024-10-01", ADMINISTRATOR)
                .body());

        assertThat(contract).isEqualTo(JSON.readTree("""
            {"contract":"0000000201/2024-10-01","version":1,"touchpoint":"0000000201","area":"Northmoor","from":"2024-10-01",
             "to":"2099-09-30","prime":"99000001","subcontractors":["99000101"],
             "areas":[{"name":"Northmoor","from":"2024-10-01","to":"2099-09-30"}],"profile":[]}\
            """));
    }

    @Test
    void bad_fields_are_listed_with_their_codes() {
        HttpResponse<String> answer = put("/api/criteria/providers/123", "{\"kind\":\"both\"}", ADMINISTRATOR);

        assertProblem(answer, 422, "invalid");
        assertThat(JSON.readTree(answer.body())
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("field").asString()
                                + " "
                                + error.get("code").asString()))
                .containsExactly("ukprn not-a-ukprn", "name missing", "kind unknown-kind");
        assertProblem(put("/api/criteria/contracts/x/y", "{}", ADMINISTRATOR), 422, "invalid");
    }

    @Test
    void overlapping_contracts_of_one_touchpoint_are_refused() {
        assertProblem(
                put("/api/criteria/contracts/201/2030-01-01", "{\"area\":\"N\",\"prime\":\"99000002\"}", ADMINISTRATOR),
                409,
                "contracts-overlap");
    }

    @Test
    void a_number_with_a_blank_beside_it_is_no_address() {
        for (String path : List.of("%2099000001", "99000001%20", "%C2%A099000001")) {
            String body = "{\"name\":\"Blank\",\"kind\":\"prime\"}";

            assertThat(get("/api/criteria/providers/" + path, ADMINISTRATOR).statusCode())
                    .isEqualTo(404);
            assertThat(put("/api/criteria/providers/" + path, body, ADMINISTRATOR)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(page("/providers/" + path, ADMINISTRATOR).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void what_no_endpoint_can_read_is_a_problem_too() {
        String path = "/api/criteria/providers/99000001";

        assertProblem(put(path, "{", ADMINISTRATOR), 400, "body-not-json");
        assertProblem(send(to(path, ADMINISTRATOR).PUT(BodyPublishers.ofString("x"))), 415, "unsupported-media-type");
        assertProblem(send(to(path, ADMINISTRATOR).DELETE()), 405, "method-not-allowed");
        assertProblem(put(path, "{\"name\":\"" + "n".repeat(70_000) + "\"}", ADMINISTRATOR), 413, "too-large");
        assertProblem(get("/api/criteria/editions/nobody-knows", ADMINISTRATOR), 404, "not-found");
        assertProblem(get("/api/criteria/providers?limit=many", ADMINISTRATOR), 422, "invalid");
    }

    @Test
    void a_body_that_does_not_say_how_long_it_is_meets_the_same_limit() {
        byte[] large = ("{\"name\":\"" + "n".repeat(70_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        var request = to("/api/criteria/providers/99000001", ADMINISTRATOR)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(large)));

        assertProblem(send(request), 413, "too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/criteria/editions",
                "/api/criteria/providers",
                "/api/criteria/contracts",
                "/criteria",
                "/nowhere"
            })
    void without_a_token_nothing_is_told(String path) {
        assertProblem(get(path, ""), 401, "not-signed-in");
        assertProblem(get(path, Tokens.of("offline_access")), 403, "not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"contract-manager", "analyst", "assessor", "provider-lead"})
    void only_an_administrator_writes(String role) {
        String token = Tokens.token("someone", role, Map.of("ukprn", "99000001", "assigned", List.of("all")));

        assertProblem(
                put("/api/criteria/providers/99000001", "{\"name\":\"X\",\"kind\":\"prime\"}", token),
                403,
                "not-allowed");
        assertProblem(put("/api/criteria/providers/99000001/accreditation", "{}", token), 403, "not-allowed");
        assertProblem(put("/api/criteria/contracts/201/2024-10-01", "{}", token), 403, "not-allowed");
        for (String form : List.of(
                "/providers/new",
                "/providers/99000001/edit",
                "/providers/99000001/accreditation",
                "/contracts/new",
                "/contracts/0000000201/2024-10-01/edit")) {
            assertThat(page(form, token).statusCode()).isEqualTo(403);
            assertThat(post(form, Map.of("version", "1"), token).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void lists_come_a_page_at_a_time() {
        JsonNode first = JSON.readTree(
                get("/api/criteria/providers?limit=2", ADMINISTRATOR).body());
        JsonNode second = JSON.readTree(
                get("/api/criteria/providers?limit=2&after=" + first.get("next").asString(), ADMINISTRATOR)
                        .body());
        JsonNode contracts = JSON.readTree(
                get("/api/criteria/contracts?limit=1", ADMINISTRATOR).body());

        assertThat(first.get("items")).hasSize(2);
        assertThat(second.get("items").get(0).get("ukprn").asString())
                .isGreaterThan(first.get("next").asString());
        assertThat(contracts.get("next").asString()).isEqualTo("0000000201/2024-10-01");
        assertThat(get("/api/criteria/contracts?after=0000000201/2024-10-01", ADMINISTRATOR)
                        .body())
                .contains("0000000202")
                .contains("\"next\":null");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/criteria/providers/99000002,/api/criteria/providers/99009999",
        "/api/criteria/contracts/0000000202/2024-10-01,/api/criteria/contracts/0000000209/2024-10-01",
        "/providers/99000002,/providers/99009999"
    })
    void anothers_entry_is_answered_like_one_that_does_not_exist(String others, String nobodys) {
        for (String token : List.of(
                Tokens.ofProvider("provider-lead", "99000001"),
                Tokens.ofProvider("provider-contributor", "99000001"),
                Tokens.ofProvider("provider-system", "99000001"),
                Tokens.ofAssessor("99000001"))) {
            HttpResponse<String> hidden = send(to(others, token)
                    .header("Accept", "text/html, application/json")
                    .GET());
            HttpResponse<String> missing = send(to(nobodys, token)
                    .header("Accept", "text/html, application/json")
                    .GET());

            assertThat(hidden.statusCode()).isEqualTo(404);
            assertThat(masked(hidden.body())).isEqualTo(masked(missing.body()));
            assertThat(headerNames(hidden)).isEqualTo(headerNames(missing));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/criteria/providers",
                "/api/criteria/contracts",
                "/providers",
                "/contracts",
                "/providers?area=202",
                "/providers/99000001"
            })
    void lists_and_pages_tell_a_provider_nothing_of_others(String path) {
        String body = page(path, Tokens.ofProvider("provider-lead", "99000001")).body();

        assertThat(body).doesNotContain("99000002", "Southwold", "Dale Guidance");
    }

    @Test
    void a_subcontractor_sees_the_contract_it_works_in_and_its_prime_as_a_number() {
        String token = Tokens.ofProvider("provider-lead", "99000101");

        assertThat(page("/contracts", token).body())
                .contains("Northmoor", "UKPRN 99000001", "Dale Guidance")
                .doesNotContain("Northmoor Careers", "Southwold", "Add a contract");
        assertThat(get("/api/criteria/contracts", token).body())
                .contains("0000000201")
                .doesNotContain("0000000202");
    }

    @Test
    void the_standard_is_shown_with_voices_links_threads_and_measures() {
        assertThat(page("/criteria", MANAGER).body())
                .contains(
                        "in force since 1 January 2011",
                        "Leadership and Management",
                        "Continuous Quality Improvement",
                        "4.8",
                        "Clients (where appropriate)");
        assertThat(page("/criteria/4.3", MANAGER).body())
                .contains(
                        "Feedback weighed and acted on", "/criteria/1.7", "/criteria/4.8", "Clients satisfied overall")
                .contains("at least 85%", "/criteria/threads#feedback", "/evidence?criterion=4.3");
        assertThat(page("/criteria/threads", MANAGER).body()).contains("Plan, do, review", "id=\"client-journey\"");
        assertThat(page("/criteria/9.9", MANAGER).statusCode()).isEqualTo(404);
        assertThat(page("/criteria/9.9", MANAGER).body()).contains("<main", "Page not found");
    }

    @Test
    void providers_are_filtered_by_kind_and_area() {
        assertThat(page("/providers?kind=subcontractor", MANAGER).body())
                .contains("Dale Guidance")
                .doesNotContain("Southwold Futures");
        assertThat(page("/providers?area=0000000202", MANAGER).body())
                .contains("Southwold Futures")
                .doesNotContain("Dale Guidance");
    }

    @Test
    void an_administrator_registers_changes_and_accredits_by_form() {
        HttpResponse<String> wrong =
                post("/providers/new", Map.of("ukprn", "990", "name", "Hillview <b>", "kind", ""), ADMINISTRATOR);
        HttpResponse<String> right =
                post("/providers/new", Map.of("ukprn", "99000006", "name", "Hillview", "kind", "prime"), ADMINISTRATOR);
        HttpResponse<String> twice =
                post("/providers/new", Map.of("ukprn", "99000006", "name", "Other", "kind", "prime"), ADMINISTRATOR);
        HttpResponse<String> accredited = post(
                "/providers/99000006/accreditation",
                Map.of(
                        "version", "1",
                        "edition", "matrix-ncs-4e",
                        "accreditedOn-day", "1",
                        "accreditedOn-month", "2",
                        "accreditedOn-year", "2020"),
                ADMINISTRATOR);

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains(
                        "<title>Error: Add a provider</title>",
                        "There is a problem",
                        "href=\"#ukprn\"",
                        "href=\"#kind\"")
                .contains("value=\"990\"", "Hillview &lt;b&gt;");
        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(right.headers().firstValue("Location")).contains("/providers/99000006");
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.body()).contains("registered already");
        assertThat(accredited.statusCode()).isEqualTo(303);
        assertThat(page("/providers/99000006", MANAGER).body())
                .contains("1 February 2020", "1 February 2023", "Overdue", "Lapsed");
        assertThat(page("/providers/99000006/edit", ADMINISTRATOR).body()).contains("value=\"Hillview\"");
    }

    @Test
    void an_administrator_enters_and_changes_a_contract_by_form() {
        var form = new HashMap<>(Map.of(
                "touchpoint", "203",
                "from-day", "1",
                "from-month", "10",
                "from-year", "2024",
                "area", "Eastmere",
                "prime", "99000002",
                "subcontractors", "99000101\r\n99000199"));
        HttpResponse<String> wrong = post("/contracts/new", form, ADMINISTRATOR);
        form.put("subcontractors", "99000101");
        HttpResponse<String> right = post("/contracts/new", form, ADMINISTRATOR);
        HttpResponse<String> changed = post(
                "/contracts/0000000203/2024-10-01/edit",
                Map.of("version", "1", "area", "Eastmere and coast", "prime", "99000002"),
                ADMINISTRATOR);

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("99000199” is not a UKPRN in the register", "value=\"203\"", "99000101");
        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(page("/contracts/0000000203/2024-10-01/edit", ADMINISTRATOR).body())
                .contains("Eastmere and coast");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("type").asString()).isEqualTo("/problems/" + code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.hasNonNull("detail") && problem.hasNonNull("instance"))
                .isTrue();
    }

    // The server closes a connection after so many requests, whoever asked for what.
    private static Set<String> headerNames(HttpResponse<String> answer) {
        return answer.headers().map().keySet().stream()
                .filter(name -> !name.equals("connection"))
                .collect(Collectors.toSet());
    }

    private static String masked(String body) {
        return body.replaceAll("99\\d{6}|0000000\\d{3}", "ID");
    }

    private static Map<String, String> headers(ConsumerRecord<String, String> record) {
        var headers = new HashMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    private static ConsumerRecord<String, String> await(
            String topic, Predicate<ConsumerRecord<String, String>> wanted) {
        var properties = new Properties();
        properties.put("bootstrap.servers", Kafka.bootstrapServersWith(topic));
        properties.put("auto.offset.reset", "earliest");
        var deserializer = new StringDeserializer();
        var seen = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(properties, deserializer, deserializer)) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Instant deadline = Instant.now().plus(PATIENCE);
            while (Instant.now().isBefore(deadline)) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (wanted.test(record)) {
                        return record;
                    }
                    seen.add(record.key());
                }
            }
        }
        throw new AssertionError("Not on " + topic + " in time; there were " + seen);
    }

    @Override
    public String token() {
        return ADMINISTRATOR;
    }

    @Override
    public String path() {
        return "/api/criteria/drafts";
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
