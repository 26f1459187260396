package org.ncsoversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Tokens;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What programs and people see of an import for which nobody waits. */
@TestPropertySource(properties = "evidence.import-runs.answer-within=0ms")
class ImportsUnderWayIT extends RunningService {

    private static final String LEAD = Tokens.ofProvider("provider-lead", "99000034");
    private static final String TYPE = "application/json";
    private static final String HEADINGS = "title,statement,voice,criteria,period_from,period_to,review_date\n";

    @Test
    void items_are_accepted_told_of_and_end_as_they_would_have_been_answered() throws Exception {
        var accepted = items("/api/evidence/imports", row("First of two") + row("Second of two"));

        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        assertThat(accepted.headers().firstValue("Retry-After")).isPresent();
        String address = accepted.headers().firstValue("Location").orElseThrow();
        var ended = ended(address);
        assertThat(ended.get("state").asString()).isEqualTo("done");
        assertThat(ended.get("status").asInt()).isEqualTo(201);
        assertThat(ended.at("/result/created").asInt()).isEqualTo(2);
        assertThat(JSON.readTree(
                        get(ended.get("location").asString(), LEAD, TYPE).body()))
                .isEqualTo(ended.get("result"));
        assertThat(get(address, otherLead(), TYPE).statusCode()).isEqualTo(404);
    }

    @Test
    void a_table_that_cannot_be_used_is_refused_at_its_address_in_the_usual_words() throws Exception {
        var accepted = multipart(
                "/api/evidence/imports",
                LEAD,
                Map.of("mode", "all", "as", "drafts"),
                Map.of("table", "title,colour\n".getBytes(StandardCharsets.UTF_8)));

        var ended = ended(accepted.headers().firstValue("Location").orElseThrow());

        assertThat(ended.get("state").asString()).isEqualTo("refused");
        assertThat(ended.at("/result/errors/0/code").asString()).isEqualTo("missing-columns");
    }

    @Test
    void people_look_at_a_page_that_leads_to_the_result() throws Exception {
        var sent = items("/evidence/imports/new", row("By hand"));

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        String page = sent.headers().firstValue("Location").orElseThrow();
        eventually(() -> get(page, LEAD, "text/html").statusCode() == 303);
        String result =
                get(page, LEAD, "text/html").headers().firstValue("Location").orElseThrow();
        assertThat(get(result, LEAD, "text/html").body()).contains("Import of", "By hand");
    }

    @Test
    void rows_of_a_register_go_the_same_way() throws Exception {
        var accepted = post(
                "/api/evidence/registers/advisers/imports",
                LEAD,
                "text/csv",
                "reference,role,held\nA-%s,Adviser,4\n".formatted(UUID.randomUUID()));

        var ended = ended(accepted.headers().firstValue("Location").orElseThrow());

        assertThat(ended.get("what").asString()).isEqualTo("register");
        assertThat(ended.at("/result/added").asInt()).isEqualTo(1);
        assertThat(get(ended.get("location").asString(), LEAD, TYPE).statusCode())
                .isEqualTo(200);
    }

    @Test
    void packs_go_the_same_way() throws Exception {
        byte[] pack = download("/api/evidence/packs", LEAD).body();
        var accepted = post("/api/evidence/packs", LEAD, "application/zip", pack);

        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        var ended = ended(accepted.headers().firstValue("Location").orElseThrow());

        assertThat(ended.get("state").asString()).isEqualTo("done");
        assertThat(ended.at("/result/added").isArray()).isTrue();
        String page = "/evidence/packs/imports/" + ended.get("id").asString();
        assertThat(get(page, LEAD, "text/html").body()).contains("Evidence pack imported");
        assertThat(get(page, otherLead(), "text/html").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> items(String path, String rows) throws Exception {
        return multipart(
                path,
                LEAD,
                Map.of("mode", "all", "as", "drafts"),
                Map.of("table", (HEADINGS + rows).getBytes(StandardCharsets.UTF_8)));
    }

    private static String row(String title) {
        return "%s %s,What it shows,client,4.3,2026-04-01,1/5/2026,%s\n"
                .formatted(
                        title, UUID.randomUUID(), LocalDate.now(ZoneOffset.UTC).plusYears(1));
    }

    private JsonNode ended(String address) throws Exception {
        eventually(() -> Set.of("done", "refused", "failed")
                .contains(look(address).get("state").asString()));
        return look(address);
    }

    private JsonNode look(String address) throws Exception {
        return JSON.readTree(get(address, LEAD, TYPE).body());
    }
}
