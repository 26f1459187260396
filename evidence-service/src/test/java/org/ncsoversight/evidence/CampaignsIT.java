package org.ncsoversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Tokens;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.springframework.beans.factory.annotation.Autowired;

/** Campaigns as a contract manager runs them and providers answer, by page and by program. */
class CampaignsIT extends RunningService {

    private static final String API = "/api/evidence/campaigns";
    private static final String PAGE = "/evidence/campaigns";
    private static final String JSON_TYPE = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    @Autowired
    private KnownProviders known;

    private final LocalDate due = LocalDate.now(ZoneOffset.UTC).plusDays(30);

    @BeforeEach
    void knowTheOther() {
        known.keep(new KnownProviders.Provider(new ProviderId("99000002"), 1, "Southby"));
    }

    @Test
    void a_campaign_goes_from_its_start_to_its_end_by_page() throws Exception {
        var item = submit(UUID.randomUUID(), lead(), "a.pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8))
                .get("evidence")
                .asString();
        var started = post(PAGE + "/new", manager(), FORM, form("Charters"));
        String page = started.headers().firstValue("location").orElseThrow();
        var request = get(page, lead(), "text/html").body();
        var choosing = get(page + "/answer", lead(), "text/html").body();
        var untold = post(page + "/answer", lead(), FORM, "version=0");
        var answered = post(page + "/answer", lead(), FORM, "version=0&answer=evidence&evidence=" + item);
        var nothing = post(page + "/answer", otherLead(), FORM, "version=0&answer=nothing&reason=We+have+none");
        var overview = get(page, manager(), "text/html").body();
        var extended = post(page + "/extend", manager(), FORM, "version=1&reason=Half+term&" + date(due.plusDays(7)));
        var stale = post(page + "/close", manager(), FORM, "version=1&reason=Enough");
        var closed = post(page + "/close", manager(), FORM, "version=2&reason=Enough");

        assertThat(started.statusCode()).isEqualTo(303);
        assertThat(request).contains("Send your charter", "Not started", page + "/answer");
        assertThat(choosing).contains("value=\"" + item + "\"", "/evidence/new?criterion=4.3");
        assertThat(untold.statusCode()).isEqualTo(422);
        assertThat(untold.body()).contains("href=\"#answer\"");
        assertThat(answered.statusCode()).isEqualTo(303);
        assertThat(nothing.statusCode()).isEqualTo(303);
        assertThat(overview)
                .contains("Answered: 1", "Nothing to send: 1", "/evidence/" + item, "We have none", "Southby")
                .doesNotContain(page + "/edit");
        assertThat(overview)
                .containsPattern("(?s)Item<span[^>]*> of [^<]*</span></a>\\s*<strong[^>]*>Waiting for review");
        assertThat(extended.statusCode()).isEqualTo(303);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains(">Enough</textarea>", "value=\"2\"");
        assertThat(closed.statusCode()).isEqualTo(303);
        assertThat(get(page, manager(), "text/html").body()).contains("Closed campaign", "Half term", "Enough");
        assertThat(post(page + "/answer", lead(), FORM, "version=1&answer=nothing&reason=No")
                        .statusCode())
                .isEqualTo(409);
        assertThat(get(PAGE, lead(), "text/html").body()).contains("Charters", "Answered", "Closed");
    }

    @Test
    void the_form_comes_back_with_errors_and_all_that_was_typed() throws Exception {
        assertThat(get(PAGE + "/new", manager(), "text/html").body()).contains("Start a campaign");
        var wrong = post(PAGE + "/new", manager(), FORM, "title=Mine&whom=listed&providers=99000008&due-day=31");

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("Error: Start a campaign", "value=\"Mine\"", ">99000008</textarea>", "value=\"31\"")
                .contains("There is no provider with the UKPRN 99000008", "href=\"#due-day\"", "href=\"#request\"");
    }

    @Test
    void programs_edit_what_they_have_seen_until_the_first_answer() throws Exception {
        String id = create("99000001");
        String changed = body("Changed", "99000001");

        assertThat(get(API + "/" + id, manager(), JSON_TYPE).headers().firstValue("etag"))
                .contains("\"1\"");
        assertThat(get(PAGE + "/" + id + "/edit", manager(), "text/html").body())
                .contains("Change a campaign", ">99000001</textarea>");
        assertThat(put(API + "/" + id, manager(), changed, "\"1\"").statusCode())
                .isEqualTo(200);
        assertThat(put(API + "/" + id, manager(), changed, "\"1\"").statusCode())
                .isEqualTo(412);
        var answer = put(API + "/" + id + "/answer", lead(), "{\"nothing\":\"None\"}", "*");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(get(API + "/" + id + "/answer", lead(), JSON_TYPE).body()).contains("\"nothing\":\"None\"");
        assertThat(put(API + "/" + id + "/answer", lead(), "{\"nothing\":\"Other\"}", "\"7\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(put(API + "/" + id, manager(), changed, "\"2\"").body()).contains("answered-already");
        assertThat(get(API + "/" + id + "/answers", manager(), JSON_TYPE).body())
                .contains("\"nothing-to-send\":1", "\"not-started\":0");
        assertThat(get(API + "?open=true&limit=200", lead(), JSON_TYPE).body()).contains(id);
    }

    @Test
    void who_has_answered_leaves_as_a_file_that_says_its_filter() throws Exception {
        String id = create("99000001\",\"99000002");

        assertThat(get(PAGE + "/" + id + "/export.csv?progress=not-started", manager(), "text/csv")
                        .body())
                .contains("Charters", "Not started", "99000001", "Southby");
        assertThat(get(PAGE + "/" + id + "/export.csv?progress=answered", manager(), "text/csv")
                        .body())
                .contains("Answered")
                .doesNotContain("99000001");
        assertThat(get(PAGE + "/" + id + "/export.xlsx", manager(), "*/*").body())
                .startsWith("PK");
    }

    @Test
    void a_provider_not_asked_finds_nothing_and_one_asked_only_its_own_answer() throws Exception {
        String theirs = create("99000001");
        String both = create("99000001\",\"99000002");
        put(API + "/" + both + "/answer", lead(), "{\"nothing\":\"Our secret\"}", "*");

        for (String path : List.of(PAGE + "/%s", PAGE + "/%s/answer", PAGE + "/%s/export.csv", API + "/%s")) {
            assertThat(get(path.formatted(theirs), otherLead(), "*/*").statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        for (String path : List.of("/answers", "/answer")) {
            assertThat(get(API + "/" + theirs + path, otherLead(), JSON_TYPE).statusCode())
                    .isEqualTo(404);
        }
        assertThat(put(API + "/" + theirs + "/answer", otherLead(), "{\"nothing\":\"No\"}", "*")
                        .statusCode())
                .isEqualTo(404);
        for (String path : List.of(PAGE, API + "?limit=200")) {
            assertThat(get(path, otherLead(), "*/*").body()).contains(both).doesNotContain(theirs, "99000001");
        }
        for (String path : List.of(
                PAGE + "/" + both,
                PAGE + "/" + both + "/answer",
                PAGE + "/" + both + "/export.csv",
                API + "/" + both,
                API + "/" + both + "/answers")) {
            assertThat(get(path, otherLead(), "*/*").body()).as(path).doesNotContain("99000001", "Our secret");
        }
        assertThat(get(PAGE + "/new", lead(), "text/html").statusCode()).isEqualTo(403);
    }

    private String create(String providers) throws Exception {
        var response = post(API, manager(), JSON_TYPE, body("Charters", providers));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return JSON.readTree(response.body()).get("campaign").asString();
    }

    private String body(String title, String providers) {
        return "{\"title\":\"%s\",\"request\":\"Send your charter\",\"criteria\":[\"4.3\"],\"due\":\"%s\",\"providers\":[\"%s\"]}"
                .formatted(title, due, providers);
    }

    private String form(String title) {
        return "title=%s&request=Send+your+charter&criteria=4.3&whom=listed&providers=99000001%%0A99000002&%s"
                .formatted(title, date(due));
    }

    private static String date(LocalDate day) {
        return "due-day=%d&due-month=%d&due-year=%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    private static String manager() {
        return Tokens.of("contract-manager");
    }
}
