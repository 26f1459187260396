package org.ncsoversight.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Tokens;
import tools.jackson.databind.json.JsonMapper;

class AccreditationIT extends RunningService {

    private static final JsonMapper JSON = new JsonMapper();
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    private static final String MANAGER = Tokens.of("contract-manager");

    @BeforeEach
    void two_providers() {
        put("/api/criteria/providers/99000701", "{\"name\":\"Marsh Careers\",\"kind\":\"prime\"}", ADMINISTRATOR);
        put("/api/criteria/providers/99000702", "{\"name\":\"Moss Careers\",\"kind\":\"prime\"}", ADMINISTRATOR);
    }

    @Test
    void a_provider_goes_round_the_cycle_step_by_step() {
        put(
                "/api/criteria/providers/99000701/accreditation",
                "{\"edition\":\"matrix-ncs-4e\",\"accreditedOn\":\"" + today.minusMonths(13) + "\"}",
                ADMINISTRATOR);
        HttpResponse<String> call = step("99000701", "call-done", today.minusMonths(10), null, MANAGER);
        HttpResponse<String> again = step("99000701", "call-done", today.minusMonths(10), null, MANAGER);
        HttpResponse<String> soon =
                step("99000701", "review-booked", today, today.plusDays(83), Tokens.ofAssessor("99000701"));
        HttpResponse<String> twice = step("99000701", "call-done", today.minusMonths(9), null, MANAGER);

        assertThat(call.statusCode()).as(call.body()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(soon.statusCode()).isEqualTo(422);
        assertThat(soon.body()).contains("booked-too-soon");
        assertThat(twice.body()).contains("already-done");
        String cycle = get("/api/criteria/providers/99000701/cycle", MANAGER).body();
        assertThat(JSON.readTree(cycle).get("state").asString()).isEqualTo("first-check-due");
        assertThat(cycle).contains("\"what\":\"follow-up-call\"", "\"standing\":\"done\"", "\"standing\":\"overdue\"");
        assertThat(page("/providers/99000701", MANAGER).body())
                .contains("12-month check due", "3-month follow-up call held", "Overdue");
        String id = JSON.readTree(cycle).get("steps").get(1).get("id").asString();
        HttpResponse<String> removed =
                send(to("/api/criteria/providers/99000701/steps/" + id, MANAGER).DELETE());
        assertThat(removed.body()).doesNotContain("call-done");
    }

    @Test
    void what_is_due_is_listed_for_those_who_may_see_it_overdue_first() {
        put(
                "/api/criteria/providers/99000702/accreditation",
                "{\"edition\":\"matrix-ncs-4e\",\"accreditedOn\":\""
                        + today.minusMonths(3).minusDays(5) + "\"}",
                ADMINISTRATOR);

        assertThat(page("/providers/accreditation?q=moss", MANAGER).body())
                .contains("Moss Careers", "3-month follow-up call", "Overdue", "1</span> of them overdue")
                .doesNotContain("Marsh Careers");
        assertThat(get("/providers/accreditation/export.csv?q=moss&standing=any", MANAGER)
                        .body())
                .contains("# Filter: standing is any; name or UKPRN contains moss")
                .contains("99000702,Moss Careers,prime,accredited,follow-up-call,")
                .contains("review-due");
        assertThat(get("/api/criteria/accreditation/due?q=moss", Tokens.ofProvider("provider-lead", "99000702"))
                        .body())
                .contains("99000702");
        assertThat(get("/api/criteria/accreditation/due", Tokens.ofProvider("provider-lead", "99000701"))
                        .body())
                .doesNotContain("99000702");
        assertThat(page("/providers/accreditation", Tokens.ofAssessor("99000701"))
                        .body())
                .doesNotContain("Moss");
    }

    @Test
    void notes_are_for_those_who_record_the_cycle_and_for_the_provider_itself() {
        String provider = "/api/criteria/providers/99000704";
        put(provider, "{\"name\":\"Glade Careers\",\"kind\":\"prime\"}", ADMINISTRATOR);
        send(
                to(provider + "/steps", MANAGER)
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"kind\":\"booked\",\"on\":\"2026-02-01\",\"bookedFor\":\"2026-06-01\",\"note\":\"Glow-worm\"}")));

        for (String reader : List.of(MANAGER, Tokens.ofProvider("provider-lead", "99000704"))) {
            assertThat(get(provider + "/cycle", reader).body()).contains("Glow-worm", "recordedBy\":\"");
            assertThat(page("/providers/99000704", reader).body()).contains("Glow-worm", "Recorded by");
        }
        assertThat(get(provider + "/cycle", Tokens.of("analyst")).body())
                .contains("booked")
                .doesNotContain("Glow-worm", "recordedBy\":\"");
        assertThat(page("/providers/99000704", Tokens.of("analyst")).body())
                .contains("Assessment booked")
                .doesNotContain("Glow-worm", "Recorded by");
    }

    @Test
    void whoever_is_overtaken_sees_how_it_stands_and_can_save_again() {
        put("/api/criteria/providers/99000705", "{\"name\":\"Heath Careers\",\"kind\":\"prime\"}", ADMINISTRATOR);
        put("/api/criteria/providers/99000705", "{\"name\":\"Heather\",\"kind\":\"prime\"}", ADMINISTRATOR);
        put(
                "/api/criteria/contracts/0000000275/2024-10-01",
                "{\"area\":\"Heath\",\"prime\":\"99000705\",\"subcontractors\":[]}",
                ADMINISTRATOR);
        put(
                "/api/criteria/contracts/0000000275/2024-10-01",
                "{\"area\":\"Heather\",\"prime\":\"99000705\",\"subcontractors\":[]}",
                ADMINISTRATOR);

        overtaken(
                "/providers/99000705/steps/new",
                Map.of(
                        "kind", "booked",
                        "on-day", "1",
                        "on-month", "2",
                        "on-year", "2026",
                        "bookedFor-day", "1",
                        "bookedFor-month", "6",
                        "bookedFor-year", "2026"));
        overtaken("/providers/99000705/merger", Map.of("by", ""));
        overtaken(
                "/providers/99000705/accreditation",
                Map.of(
                        "edition", "matrix-ncs-4e",
                        "accreditedOn-day", "1",
                        "accreditedOn-month", "2",
                        "accreditedOn-year", "2026"));
        overtaken("/contracts/0000000275/2024-10-01/profile", Map.of("customers_1", "5"));
        overtaken("/contracts/0000000275/2024-10-01/edit", Map.of("area", "Moor", "prime", "99000705"));
        HttpResponse<String> told = overtaken("/providers/99000705/edit", Map.of("name", "Heathland", "kind", "prime"));
        assertThat(told.body()).contains("How it stands now", "Heather", "value=\"Heathland\"");
        HttpResponse<String> again = post(
                "/providers/99000705/edit",
                Map.of("version", "2", "name", "Heathland", "kind", "prime"),
                ADMINISTRATOR);
        assertThat(again.statusCode()).isEqualTo(303);
    }

    private HttpResponse<String> overtaken(String path, Map<String, String> typed) {
        var form = new HashMap<>(typed);
        form.put("version", "1");
        HttpResponse<String> told = post(path, form, ADMINISTRATOR);
        assertThat(told.statusCode()).as(path).isEqualTo(422);
        assertThat(told.body()).as(path).contains("meanwhile", "name=\"version\" value=\"2\"");
        return told;
    }

    @Test
    void a_step_is_recorded_by_form_and_what_was_typed_stays_when_it_is_refused() {
        put("/api/criteria/providers/99000703", "{\"name\":\"Fen Careers\",\"kind\":\"prime\"}", ADMINISTRATOR);
        String form = page("/providers/99000703/steps/new", MANAGER).body();
        HttpResponse<String> wrong = post(
                "/providers/99000703/steps/new",
                Map.of(
                        "version",
                        "1",
                        "kind",
                        "assessed",
                        "on-day",
                        "1",
                        "on-month",
                        "2",
                        "on-year",
                        "2026",
                        "note",
                        "n<b>"),
                MANAGER);
        HttpResponse<String> right = post(
                "/providers/99000703/steps/new",
                Map.of(
                        "version",
                        "1",
                        "kind",
                        "booked",
                        "on-day",
                        "1",
                        "on-month",
                        "2",
                        "on-year",
                        "2026",
                        "bookedFor-day",
                        "1",
                        "bookedFor-month",
                        "6",
                        "bookedFor-year",
                        "2026"),
                MANAGER);

        assertThat(form)
                .contains(
                        "<option value=\"matrix-ncs-4e\" selected=\"selected\"",
                        "What took place?",
                        "name=\"version\" value=\"1\"");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("No assessment was booked by that day", "value=\"2026\"", "n&lt;b&gt;");
        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(page("/providers/99000703", MANAGER).body()).contains("Assessment booked", "1 June 2026");
    }

    @Test
    void nobody_records_for_their_own_and_providers_record_nothing() {
        HttpResponse<String> provider =
                step("99000702", "withdrawn", today, null, Tokens.ofProvider("provider-lead", "99000702"));
        HttpResponse<String> others = step("99000702", "withdrawn", today, null, Tokens.ofAssessor("99000701"));

        assertThat(provider.statusCode()).isEqualTo(403);
        assertThat(others.statusCode()).isEqualTo(404);
        assertThat(get("/api/criteria/providers/99000702/cycle", Tokens.ofProvider("provider-lead", "99000701"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(page("/providers/99000702/steps/new", Tokens.of("analyst")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_merger_is_recorded_shown_and_undone() {
        put("/api/criteria/providers/99000704", "{\"name\":\"Weald Careers\",\"kind\":\"prime\"}", ADMINISTRATOR);
        HttpResponse<String> merged = put(
                "/api/criteria/providers/99000704/succession",
                "{\"by\":\"99000701\",\"on\":\"2026-01-01\"}",
                ADMINISTRATOR);
        HttpResponse<String> refused = put(
                "/api/criteria/contracts/704/2026-01-01", "{\"area\":\"Weald\",\"prime\":\"99000704\"}", ADMINISTRATOR);

        assertThat(merged.body()).contains("\"succeededBy\":{\"ukprn\":\"99000701\",\"on\":\"2026-01-01\"}");
        assertThat(refused.body()).contains("\"code\":\"merged\"");
        assertThat(page("/providers/99000704", MANAGER).body()).contains("Merged into Marsh Careers on 1 January 2026");
        assertThat(page("/providers?q=weald", MANAGER).body()).contains("Merged");
        assertThat(page("/providers/99000704/merger", ADMINISTRATOR).body()).contains("value=\"99000701\"");
        assertThat(send(to("/api/criteria/providers/99000704/succession", ADMINISTRATOR)
                                .DELETE())
                        .body())
                .contains("\"succeededBy\":null");
    }

    @Test
    void a_profile_and_a_renamed_area_are_entered_by_form() {
        put("/api/criteria/contracts/705/2024-10-01", "{\"area\":\"Vale\",\"prime\":\"99000701\"}", ADMINISTRATOR);
        HttpResponse<String> wrong = post(
                "/contracts/0000000705/2024-10-01/profile", Map.of("version", "1", "customers_1", "-4"), ADMINISTRATOR);
        HttpResponse<String> right = post(
                "/contracts/0000000705/2024-10-01/profile",
                Map.of("version", "1", "customers_1", "12,000"),
                ADMINISTRATOR);
        HttpResponse<String> renamed = post(
                "/contracts/0000000705/2024-10-01/edit",
                Map.of(
                        "version",
                        "2",
                        "area",
                        "Vale and coast",
                        "prime",
                        "99000701",
                        "areaFrom-day",
                        "1",
                        "areaFrom-month",
                        "4",
                        "areaFrom-year",
                        "2026"),
                ADMINISTRATOR);

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#customers_1\"", "value=\"-4\"");
        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(renamed.statusCode()).isEqualTo(303);
        assertThat(page("/contracts/0000000705/2024-10-01", MANAGER).body())
                .contains("12,000", "Vale and coast", "31 March 2026");
        assertThat(page("/contracts?on-day=1&on-month=1&on-year=2025&q=vale", MANAGER)
                        .body())
                .contains(">Vale<")
                .doesNotContain("Vale and coast");
        assertThat(get("/api/criteria/contracts?on=2025-01-01&q=vale", MANAGER).body())
                .contains("\"area\":\"Vale\"");
    }

    private HttpResponse<String> step(
            String ukprn, String kind, LocalDate on, @Nullable LocalDate bookedFor, String token) {
        String booked = bookedFor == null ? "" : ",\"bookedFor\":\"" + bookedFor + "\"";
        return send(to("/api/criteria/providers/" + ukprn + "/steps", token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"kind\":\"" + kind + "\",\"on\":\"" + on + "\"" + booked + "}")));
    }
}
