package org.ncsoversight.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportsIT extends RunningService {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String EVIDENCE = "7f3c1f0e-0f5a-4f0c-9d3b-2f1f6a0c1d2e";

    private final String assessor = Tokens.ofAssessor("99000501");
    private final String manager = Tokens.of("contract-manager");
    private final String provider = Tokens.ofProvider("provider-lead", "99000501");
    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    void a_provider() {
        put("/api/criteria/providers/99000501", "{\"name\":\"Fold Careers\",\"kind\":\"prime\"}", ADMINISTRATOR);
        put("/api/criteria/providers/99000502", "{\"name\":\"Glen Careers\",\"kind\":\"prime\"}", ADMINISTRATOR);
    }

    @Test
    void a_report_is_drafted_signed_shown_to_the_provider_and_frozen() {
        HttpResponse<String> begun = put(address(), body("accredit", "true", "More voices of clients"), assessor);
        HttpResponse<String> again = put(address(), body("accredit", "true", "More voices of clients"), assessor);
        HttpResponse<String> hidden = get(address(), provider);
        HttpResponse<String> signed = sign(address(), manager);
        HttpResponse<String> late = put(address(), body("conditions", "true", "x"), assessor);

        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(signed.statusCode()).as(signed.body()).isEqualTo(200);
        assertThat(sign(address(), manager).statusCode()).isEqualTo(200);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(get(address(), provider).body())
                .contains("\"state\":\"signed\"", EVIDENCE, "More voices of clients");
        assertThat(page("/providers/99000501/reports/" + id, provider).body())
                .contains("The dates follow once the accreditation is recorded")
                .contains(">Led well.</p>", ">On and on.</p>")
                .contains("More voices of clients", "/evidence/" + EVIDENCE, "Accredit", "Leaders and managers: 3")
                .contains("/evidence/improvement/new?criteria=4.3&amp;area-report=" + id
                        + ":4.3:1&amp;area-criterion=4.3")
                .doesNotContain("Begin a correction");
        assertThat(page("/providers/99000501/reports/" + id, manager).body())
                .contains("More voices of clients")
                .doesNotContain("/evidence/improvement/new");
        JsonNode afcis = JSON.readTree(get("/api/criteria/reports/afcis?provider=99000501", provider)
                        .body())
                .get("items");
        assertThat(afcis.valueStream().map(afci -> afci.get("id").asString())).contains(id + ":4.3:1");
    }

    @Test
    void a_signed_report_tells_when_the_next_check_and_review_are() {
        put(
                "/api/criteria/providers/99000502/accreditation",
                "{\"edition\":\"matrix-ncs-4e\",\"accreditedOn\":\"2026-10-20\"}",
                ADMINISTRATOR);
        put(address(), body("accredit", "true", "x").replace("99000501", "99000502"), manager);
        sign(address(), manager);

        assertThat(page("/providers/99000502/reports/" + id, manager).body())
                .contains(
                        "12-month continuous improvement check: 20 October 2027",
                        "Accreditation review due: 20 October 2029");
    }

    @Test
    void a_report_with_gaps_is_not_signed_and_says_where() {
        put(address(), """
            {"provider":"99000501","type":"review","edition":"matrix-ncs-4e","recommendation":"accredit",
             "findings":[{"criterion":"1.1","met":false}]}\
            """, assessor);

        JsonNode errors = JSON.readTree(sign(address(), assessor).body()).get("errors");
        List<String> codes = new ArrayList<>();
        errors.forEach(error -> codes.add(
                error.get("field").asString() + " " + error.get("code").asString()));

        assertThat(codes)
                .contains(
                        "assessor missing",
                        "from missing",
                        "scope missing",
                        "criterion-4.8 not-judged",
                        "criterion-1.1 missing",
                        "recommendation not-all-met");
        assertThat(put(
                                address(),
                                "{\"provider\":\"99000501\",\"type\":\"cic-12\",\"edition\":\"matrix-ncs-4e\","
                                        + "\"recommendation\":\"accredit\"}",
                                assessor)
                        .body())
                .contains("unknown-recommendation");
    }

    @Test
    void a_correction_is_a_new_revision_and_the_old_one_stays() {
        put(address(), body("accredit", "true", "Old words"), manager);
        sign(address(), manager);
        HttpResponse<String> nothing = correct("{}");
        HttpResponse<String> begun = correct("{\"reason\":\"A wrong word\"}");
        HttpResponse<String> again = correct("{\"reason\":\"A wrong word\"}");
        String next = JSON.readTree(begun.body()).get("id").asString();
        put("/api/criteria/reports/" + next, body("accredit", "true", "New words"), manager);
        HttpResponse<String> signed = sign("/api/criteria/reports/" + next, manager);

        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(begun.statusCode()).isEqualTo(201);
        assertThat(JSON.readTree(again.body()).get("id").asString()).isEqualTo(next);
        assertThat(signed.body()).contains("\"revision\":2", "\"reason\":\"A wrong word\"", "\"series\":\"" + id);
        assertThat(get(address(), provider).body()).contains("Old words", "\"correctedBy\":\"" + next);
        String afcis = get("/api/criteria/reports/afcis?provider=99000501&limit=200", provider)
                .body();
        assertThat(afcis).contains(id + ":4.3:1", "New words");
        assertThat(JSON.readTree(afcis)
                        .get("items")
                        .valueStream()
                        .filter(afci -> afci.get("id").asString().startsWith(id))
                        .map(afci -> afci.get("text").asString()))
                .containsExactly("New words");
    }

    @Test
    void who_may_not_write_or_read_is_told_nothing_more() {
        put(address(), body("accredit", "true", "x"), manager);

        assertThat(put(address(), body("accredit", "true", "x"), provider).statusCode())
                .isEqualTo(403);
        assertThat(put(
                                "/api/criteria/reports/" + UUID.randomUUID(),
                                body("accredit", "true", "x"),
                                Tokens.ofAssessor("99000502"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/api/criteria/reports", Tokens.of("analyst")).statusCode())
                .isEqualTo(403);
        assertThat(get(address(), ADMINISTRATOR).statusCode()).isEqualTo(404);
        sign(address(), manager);
        String other = Tokens.ofProvider("provider-lead", "99000502");
        assertThat(get(address(), other).statusCode()).isEqualTo(404);
        assertThat(page("/providers/99000501/reports", other).statusCode()).isEqualTo(404);
        assertThat(get("/api/criteria/reports", other).body()).doesNotContain("99000501");
        assertThat(get("/api/criteria/reports/afcis?provider=99000501", other).body())
                .contains("\"items\":[]");
        assertThat(get(address(), ADMINISTRATOR).statusCode()).isEqualTo(200);
    }

    @Test
    void a_check_is_written_page_by_page_and_signed() {
        HttpResponse<String> begun =
                post("/providers/99000501/reports/new", Map.of("type", "cic-12", "edition", "matrix-ncs-4e"), assessor);
        String report = begun.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> early = post(report + "/sign", Map.of("version", "1"), assessor);
        HttpResponse<String> wrong =
                post(report + "/details", Map.of("version", "1", "staff", "many", "from-day", "x"), assessor);
        HttpResponse<String> details = post(
                report + "/details",
                Map.of(
                        "version",
                        "1",
                        "assessor",
                        "A. Assessor",
                        "scope",
                        "All sites",
                        "staff",
                        "4",
                        "from-day",
                        "1",
                        "from-month",
                        "10",
                        "from-year",
                        "2026",
                        "recommendation",
                        "sufficient"),
                assessor);
        HttpResponse<String> stale =
                post(report + "/elements/4", Map.of("version", "1", "text", "Typed in vain?"), assessor);
        post(report + "/elements/4", Map.of("version", "2", "text", "They go on improving."), assessor);
        HttpResponse<String> criterion = post(
                report + "/criteria/4.8",
                Map.of(
                        "version",
                        "3",
                        "met",
                        "true",
                        "strengths",
                        "One\r\nTwo",
                        "improvements",
                        "",
                        "evidence",
                        EVIDENCE),
                assessor);
        HttpResponse<String> notAnId =
                post(report + "/criteria/4.8", Map.of("version", "4", "met", "true", "evidence", "item 7"), assessor);

        assertThat(begun.statusCode()).isEqualTo(303);
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("Enter the name of the assessor", "Sign the report");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"many\"", "href=\"#from\"");
        assertThat(details.statusCode()).isEqualTo(303);
        assertThat(stale.statusCode()).isEqualTo(422);
        assertThat(stale.body()).contains("Typed in vain?", "changed this report meanwhile");
        assertThat(criterion.statusCode()).isEqualTo(303);
        assertThat(notAnId.body()).contains("is not the id of an evidence item");
        assertThat(page(report, assessor).body()).contains("2 strengths", "Written", "Draft");
        assertThat(page(report + "/criteria/4.8", assessor).body()).contains("One\nTwo");
        assertThat(post(report + "/sign", Map.of("version", "4"), assessor).statusCode())
                .as("the last day is missing")
                .isEqualTo(422);
        Map<String, String> whole = new HashMap<>(Map.of(
                "version",
                "4",
                "assessor",
                "A. Assessor",
                "scope",
                "All sites",
                "staff",
                "4",
                "from-day",
                "1",
                "from-month",
                "10",
                "from-year",
                "2026",
                "recommendation",
                "sufficient"));
        whole.putAll(Map.of("to-day", "2", "to-month", "10", "to-year", "2026"));
        post(report + "/details", whole, assessor);
        assertThat(post(report + "/sign", Map.of("version", "5"), assessor).statusCode())
                .isEqualTo(303);
        assertThat(page("/providers/99000501/reports", provider).body())
                .contains("12-month continuous improvement check", "1 October 2026 to 2 October 2026", "Signed");
        assertThat(page(report, provider).body()).contains("They go on improving.", "Two", "Staff: 4");
    }

    @Test
    void two_who_write_different_parts_do_not_stand_in_each_others_way() {
        String report = begin();
        Map<String, String> one = form(report + "/criteria/1.1");
        Map<String, String> other = form(report + "/criteria/1.2");
        one.put("text", "Of the first");
        other.put("text", "Of the second");

        HttpResponse<String> first = post(report + "/criteria/1.1", one, assessor);
        HttpResponse<String> second = post(report + "/criteria/1.2", other, manager);

        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(second.statusCode()).as(second.body()).isEqualTo(303);
        assertThat(page(report + "/criteria/1.1", assessor).body()).contains("Of the first");
        assertThat(page(report + "/criteria/1.2", assessor).body()).contains("Of the second");
    }

    @Test
    void the_second_who_writes_the_same_part_sees_what_stands_and_can_save_again() {
        String report = begin();
        Map<String, String> one = form(report + "/criteria/1.1");
        Map<String, String> other = form(report + "/criteria/1.1");
        one.put("text", "Of the first");
        other.put("text", "Of the second");
        post(report + "/criteria/1.1", one, assessor);

        HttpResponse<String> told = post(report + "/criteria/1.1", other, manager);
        Map<String, String> again = hidden(told.body());
        again.put("text", "Of the second");
        HttpResponse<String> saved = post(report + "/criteria/1.1", again, manager);

        assertThat(told.statusCode()).isEqualTo(422);
        assertThat(told.body())
                .contains("How it stands now", "Of the first", "Of the second", "href=\"#criterion-1.1\"");
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(page(report + "/criteria/1.1", assessor).body()).contains("Of the second");
    }

    @Test
    void evidence_is_named_by_its_address_and_what_is_wrong_is_told_beside_its_field() {
        String report = begin();
        Map<String, String> typed = form(report + "/criteria/1.1");
        typed.put("evidence", "http://localhost:8080/evidence/" + EVIDENCE + "?from=queue\n/evidence/" + EVIDENCE);
        HttpResponse<String> saved = post(report + "/criteria/1.1", typed, assessor);
        String page = page(report + "/criteria/1.1", assessor).body();
        Map<String, String> wrong = hidden(page);
        wrong.put("evidence", "item 7");
        wrong.put("strengths", "x".repeat(1_001));

        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(page)
                .contains(
                        "/evidence?provider=99000501&amp;criterion=1.1&amp;state=accepted",
                        "href=\"/evidence/" + EVIDENCE + "\"");
        assertThat(post(report + "/criteria/1.1", wrong, assessor).body())
                .contains("href=\"#evidence\"", "href=\"#strengths\"")
                .doesNotContain("href=\"#criterion-1.1\"");
    }

    @Test
    void every_gap_of_a_report_links_to_the_task_that_fills_it() {
        String page = post(begin() + "/sign", Map.of("version", "1"), assessor).body();

        assertThat(page).contains("Enter the services and sites");
        Pattern.compile("<li><a href=\"#([^\"]+)\"")
                .matcher(page)
                .results()
                .forEach(link -> assertThat(page).contains("id=\"" + link.group(1) + "\""));
    }

    private String begin() {
        return post("/providers/99000501/reports/new", Map.of("type", "review", "edition", "matrix-ncs-4e"), assessor)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private Map<String, String> form(String path) {
        return hidden(page(path, assessor).body());
    }

    private static Map<String, String> hidden(String page) {
        var fields = new HashMap<String, String>();
        Pattern.compile("name=\"(version|seen)\" value=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .forEach(field -> fields.put(field.group(1), field.group(2)));
        assertThat(fields).hasSize(2);
        return fields;
    }

    private String address() {
        return "/api/criteria/reports/" + id;
    }

    private HttpResponse<String> sign(String report, String token) {
        return send(to(report + "/signature", token).POST(BodyPublishers.noBody()));
    }

    private HttpResponse<String> correct(String json) {
        return send(to(address() + "/corrections", manager)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private String body(String recommendation, String met, String improvement) {
        var codes = Pattern.compile("\"code\":\"([1-9]\\.[0-9]+)\"")
                .matcher(get("/api/criteria/editions/matrix-ncs-4e", manager).body())
                .results()
                .map(result -> result.group(1))
                .distinct()
                .toList();
        assertThat(codes).hasSize(27);
        String findings = String.join(
                ",",
                codes.stream()
                        .map(code -> code.equals("4.3")
                                ? "{\"criterion\":\"4.3\",\"met\":" + met
                                        + ",\"strengths\":[\"Listens\"],\"improvements\":[\"" + improvement
                                        + "\"],\"evidence\":[\"" + EVIDENCE + "\"]}"
                                : "{\"criterion\":\"" + code + "\",\"met\":" + met + "}")
                        .toList());
        return "{\"provider\":\"99000501\",\"type\":\"review\",\"edition\":\"matrix-ncs-4e\",\"assessor\":\"A."
            + " Assessor\","
            + "\"from\":\"2026-10-01\",\"to\":\"2026-10-03\",\"scope\":\"All\",\"interviewed\":{\"leaders\":3},\"narratives\":{\"1\":\"Led"
            + " well.\\n"
            + "\\n"
            + "On and"
            + " on.\"},\"recommendation\":\"" + recommendation + "\",\"findings\":["
                + findings + "]}";
    }
}
