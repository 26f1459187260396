package org.ncsoversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Tokens;
import tools.jackson.databind.JsonNode;

/** A self-assessment report from its first word to its signature and its next version. */
class AssessmentIT extends RunningService {

    private static final String API = "/api/evidence/assessments";
    private static final String PAGE = "/evidence/assessments";
    private static final String JSON_TYPE = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void a_signed_report_keeps_what_was_signed_whatever_happens_afterwards() throws Exception {
        var item = UUID.randomUUID();
        post("/api/evidence/items", lead(), JSON_TYPE, item(item));
        decide(item, "acceptance", assessor(), "{}");
        String id = start(lead());
        put(
                API + "/" + id + "/sections/4.3",
                lead(),
                "{\"text\":\"We ask all\",\"strengths\":\"Many answer\"}",
                "\"0\"");
        var draft = content(id, lead());

        assertThat(get(API + "/" + id, assessor(), JSON_TYPE).statusCode()).isEqualTo(404);
        assertThat(signature(id, contributor(), "{}").statusCode()).isEqualTo(403);
        assertThat(signature(id, lead(), "{\"contentHash\":\"other\"}").statusCode())
                .isEqualTo(409);
        var signed = signature(
                id, lead(), "{\"contentHash\":\"" + draft.get("contentHash").asString() + "\"}");
        decide(item, "withdrawal", lead(), "{}");
        var late = put(API + "/" + id + "/sections/4.3", lead(), "{\"text\":\"Changed\"}", "*");

        assertThat(signed.statusCode()).as(signed.body()).isEqualTo(200);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(content(id, assessor()).toString())
                .contains(item.toString(), "We ask all", "Many answer", "\"state\":\"signed\"");
        var bytes = download(API + "/" + id + "/content", assessor()).body();
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                .isEqualTo(draft.get("contentHash").asString());
        assertThat(get(PAGE, assessor(), "text/html").body()).contains("Signed");
    }

    @Test
    void the_report_is_a_page_with_headings_in_order_and_a_word_document() throws Exception {
        String id = start(lead());
        put(API + "/" + id + "/sections/overall", lead(), "{\"text\":\"All is <b>well</b>\"}", "*");

        var page = get(PAGE + "/" + id + "/report", lead(), "text/html").body();
        var docx = download(PAGE + "/" + id + "/report.docx", lead());

        assertThat(page)
                .contains("/evidence/assets/report.css", "All is &lt;b&gt;well&lt;/b&gt;", "href=\"#criterion-4-3\"")
                .contains("This is a draft")
                .containsSubsequence("<h1", "<h2", "<h3", "<h4");
        assertThat(docx.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment", ".docx");
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx.body()))) {
            assertThat(document.getParagraphs())
                    .anySatisfy(paragraph -> assertThat(paragraph.getText()).isEqualTo("All is <b>well</b>"));
        }
        assertThat(get("/evidence/assets/report.css", lead(), "text/css").body())
                .contains("@media print");
        assertThat(get("/evidence/assets/autosave.js", lead(), "*/*").body()).contains("autosave");
    }

    @Test
    void colleagues_write_at_once_and_only_the_same_section_can_be_in_the_way() throws Exception {
        String id = start(lead());
        String section = PAGE + "/" + id + "/sections/";

        var first = post(section + "4.3", lead(), FORM, "version=0&text=First&then=next");
        var other = post(section + "overall", contributor(), FORM, "version=0&text=Other&then=overview");
        var second = post(section + "4.3", contributor(), FORM, "version=0&text=Second&strengths=Mine");
        var autosaved = post(section + "4.3", contributor(), FORM, "version=1&text=Autosaved&then=autosave");

        assertThat(first.headers().firstValue("Location").orElseThrow()).contains("/sections/");
        assertThat(other.statusCode()).isEqualTo(303);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains(">First</p>", ">Second</textarea>", ">Mine</textarea>", "value=\"1\"");
        assertThat(autosaved.body()).isEqualTo("2");
        assertThat(get(section + "4.3", lead(), "text/html").body()).contains("Autosaved", "data-autosave");
        assertThat(get(section + "1.7", lead(), "text/html").body())
                .contains("Filled in from what was gathered", "No accepted evidence in the period from")
                .contains("/providers/99000001/reports", "/readiness/99000001");
        assertThat(get(section + "9.9", lead(), "text/html").statusCode()).isEqualTo(404);
        assertThat(get(PAGE + "/" + id, lead(), "text/html").body()).contains("Sign this report", "Written");
    }

    @Test
    void a_page_is_signed_as_it_was_seen_and_a_new_version_needs_a_reason() throws Exception {
        String id = start(lead());
        var asked = get(PAGE + "/" + id + "/signature", lead(), "text/html").body();
        put(API + "/" + id + "/sections/overall", lead(), "{\"text\":\"Later\"}", "*");
        var stale = post(PAGE + "/" + id + "/signature", lead(), FORM, fields(asked));
        var signed = post(PAGE + "/" + id + "/signature", lead(), FORM, fields(stale.body()));
        var unexplained = post(PAGE + "/" + id + "/versions", lead(), FORM, "reason=");
        var next = post(API + "/" + id + "/versions", lead(), JSON_TYPE, "{\"reason\":\"A figure was wrong\"}");

        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(signed.statusCode()).isEqualTo(303);
        assertThat(unexplained.statusCode()).isEqualTo(422);
        assertThat(unexplained.body()).contains("href=\"#reason\"");
        assertThat(next.statusCode()).isEqualTo(201);
        assertThat(JSON.readTree(next.body()).get("replaces").asString()).isEqualTo(id);
        assertThat(JSON.readTree(next.body()).at("/sections/overall/text").asString())
                .isEqualTo("Later");
        assertThat(post(API + "/" + id + "/versions", lead(), JSON_TYPE, "{\"reason\":\"Another\"}")
                        .body())
                .contains("replaced-before");
        assertThat(post(PAGE + "/" + id + "/versions", lead(), FORM, "reason=Another")
                        .statusCode())
                .isEqualTo(409);
        assertThat(get(PAGE + "/" + id, lead(), "text/html").body()).contains("Start a new version", "Signed by");
    }

    @Test
    void a_report_over_a_period_that_still_runs_says_so() throws Exception {
        var today = LocalDate.now(ZoneOffset.UTC);
        var response = post(
                API,
                lead(),
                JSON_TYPE,
                "{\"periodFrom\":\"%s\",\"periodTo\":\"%s\"}".formatted(today.minusDays(30), today.plusDays(30)));
        var id = JSON.readTree(response.body()).get("assessment").asString();

        for (String path : List.of("", "/report", "/signature")) {
            assertThat(get(PAGE + "/" + id + path, lead(), "text/html").body())
                    .as(path)
                    .contains("The period has not ended");
        }
    }

    @Test
    void a_period_must_make_sense() throws Exception {
        assertThat(get(PAGE + "/new", lead(), "text/html").body()).contains("periodFrom-day");
        var wrong = post(PAGE + "/new", lead(), FORM, "edition=none&periodFrom-day=31");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#edition\"", "href=\"#periodFrom-day\"", "value=\"31\"");
        assertThat(post(API, lead(), JSON_TYPE, "{\"periodFrom\":\"2026-02-01\",\"periodTo\":\"2026-01-01\"}")
                        .body())
                .contains("period-ends-before-it-starts");
    }

    @Test
    void another_providers_report_is_on_every_route_as_if_it_did_not_exist() throws Exception {
        String id = start(lead());
        for (String path : List.of("", "/report", "/report.docx", "/sections/4.3", "/signature")) {
            assertThat(get(PAGE + "/" + id + path, otherLead(), "text/html").statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        for (String path : List.of("/sections/4.3", "/signature", "/versions")) {
            assertThat(post(PAGE + "/" + id + path, otherLead(), FORM, "version=1&reason=Mine")
                            .statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        for (String path : List.of("", "/report.docx", "/content")) {
            assertThat(get(API + "/" + id + path, otherLead(), JSON_TYPE).statusCode())
                    .isEqualTo(404);
        }
        assertThat(put(API + "/" + id + "/sections/4.3", otherLead(), "{\"text\":\"Mine\"}", "*")
                        .statusCode())
                .isEqualTo(404);
        assertThat(signature(id, otherLead(), "{}").statusCode()).isEqualTo(404);
        assertThat(get(API + "?provider=99000001", otherLead(), JSON_TYPE).body())
                .doesNotContain(id);
    }

    private static String fields(String page) {
        return "version=" + value(page, "version") + "&contentHash=" + value(page, "contentHash");
    }

    private static String value(String page, String name) {
        return page.replaceAll("(?s).*name=\"" + name + "\" value=\"([^\"]*)\".*", "$1");
    }

    private String start(String token) throws Exception {
        var response = post(API, token, JSON_TYPE, "{\"periodFrom\":\"2026-01-01\",\"periodTo\":\"2026-12-31\"}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return JSON.readTree(response.body()).get("assessment").asString();
    }

    private JsonNode content(String id, String token) throws Exception {
        return JSON.readTree(get(API + "/" + id, token, JSON_TYPE).body().getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> signature(String id, String token, String body) throws Exception {
        return post(API + "/" + id + "/signature", token, JSON_TYPE, body);
    }

    private static String contributor() {
        return Tokens.token("colleague", "provider-contributor", Map.of("ukprn", "99000001"));
    }
}
