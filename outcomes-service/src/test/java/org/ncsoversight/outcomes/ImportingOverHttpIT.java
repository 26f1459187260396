package org.ncsoversight.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.outcomes.ClaimRows.file;
import static org.ncsoversight.outcomes.ClaimRows.row;
import static org.ncsoversight.outcomes.Service.until;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.RepeatedPostsSpecification;
import org.ncsoversight.backing.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportingOverHttpIT implements RepeatedPostsSpecification {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String MANAGER = Tokens.of("contract-manager");
    private static final String IMPORTS = "/api/outcomes/imports?touchpoint=201";
    private static Service service;

    @BeforeAll
    static void start() {
        service = Service.start();
        service.hearOfTheWorld();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void an_imported_row_becomes_an_event_on_the_topic_and_leaves_no_personal_data_anywhere() {
        var answer = post(IMPORTS, file(row("Customer-Zed", "Outcome-Zed")));

        assertThat(answer.statusCode()).isEqualTo(201);
        var claim = JSON.readTree(service.get("/api/outcomes/claims?provider=99000101", MANAGER)
                        .body())
                .get("claims")
                .get(0);
        var event = Service.read(
                        "ncs.outcomes.v1",
                        message -> message.value().contains(claim.get("claim").asString()),
                        1)
                .getFirst();
        assertThat(event.key()).isEqualTo("99000101");
        assertThat(JSON.readTree(event.value())).isEqualTo(claim);
        Map<String, String> headers = new TreeMap<>();
        event.headers()
                .forEach(header ->
                        headers.put(header.key(), new String(header.value(), java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(headers)
                .containsEntry("ce_type", "org.ncsoversight.outcomes.claim-recorded.v1")
                .containsEntry("ce_source", "/outcomes-service")
                .containsEntry("ce_time", "2026-10-14T00:00:00Z")
                .containsEntry("ce_partitionkey", "99000101");
        assertThat(everythingStored() + event.value() + headers)
                .doesNotContainIgnoringCase("customer-zed")
                .doesNotContainIgnoringCase("outcome-zed")
                .doesNotContain("1990-05-01", "AB1 2CD", "Ann Adviser", "plan-1");
    }

    @Test
    void the_same_file_again_is_answered_as_the_first_time() {
        var text = file(row("same", "1"), row("same", "2"));

        var first = post(IMPORTS, text);
        var again = post(IMPORTS, text);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Location"))
                .contains("/api/outcomes/imports/"
                        + JSON.readTree(first.body()).get("import").asString());
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(JSON.readTree(first.body()).get("recorded").asInt()).isEqualTo(2);
    }

    @Test
    void a_changed_row_is_recorded_and_an_equal_one_is_not() {
        post(IMPORTS, file(row("change", "1"), row("change", "2")));

        var answer = JSON.readTree(post(
                        IMPORTS, file(row("change", "1"), row("change", "2").replace("14,1", "14,0")))
                .body());

        assertThat(answer.get("recorded").asInt()).isEqualTo(1);
        assertThat(answer.get("unchanged").asInt()).isEqualTo(1);
        until(() -> service.database()
                        .getCollection("claims")
                        .countDocuments(new Document("version", 2L).append("outbox", java.util.List.of()))
                == 1);
    }

    @Test
    void bad_rows_are_listed_by_row_column_code_and_message_and_nothing_is_imported() {
        long before = claims();

        var answer = post(IMPORTS, file(row("bad", "1"), row("bad", "2").replace("2026-09-01", "soon")));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        var problem = JSON.readTree(answer.body());
        assertThat(problem.get("type").asString()).isEqualTo("/problems/bad-rows");
        assertThat(problem.get("instance").asString()).isEqualTo("/api/outcomes/imports");
        assertThat(problem.get("total").asInt()).isEqualTo(1);
        assertThat(problem.get("rows").get(0).toString()).isEqualTo("""
            {"row":3,"column":"SessionDate","code":"malformed-date","message":"Write the date as 2026-10-31 or 31/10/2026"}\
            """);
        assertThat(claims()).isEqualTo(before);
        var csv = service.get(
                "/api/outcomes/imports/" + problem.get("import").asString() + "/errors.csv", MANAGER, "text/csv");
        assertThat(csv.body()).startsWith("row,column,code,message\r\n3,SessionDate,malformed-date,");
    }

    @Test
    void good_rows_go_in_when_asked() {
        var answer = post(
                IMPORTS + "&mode=good-rows",
                file(row("good", "1"), row("good", "2").replace(",2,2026", ",9,2026")));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(JSON.readTree(answer.body()).get("recorded").asInt()).isEqualTo(1);
        assertThat(JSON.readTree(answer.body()).get("rejected").asInt()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_read_at_all_is_a_problem_with_a_code() {
        assertProblem(post(IMPORTS, "nothing,of,use\n"), 422, "missing-columns");
        assertProblem(post(IMPORTS, ""), 422, "empty-file");
        assertProblem(post("/api/outcomes/imports?touchpoint=299", file(row("a", "1"))), 422, "unknown-touchpoint");
        assertProblem(post("/api/outcomes/imports", file(row("a", "1"))), 422, "unknown-touchpoint");
        assertProblem(post(IMPORTS + "&mode=some", file(row("a", "1"))), 400, "unknown-mode");
        assertProblem(service.post(IMPORTS, MANAGER, "application/json", "{}"), 415, "unsupported-media-type");
        assertProblem(service.get("/api/outcomes/imports/none", MANAGER), 404, "not-found");
        assertProblem(service.get("/api/outcomes/nothing", MANAGER), 404, "not-found");
    }

    @Test
    void the_page_takes_a_file_and_shows_what_became_of_it() {
        var form = service.get("/outcomes/imports/new", MANAGER, "text/html");
        var posted = service.postForm(
                "/outcomes/imports/new", MANAGER, "0000000201", "good-rows", file(row("page", "1"), row("", "2")));

        assertThat(form.body()).contains("<h1", "Northmoor and the Dales (0000000201)", "type=\"file\"");
        assertThat(posted.statusCode()).isEqualTo(303);
        var result = service.get(
                posted.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", ""),
                MANAGER,
                "text/html");
        assertThat(result.statusCode()).isEqualTo(200);
        assertThat(result.body()).contains("Claims imported", "CustomerID", "missing", "errors.csv");
    }

    @Test
    void the_page_says_what_is_missing_and_keeps_what_was_chosen() {
        var posted = service.postForm("/outcomes/imports/new", MANAGER, "0000000201", "", "");

        assertThat(posted.statusCode()).isEqualTo(422);
        assertThat(posted.body())
                .contains("<title>Error: Import outcome claims</title>", "href=\"#file\"", "href=\"#mode\"")
                .containsPattern("value=\"0000000201\"\\s+selected=\"selected\"");
    }

    @Test
    void the_summary_counts_claims_by_month_and_type() {
        post(
                IMPORTS,
                file(row("sum", "1").replace("99000101", ""), row("sum", "2").replace("99000101", "")));

        var summary = service.get("/api/outcomes/summary?provider=99000001", MANAGER);
        var page = service.get("/outcomes?provider=99000001", MANAGER, "text/html");

        assertThat(summary.body()).isEqualTo("""
            {"months":[{"provider":"99000001","month":"2026-10","outcomeType":2,"claims":2,"priorityClaims":2}]}\
            """);
        assertThat(page.body()).contains("Northmoor Careers: claims by month", "October 2026", "Career management");
    }

    @Test
    void an_unreadable_message_goes_to_the_dead_letters_and_the_next_one_is_heard() {
        Service.publish("org.ncsoversight.providers.provider.v1", "99000009", "not json");
        Service.publish(
                "org.ncsoversight.providers.provider.v1",
                "99000009",
                "{\"ukprn\":\"99000009\",\"version\":1,\"name\":\"Late\"}");

        var letter = Service.read(
                        "ncs.outcomes.dead-letters.v1", message -> message.key().equals("99000009"), 1)
                .getFirst();
        assertThat(letter.value()).isEqualTo("not json");
        assertThat(letter.headers().lastHeader("dead-letter-reason").value())
                .asString()
                .isEqualTo("value-unreadable");
        until(() ->
                service.get("/api/outcomes/summary?provider=99000009", MANAGER).statusCode() == 200);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("type").asString()).isEqualTo("/problems/" + code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
    }

    private static HttpResponse<String> post(String path, String text) {
        return service.post(path, MANAGER, "text/csv", text);
    }

    private static long claims() {
        return service.database().getCollection("claims").countDocuments();
    }

    private static String everythingStored() {
        var database = service.database();
        var all = new StringBuilder();
        for (String name : database.listCollectionNames()) {
            database.getCollection(name).find().forEach(document -> all.append(document.toJson()));
        }
        return all.toString();
    }

    @Override
    public int port() {
        return service.port();
    }

    @Override
    public String token() {
        return MANAGER;
    }

    @Override
    public String path() {
        return "/api/outcomes/imports?touchpoint=201";
    }

    @Override
    public String contentType() {
        return "text/csv";
    }

    /** Refused, so that nothing is left of it. */
    @Override
    public String body() {
        return "nothing,of,use";
    }
}
