package org.ncsoversight.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.backing.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EditionLifeIT extends RunningService {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String MANAGER = Tokens.of("contract-manager");
    private static final String LEAD = Tokens.ofProvider("provider-lead", "99000001");
    private static final String BOUNDARY = "----------part";

    @AfterEach
    void no_draft_is_left() {
        JSON.readTree(get("/api/criteria/drafts", ADMINISTRATOR).body())
                .get("items")
                .forEach(draft ->
                        send(to("/api/criteria/drafts/" + draft.get("edition").asString(), ADMINISTRATOR)
                                .DELETE()));
    }

    @Test
    void guidance_is_imported_by_a_form_looked_at_and_made_a_draft() throws IOException {
        HttpResponse<String> uploaded = upload("reading-house", guidance());
        String preview = uploaded.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> looked = page(preview, ADMINISTRATOR);
        HttpResponse<String> confirmed = post(preview, Map.of(), ADMINISTRATOR);

        assertThat(uploaded.statusCode()).isEqualTo(303);
        assertThat(looked.body())
                .contains("Everybody knows where the house is heading", "Clients (where appropriate)")
                .contains("<ins>", "<del>", "[added: ", "[removed: ");
        assertThat(confirmed.statusCode()).isEqualTo(303);
        String draft = page("/criteria/drafts/reading-house", ADMINISTRATOR).body();
        assertThat(draft).contains("Voices to confirm", "27</span> criteria wait", "Where the criteria before it went");
        assertThat(page("/criteria/drafts/reading-house/differences", MANAGER).body())
                .contains("Text changed");
        assertThat(page("/criteria/drafts/reading-house", MANAGER).body()).doesNotContain("Publish</a>");
    }

    @Test
    void a_damaged_file_is_refused_with_its_line_and_code_and_what_was_typed_stays() throws IOException {
        byte[] cut = Arrays.copyOf(guidance(), 3_000);

        HttpResponse<String> page = upload("cut-off", cut);
        HttpResponse<String> api = send(to("/api/criteria/imports?edition=cut-off", ADMINISTRATOR)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofByteArray(cut)));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("Error: Import an edition", "Line ", "value=\"cut-off\"", "href=\"#file\"");
        assertThat(api.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(api.body()).get("type").asString()).isEqualTo("/problems/row-cut");
        assertThat(JSON.readTree(api.body()).get("line").asInt()).isPositive();
    }

    @Test
    void guidance_that_ends_early_is_refused_unless_somebody_says_that_it_is_shorter() throws IOException {
        String whole = new String(guidance(), StandardCharsets.UTF_8);
        byte[] early = whole.substring(0, whole.lastIndexOf("\n")).getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> refused = importing("shorter", early, "");
        HttpResponse<String> taken = importing("shorter", early, "&fewer=true");

        assertThat(refused.body()).contains("/problems/criterion-missing", "4.8");
        assertThat(taken.statusCode()).isEqualTo(201);
        assertThat(JSON.readTree(taken.body()).get("leftOut").valueStream().map(JsonNode::asString))
                .contains("Improvement over all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv", "xlsx"})
    void an_export_imported_and_exported_again_is_the_same_file(String format) {
        byte[] left = download("/api/criteria/editions/matrix-ncs-4e." + format);
        JsonNode imported = JSON.readTree(importing("", left, "").body());
        HttpResponse<String> confirmed =
                send(to("/api/criteria/imports/" + imported.get("importId").asString() + "/confirmation", ADMINISTRATOR)
                        .POST(BodyPublishers.noBody()));

        assertThat(imported.get("criteria").asInt()).isEqualTo(27);
        assertThat(imported.get("changes")).isEmpty();
        assertThat(confirmed.statusCode()).isEqualTo(201);
        assertThat(download("/api/criteria/drafts/matrix-ncs-4e." + format)).isEqualTo(left);
    }

    @Test
    void a_file_that_is_too_large_is_refused_and_other_requests_keep_their_limit() {
        byte[] large = new byte[5 * 1024 * 1024];
        Arrays.fill(large, (byte) 'x');

        assertThat(upload("large", large).statusCode()).isEqualTo(413);
        assertThat(importing("large", large, "").statusCode()).isEqualTo(413);
        assertThat(put("/api/criteria/providers/99000001", "x".repeat(70_000), ADMINISTRATOR)
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void every_part_of_a_draft_has_a_page_that_can_be_saved() {
        begin("parts-of-it");
        for (String part : List.of(
                "title/edition",
                "element/1",
                "element/new",
                "criterion/1.1",
                "criterion/new",
                "voices/1.1",
                "links/1.1",
                "prompts/1.1",
                "looking-for/1.1",
                "document/customer-charter",
                "document/new",
                "thread/plan-do-review",
                "thread/new",
                "measure/satisfaction",
                "measure/new",
                "mapping/1.1")) {
            assertThat(page("/criteria/drafts/parts-of-it/" + part, ADMINISTRATOR)
                            .body())
                    .as(part)
                    .contains("<h1", "name=\"version\"");
        }
        edit("criterion/1.1", Map.of("title", "Other words", "asks", "One.\r\n\r\nTwo.", "practice", ""));
        edit("voices/1.1", Map.of("voices", "client"));
        edit("criterion/new", Map.of("code", "1.9", "title", "One more", "asks", "Something."));
        edit("links/1.9", Map.of("links", "1.1"));
        edit("prompts/1.9", Map.of("manager", "Why?\nHow?"));
        edit("looking-for/1.9", Map.of("lookingFor", "A list\nA plan"));
        edit("document/new", Map.of("code", "plan", "title", "A plan", "criteria", "1.9, 1.1"));
        edit("thread/new", Map.of("code", "way", "title", "A way", "about", "", "criteria", "1.9 4.8"));
        edit(
                "measure/new",
                Map.of(
                        "code",
                        "share",
                        "title",
                        "A share",
                        "criteria",
                        "1.9",
                        "better",
                        "lower",
                        "limit",
                        "0.1",
                        "minimumBase",
                        "5"));
        edit("mapping/1.2", Map.of("to", "1.2 1.9", "kind", "split"));
        edit("element/new", Map.of("title", "Five", "about", ""));
        edit("title/edition", Map.of("title", "Parts of it"));

        JsonNode draft = JSON.readTree(
                get("/api/criteria/drafts/parts-of-it", ADMINISTRATOR).body());
        assertThat(draft.get("title").asString()).isEqualTo("Parts of it");
        assertThat(draft.get("criteria").get(0).get("asks").asString()).isEqualTo("One.\n\nTwo.");
        assertThat(draft.get("criteria").get(0).get("voices").toString()).isEqualTo("[\"client\"]");
        assertThat(draft.get("criteria").get(8).toString()).contains("1.9", "Why?", "How?", "A plan");
        assertThat(draft.toString())
                .contains(
                        "{\"from\":\"1.9\",\"to\":\"1.1\"}", "\"criteria\":[\"1.9\",\"4.8\"]", "\"limit\":0.1", "Five");
        assertThat(draft.get("mappings").toString()).contains("\"to\":[\"1.2\",\"1.9\"],\"kind\":\"split\"");

        post(at("criterion/1.9/removal"), Map.of("version", version("parts-of-it")), ADMINISTRATOR);

        assertThat(get("/api/criteria/drafts/parts-of-it", ADMINISTRATOR).body())
                .doesNotContain("1.9")
                .contains("A plan", "A way");
    }

    @Test
    void what_is_wrong_is_said_beside_the_field_and_what_was_typed_stays() {
        begin("parts-of-it");

        HttpResponse<String> empty = post(
                at("criterion/1.1"),
                Map.of("version", "1", "title", "", "asks", "Kept <b>", "practice", ""),
                ADMINISTRATOR);
        HttpResponse<String> unknown = post(
                at("document/new"),
                Map.of("version", "1", "code", "Not A Code", "title", "T", "criteria", "9.9 x"),
                ADMINISTRATOR);

        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("Error: Texts", "href=\"#title\"", "Enter a title", "Kept &lt;b&gt;");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("x is not the number of a criterion", "value=\"9.9 x\"");
    }

    @Test
    void the_second_of_two_who_change_at_once_is_told_and_loses_nothing() {
        begin("parts-of-it");
        edit("title/edition", Map.of("title", "The first"));

        HttpResponse<String> late =
                post(at("title/edition"), Map.of("version", "1", "title", "The second"), ADMINISTRATOR);
        HttpResponse<String> lateProgram = send(to("/api/criteria/drafts/parts-of-it", ADMINISTRATOR)
                .header("If-Match", "\"1\"")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(
                        get("/api/criteria/drafts/parts-of-it", ADMINISTRATOR).body())));

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body())
                .contains("Somebody else changed", "The first", "value=\"The second\"", "name=\"version\" value=\"2\"");
        assertThat(lateProgram.statusCode()).isEqualTo(412);
    }

    @Test
    void a_new_edition_is_published_and_the_one_before_and_its_texts_stay_readable() {
        begin("matrix-ncs-later");
        String texts = "/criteria/drafts/matrix-ncs-later/criterion/2.1";
        post(texts, Map.of("version", "1", "title", "Quaggas well spent", "asks", "Quaggas."), ADMINISTRATOR);
        post("/criteria/drafts/matrix-ncs-later/mapping/2.2", Map.of("version", "2", "to", ""), ADMINISTRATOR);
        String publication = "/criteria/drafts/matrix-ncs-later/publication";
        assertThat(page(publication, ADMINISTRATOR).body()).contains("2.1</span>", "Text changed");
        assertThat(post(publication, Map.of("version", "3"), ADMINISTRATOR).body())
                .contains("Enter a date", "href=\"#inForceFrom\"");

        HttpResponse<String> published = post(
                publication,
                Map.of(
                        "version", "3",
                        "inForceFrom-day", "1",
                        "inForceFrom-month", "4",
                        "inForceFrom-year", "2098",
                        "earlierUntil-day", "30",
                        "earlierUntil-month", "9",
                        "earlierUntil-year", "2098"),
                ADMINISTRATOR);

        assertThat(published.headers().firstValue("Location"))
                .contains("/criteria/editions/matrix-ncs-later/fresh-look");
        assertThat(page("/criteria/editions/matrix-ncs-later/fresh-look", LEAD).body())
                .contains("/evidence?criterion=2.1&amp;freshLook=true", "Quaggas");
        assertThat(page("/criteria/editions/matrix-ncs-later/fresh-look", ADMINISTRATOR)
                        .body())
                .contains("Gone")
                .doesNotContain("/evidence?");
        moves_its_first_day("matrix-ncs-later");
        assertThat(page("/criteria/editions/matrix-ncs-later/mapping", LEAD).body())
                .contains("id=\"unmapped\">2.2<", "id=\"from-nothing\">2.2<");
        assertThat(page("/criteria/editions", LEAD).body())
                .contains("From 1 April 2098", "to 30 September 2098", "leads", "Published")
                .doesNotContain("Draft editions");
        assertThat(page("/criteria/editions/matrix-ncs-later/criteria/2.1", LEAD)
                        .body())
                .contains("Quaggas");
        assertThat(page("/criteria/editions/matrix-ncs-4e?version=1", LEAD).body())
                .contains("Leadership and Management", "This is version <span>1</span>", "as it read before");
        assertThat(page("/criteria/editions/matrix-ncs-4e", LEAD).body()).doesNotContain("as it read before");
        assertThat(page("/criteria/editions/matrix-ncs-later", LEAD).body())
                .contains("in force from 1 April 2098", "<title>The Standard: ");
        assertThat(page("/criteria/2.1", LEAD).body()).doesNotContain("Quaggas");
        assertThat(page("/criteria/search?q=quagga", LEAD).body())
                .contains("<mark>Quaggas</mark>", "/criteria/editions/matrix-ncs-later/criteria/2.1");
        assertThat(get("/api/criteria/search?q=quagga", LEAD).body()).contains("\"hit\":true");
        assertThat(JSON.readTree(get("/api/criteria/editions", LEAD).body())
                        .get("items")
                        .valueStream()
                        .filter(edition -> edition.get("leads").asBoolean())
                        .map(edition -> edition.get("edition").asString()))
                .containsExactly("matrix-ncs-4e");
    }

    private void moves_its_first_day(String edition) {
        String dates = "/criteria/editions/" + edition + "/dates";
        var typed = Map.of(
                "version", "1",
                "inForceFrom-day", "2",
                "inForceFrom-month", "4",
                "inForceFrom-year", "2098",
                "earlierUntil-day", "30",
                "earlierUntil-month", "9",
                "earlierUntil-year", "2098");
        assertThat(page("/criteria/editions", ADMINISTRATOR).body()).contains(dates);
        assertThat(page(dates, MANAGER).statusCode()).isEqualTo(403);
        assertThat(page(dates, ADMINISTRATOR).body()).contains("value=\"2098\"", "Last day of the edition before it");
        assertThat(post(dates, typed, ADMINISTRATOR).statusCode()).isEqualTo(303);
        HttpResponse<String> back = send(to("/api/criteria/editions/" + edition + "/dates", ADMINISTRATOR)
                .header("If-Match", "\"2\"")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"inForceFrom\":\"2098-04-01\",\"earlierUntil\":\"2098-09-30\"}")));
        assertThat(back.statusCode()).isEqualTo(204);
    }

    @Test
    void links_are_shown_one_way_and_both_ways() {
        assertThat(page("/criteria/editions/matrix-ncs-4e/links", LEAD).body())
                .contains("Linked either way", "1.1, 1.5, 1.7")
                .contains("4.3, 4.8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%22", "%5B", "a%20AND", "%00", "%3Cscript%3E", ""})
    void odd_searches_are_answered(String query) {
        HttpResponse<String> answer = page("/criteria/search?q=" + query, LEAD);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("<script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"provider-lead", "provider-contributor", "provider-system", "assessor", "analyst"})
    void drafts_are_for_administrators_and_contract_managers_only(String role) {
        begin("parts-of-it");
        String token = Tokens.token("someone", role, Map.of("ukprn", "99000001", "assigned", List.of("all")));

        for (String path : List.of(
                "/criteria/drafts",
                "/criteria/drafts/parts-of-it",
                "/criteria/drafts/parts-of-it/differences",
                "/criteria/drafts/parts-of-it/title/edition",
                "/criteria/drafts/parts-of-it/publication",
                "/criteria/imports/new",
                "/api/criteria/drafts",
                "/api/criteria/drafts/parts-of-it",
                "/api/criteria/drafts/parts-of-it.json")) {
            assertThat(get(path, token).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(page("/criteria/editions", token).statusCode()).isEqualTo(200);
        assertThat(page("/criteria/editions/parts-of-it", token).statusCode()).isEqualTo(404);
        assertThat(page("/criteria/editions/matrix-ncs-4e", token).statusCode()).isEqualTo(200);
        assertThat(get("/criteria/editions/matrix-ncs-4e.csv", token).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_contract_manager_reads_drafts_and_changes_nothing() {
        begin("parts-of-it");

        assertThat(page("/criteria/drafts/parts-of-it", MANAGER).statusCode()).isEqualTo(200);
        assertThat(page("/criteria/drafts/parts-of-it/title/edition", MANAGER).statusCode())
                .isEqualTo(403);
        assertThat(post(at("title/edition"), Map.of("version", "1", "title", "X"), MANAGER)
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/criteria/drafts", Map.of("edition", "mine"), MANAGER).statusCode())
                .isEqualTo(403);
        assertThat(send(to("/api/criteria/drafts/parts-of-it", MANAGER).DELETE())
                        .statusCode())
                .isEqualTo(403);
    }

    private void begin(String edition) {
        assertThat(post("/criteria/drafts", Map.of("edition", edition), ADMINISTRATOR)
                        .statusCode())
                .isEqualTo(303);
    }

    private void edit(String part, Map<String, String> typed) {
        var form = new HashMap<>(typed);
        form.put("version", version("parts-of-it"));
        HttpResponse<String> saved = post(at(part), form, ADMINISTRATOR);
        assertThat(saved.statusCode()).as(part + saved.body()).isEqualTo(303);
    }

    private String version(String draft) {
        return get("/api/criteria/drafts/" + draft, ADMINISTRATOR)
                .headers()
                .firstValue("ETag")
                .orElseThrow()
                .replace("\"", "");
    }

    private static String at(String part) {
        return "/criteria/drafts/parts-of-it/" + part;
    }

    private HttpResponse<String> importing(String edition, byte[] file, String more) {
        return send(to("/api/criteria/imports?edition=" + edition + more, ADMINISTRATOR)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(file)));
    }

    private HttpResponse<String> upload(String edition, byte[] file) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"edition\"\r\n\r\n" + edition
                        + "\r\n--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"guidance.txt\"\r\n"
                        + "Content-Type: text/plain\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(to("/criteria/imports/new", ADMINISTRATOR)
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private byte[] download(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(to(path, ADMINISTRATOR).GET().build(), BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] guidance() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(EditionLifeIT.class.getResourceAsStream("/guidance/reading-house.txt"))) {
            return in.readAllBytes();
        }
    }
}
