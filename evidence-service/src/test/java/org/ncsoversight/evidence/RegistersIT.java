package org.ncsoversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Registers as a provider keeps them and others look at them. */
class RegistersIT extends RunningService {

    private static final String JSON_TYPE = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String ROWS = "/api/evidence/registers/advisers/rows";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void a_row_by_api_is_added_changed_by_if_match_removed_and_restored() throws Exception {
        var id = UUID.randomUUID();
        var body = row(id, "R-" + id, "Jo Secret", 4);

        assertThat(post(ROWS, lead(), JSON_TYPE, body).statusCode()).isEqualTo(201);
        assertThat(post(ROWS, lead(), JSON_TYPE, body).statusCode()).isEqualTo(200);
        var stale = call(
                "PUT",
                ROWS + "/" + id,
                lead(),
                row(id, "R-" + id, "Jo Secret", 6),
                "Content-Type",
                JSON_TYPE,
                "If-Match",
                "\"9\"");
        var changed = call(
                "PUT",
                ROWS + "/" + id,
                lead(),
                row(id, "R-" + id, "Jo Secret", 6),
                "Content-Type",
                JSON_TYPE,
                "If-Match",
                "\"1\"");
        var removed = call("DELETE", ROWS + "/" + id, lead(), "", "If-Match", "\"2\"");
        var restored = call("POST", ROWS + "/" + id + "/restoration", lead(), "");

        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(JSON.readTree(stale.body()).at("/now/cells/held").asString()).isEqualTo("4");
        assertThat(changed.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(JSON.readTree(removed.body()).get("removed").asBoolean()).isTrue();
        assertThat(JSON.readTree(restored.body()).get("version").asLong()).isEqualTo(4);
        assertThat(JSON.readTree(get(ROWS + "/" + id + "/history", lead(), JSON_TYPE)
                                .body())
                        .get("items")
                        .findValuesAsString("what"))
                .containsExactly("restored", "removed", "changed", "added");
    }

    @Test
    void wrong_cells_are_named_with_stable_codes() throws Exception {
        var response = post(ROWS, lead(), JSON_TYPE, "{\"cells\":{\"held\":\"four\"}}");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(response.body()).get("errors").findValuesAsString("code"))
                .containsExactly("reference-missing", "role-missing", "held-not-a-number");
        assertThat(post(ROWS, lead(), JSON_TYPE, "{\"cells\":{\"shoe\":1}}").body())
                .contains("column-unknown");
        assertThat(get("/api/evidence/registers/shoes/rows", lead(), JSON_TYPE).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_form_keeps_what_was_typed_and_then_adds_the_row() throws Exception {
        var form = get("/evidence/registers/aims/new", lead(), "text/html").body();
        var bad = post("/evidence/registers/aims/new", lead(), FORM, "aim=My+aim&from-day=31&from-month=2");
        var name = "Aim " + UUID.randomUUID();
        var good = "aim=" + name.replace(' ', '+')
                + "&measure=In+work&unit=percent&better=higher&target=60&from-day=1&from-month=4&from-year=2026"
                + "&to-day=31&to-month=3&to-year=2027&row=" + UUID.randomUUID();

        assertThat(form).contains("name=\"from-day\"", "id=\"aim\"", "name=\"row\"");
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body())
                .contains("<title>Error: Add to aims and objectives</title>", "value=\"My aim\"", "value=\"31\"")
                .contains("href=\"#from-day\"", "href=\"#measure\"", "Period from must be a real date");
        var added = post("/evidence/registers/aims/new", lead(), FORM, good);
        assertThat(added.statusCode()).isEqualTo(303);
        post("/evidence/registers/aims/new", lead(), FORM, good);
        assertThat(get("/evidence/registers/aims?text=" + name.replace(' ', '+'), lead(), "text/html")
                        .body())
                .containsOnlyOnce("<td class=\"govuk-table__cell\">" + name)
                .contains("1 April 2026", "Nothing to judge yet");
    }

    @Test
    void two_people_changing_one_row_by_form_lose_nothing() throws Exception {
        var id = UUID.randomUUID();
        post(ROWS, lead(), JSON_TYPE, row(id, "P-" + id, "", 4));
        var path = "/evidence/registers/advisers/rows/" + id;
        var typed = "version=1&reference=P-" + id + "&role=Adviser&held=";

        assertThat(get(path + "/edit", lead(), "text/html").body()).contains("name=\"version\" value=\"1\"");
        assertThat(post(path + "/edit", lead(), FORM, typed + "5").statusCode()).isEqualTo(303);
        var second = post(path + "/edit", lead(), FORM, typed + "7");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body())
                .contains("Someone else changed this adviser meanwhile", "What it says now", "value=\"7\"")
                .contains("name=\"version\" value=\"2\"");
        assertThat(get(path, lead(), "text/html").body()).contains("Qualification level held", "“4” to “5”");
        assertThat(post(path + "/removal", lead(), FORM, "version=2").statusCode())
                .isEqualTo(303);
        assertThat(get(path, lead(), "text/html").body()).contains("Put back on the register");
    }

    @Test
    void a_file_with_a_bad_row_says_which_and_the_good_ones_can_be_taken() throws Exception {
        var file = "reference,role,held\nF1,Adviser,4\nF2,Adviser,x\n";
        var imports = "/api/evidence/registers/advisers/imports";
        var token = Tokens.ofProvider("provider-contributor", "99000003");

        var refused = call("POST", imports, token, file, "Content-Type", "text/csv");
        var taken = call("POST", imports + "?mode=good-rows", token, file, "Content-Type", "text/csv");
        var again = call("POST", imports + "?mode=good-rows", token, file, "Content-Type", "text/csv");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(refused.body()).at("/rows/0").toString())
                .isEqualTo("{\"row\":3,\"column\":\"held\",\"code\":\"held-not-a-number\","
                        + "\"message\":\"Qualification level held must be a number, like 60\"}");
        assertThat(taken.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(again.body()).get("unchanged").asInt()).isEqualTo(1);
        var page = "/evidence/registers/advisers/imports/"
                + JSON.readTree(refused.body()).get("import").asString();
        assertThat(get(page, token, "text/html").body()).contains("Nothing was imported", "held-not-a-number");
        assertThat(get(page + "/errors.csv", token, "text/csv").body()).contains("3,held,held-not-a-number");
        assertThat(get("/evidence/registers/advisers/import", token, "text/html")
                        .body())
                .contains("type=\"file\"");
        assertThat(get("/evidence/registers/advisers/export.csv", token, "text/csv")
                        .body())
                .contains("# Advisers of", "Filter: all rows", "F1,,Adviser,4");
        assertThat(download("/evidence/registers/advisers/export.xlsx?text=F1", token)
                        .body())
                .startsWith("PK".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_a_register_counts_is_announced_without_anything_that_stands_in_it() throws Exception {
        var token = Tokens.ofProvider("provider-lead", "99000004");
        post(ROWS, token, JSON_TYPE, row(UUID.randomUUID(), "E-1", "Jo Secret", 4));
        post(ROWS, token, JSON_TYPE, row(UUID.randomUUID(), "E-2", "Al Secret", 6));

        List<JsonNode> events = EvidenceServiceIT.events("ncs.evidence.v1", "99000004/advisers", 2).stream()
                .map(event -> JSON.readTree(event.value()))
                .toList();

        assertThat(events.getLast().toString())
                .isEqualTo(
                        ("{\"register\":\"advisers\",\"version\":2,\"ukprn\":\"99000004\",\"asOf\":\"%s\",\"measures\":["
                            + "{\"code\":\"advisers-level-4\",\"numerator\":2,\"denominator\":2},"
                            + "{\"code\":\"advisers-level-6\",\"numerator\":1,\"denominator\":2},"
                            + "{\"code\":\"advisers-inducted\",\"numerator\":0,\"denominator\":2},"
                            + "{\"code\":\"advisers-appraised\",\"numerator\":0,\"denominator\":2}]}")
                                .formatted(LocalDate.now(ZoneId.of("Europe/London"))));
        assertThat(get("/evidence/registers", token, "text/html").body())
                .contains("Advisers at level 6 or above: 1 of 2");
    }

    @Test
    void overseers_look_without_seeing_names() throws Exception {
        var id = UUID.randomUUID();
        post(ROWS, lead(), JSON_TYPE, row(id, "O-" + id, "Jo Secret", 4));
        var manager = Tokens.of("contract-manager");

        for (String token : List.of(manager, assessor(), Tokens.ofAssessor("99000001"))) {
            for (String path : List.of(
                    ROWS,
                    ROWS + "/" + id,
                    ROWS + "/" + id + "/history",
                    "/api/evidence/registers/advisers/export.csv",
                    "/evidence/registers/advisers",
                    "/evidence/registers/advisers/rows/" + id)) {
                var answer = get(
                        path + "?provider=99000001&limit=200",
                        token,
                        path.startsWith("/api") ? JSON_TYPE : "text/html");
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(answer.body()).as(path).contains("O-" + id).doesNotContain("Jo Secret");
            }
            assertThat(get("/evidence/registers/advisers", token, "text/html").body())
                    .contains("Northmoor Careers");
            assertThat(get("/evidence/registers/advisers/new", token, "text/html")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(get(ROWS + "/" + id, lead(), JSON_TYPE).body()).contains("Jo Secret");
        assertThat(get(ROWS, manager, JSON_TYPE).body()).contains("provider-missing");
    }

    @Test
    void no_route_tells_anything_about_another_providers_rows() throws Exception {
        var row = UUID.randomUUID();
        post(ROWS, lead(), JSON_TYPE, row(row, "T-" + row, "Jo Secret", 4));
        var done = call(
                "POST",
                "/api/evidence/registers/advisers/imports?mode=good-rows",
                lead(),
                "reference,role,held\n,a,b",
                "Content-Type",
                "text/csv");
        var file = JSON.readTree(done.body()).get("id").asString();
        var nothing = UUID.randomUUID().toString();

        for (String route : routes()) {
            for (String token : List.of(otherLead(), Tokens.ofAssessor("99000002"))) {
                var theirs = send(route, token, row.toString(), file);
                var nobodys = send(route, token, nothing, nothing);
                assertThat(theirs.statusCode()).as(route).isEqualTo(nobodys.statusCode());
                assertThat(theirs.body().replace(row.toString(), "-").replace(file, "-"))
                        .as(route)
                        .doesNotContain("T-" + row, "Secret")
                        .isEqualTo(nobodys.body().replace(nothing, "-"));
                if (route.contains("{row}") || route.contains("{id}")) {
                    assertThat(theirs.statusCode()).as(route).isIn(404, 403);
                }
            }
        }
    }

    private Set<String> routes() {
        var routes = new TreeSet<String>();
        mappings.getHandlerMethods()
                .forEach((mapping, method) -> mapping.getPatternValues().stream()
                        .filter(path -> path.contains("{row}")
                                || path.contains("/imports/{id}")
                                || path.matches(".*/registers(/\\{register})?(/export.csv)?"))
                        .filter(path -> path.contains("/registers"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> routes.add(verb + " " + path))));
        assertThat(routes).hasSizeGreaterThan(12);
        return routes;
    }

    private HttpResponse<String> send(String route, String token, String row, String file) throws Exception {
        var parts = route.split(" ", 2);
        var path =
                parts[1].replace("{register}", "advisers").replace("{row}", row).replace("{id}", file)
                        + "?provider=99000001";
        boolean api = path.startsWith("/api/");
        return switch (parts[0]) {
            case "GET" -> get(path, token, api ? JSON_TYPE : "text/html");
            case "POST" -> post(path, token, api ? JSON_TYPE : FORM, api ? "{}" : "version=1");
            default -> call(parts[0], path, token, "{}", "Content-Type", JSON_TYPE);
        };
    }

    private static String row(UUID id, String reference, String name, int held) {
        return "{\"row\":\"%s\",\"cells\":{\"reference\":\"%s\",\"name\":\"%s\",\"role\":\"Adviser\",\"held\":%d}}"
                .formatted(id, reference, name, held);
    }
}
