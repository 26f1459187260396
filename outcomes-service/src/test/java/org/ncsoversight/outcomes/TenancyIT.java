package org.ncsoversight.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.outcomes.ClaimRows.file;
import static org.ncsoversight.outcomes.ClaimRows.row;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.backing.TenancyOfRoutes;
import org.ncsoversight.backing.TenancyOfRoutes.Asking;
import org.ncsoversight.backing.TenancyOfRoutes.Subject;
import org.ncsoversight.backing.Tokens;
import tools.jackson.databind.json.JsonMapper;

/** Every route that serves provider data, asked by somebody it is not for. */
class TenancyIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String MANAGER = Tokens.of("contract-manager");
    private static final String LEAD = Tokens.ofProvider("provider-lead", "99000001");
    private static final String OTHER = Tokens.ofProvider("provider-lead", "99000002");
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";
    private static Service service;
    private static String leadsImport;

    @BeforeAll
    static void start() {
        service = Service.start();
        service.hearOfTheWorld();
        var answer = service.post(
                "/api/outcomes/imports?touchpoint=201&mode=good-rows",
                LEAD,
                "text/csv",
                file(row("a", "1").replace("99000101", ""), row("", "2")));
        leadsImport = JSON.readTree(answer.body()).get("import").asString();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void no_route_tells_anything_about_another_provider() throws Exception {
        var asking = new Asking(
                List.of(OTHER, Tokens.ofAssessor("99000002")),
                Map.of(),
                Subject.of("provider", "99000001", "99000099"),
                Set.of("Northmoor", leadsImport));

        new TenancyOfRoutes(
                        TenancyOfRoutes.routesOf(service.mappings(), "org.ncsoversight.outcomes"),
                        asking,
                        (route, path, token) -> service.send(route.verb(), path, token))
                .ask(route -> route.path().contains("/imports/{")
                        ? Optional.of(Subject.of("id", leadsImport, NOBODY))
                        : Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/outcomes/imports/{import}",
                "/api/outcomes/imports/{import}/errors.csv",
                "/outcomes/imports/{import}",
                "/outcomes/imports/{import}/errors.csv",
            })
    void anothers_import_is_answered_like_one_that_does_not_exist(String route) {
        for (String accept : List.of("application/json", "text/html", "text/csv")) {
            var own = service.get(route.replace("{import}", leadsImport), LEAD, "*/*");
            var others = service.get(route.replace("{import}", leadsImport), OTHER, accept);
            var nobodys = service.get(route.replace("{import}", NOBODY), OTHER, accept);

            assertThat(own.statusCode()).isEqualTo(200);
            assertThat(others.statusCode()).isEqualTo(404).isEqualTo(nobodys.statusCode());
            assertThat(others.body()).isEqualTo(nobodys.body().replace(NOBODY, leadsImport));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/outcomes/claims?provider={ukprn}",
                "/api/outcomes/summary?provider={ukprn}",
                "/outcomes?provider={ukprn}",
            })
    void another_provider_is_answered_like_one_that_does_not_exist(String route) {
        for (String accept : List.of("application/json", "text/html")) {
            var own = service.get(route.replace("{ukprn}", "99000001"), LEAD, "*/*");
            var others = service.get(route.replace("{ukprn}", "99000001"), OTHER, accept);
            var nobodys = service.get(route.replace("{ukprn}", "99999999"), OTHER, accept);

            assertThat(own.statusCode()).isEqualTo(200);
            assertThat(others.statusCode()).isEqualTo(404).isEqualTo(nobodys.statusCode());
            assertThat(others.body()).isEqualTo(nobodys.body().replace("99999999", "99000001"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v3/api-docs", "/api/outcomes/openapi.json"})
    void the_document_of_the_api_is_open_to_everybody(String path) {
        var answer = service.get(path, "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body())
                        .at("/paths/~1api~1outcomes~1claims")
                        .isMissingNode())
                .isFalse();
    }

    @Test
    void without_naming_a_provider_only_what_is_visible_is_listed() {
        assertThat(service.get("/api/outcomes/claims", LEAD).body()).contains("99000001");
        assertThat(service.get("/api/outcomes/claims", OTHER).body()).isEqualTo("{\"claims\":[]}");
        assertThat(service.get("/api/outcomes/summary", OTHER).body()).isEqualTo("{\"months\":[]}");
        assertThat(service.get("/outcomes", OTHER, "text/html").body())
                .contains("Eastvale Futures")
                .doesNotContain("Northmoor", "99000001", "Dale Skills");
        assertThat(service.get("/outcomes/imports/new", OTHER, "text/html").body())
                .contains("Eastvale")
                .doesNotContain("Northmoor");
    }

    @Test
    void anothers_touchpoint_is_unknown() {
        var others = service.post("/api/outcomes/imports?touchpoint=201", OTHER, "text/csv", file(row("b", "1")));
        var nobodys = service.post("/api/outcomes/imports?touchpoint=209", OTHER, "text/csv", file(row("b", "1")));

        assertThat(others.statusCode()).isEqualTo(422);
        assertThat(others.body()).isEqualTo(nobodys.body());
    }

    @Test
    void an_assessor_sees_assigned_providers_only() {
        var assigned = Tokens.ofAssessor("99000001");

        assertThat(service.get("/api/outcomes/summary?provider=99000001", assigned)
                        .statusCode())
                .isEqualTo(200);
        assertThat(service.get("/api/outcomes/summary?provider=99000002", assigned)
                        .statusCode())
                .isEqualTo(404);
        assertThat(service.get("/api/outcomes/summary?provider=99000002", Tokens.ofAssessor("all"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(service.get("/api/outcomes/claims", Tokens.ofAssessor("99000002"))
                        .body())
                .isEqualTo("{\"claims\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"administrator", "analyst", "nobody"})
    void roles_without_the_capability_are_refused(String role) {
        for (String route : List.of(
                "/api/outcomes/claims",
                "/api/outcomes/summary",
                "/api/outcomes/imports/" + leadsImport,
                "/api/outcomes/imports/" + leadsImport + "/errors.csv",
                "/outcomes",
                "/outcomes/imports/new",
                "/outcomes/imports/" + leadsImport)) {
            assertThat(service.get(route, Tokens.of(role)).statusCode())
                    .as(route)
                    .isEqualTo(403);
            assertThat(service.get(route, "").statusCode()).as(route).isEqualTo(401);
        }
    }

    @Test
    void a_contributor_may_import_for_its_own_organisation_only() {
        var ofASubcontractor = Tokens.ofProvider("provider-contributor", "99000101");

        var own = service.post(
                "/api/outcomes/imports?touchpoint=201", ofASubcontractor, "text/csv", file(row("contributed", "1")));
        var ofItsPrime = service.post(
                "/api/outcomes/imports?touchpoint=201",
                ofASubcontractor,
                "text/csv",
                file(row("contributed", "1").replace("99000101", "")));

        assertThat(own.statusCode()).isEqualTo(201);
        assertThat(ofItsPrime.statusCode()).isEqualTo(422);
        assertThat(ofItsPrime.body()).contains("not-own-organisation");
    }

    @Test
    void an_assessor_may_not_import() {
        var refused = service.post(
                "/api/outcomes/imports?touchpoint=201", Tokens.ofAssessor("all"), "text/csv", file(row("c", "1")));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(JSON.readTree(refused.body()).get("type").asString()).isEqualTo("/problems/not-allowed");
    }

    @Test
    void a_provider_without_a_ukprn_in_its_token_sees_and_may_do_nothing() {
        assertThat(service.get("/api/outcomes/claims", Tokens.of("provider-lead"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_subcontractor_sees_what_others_imported_of_it() {
        var sublead = Tokens.ofProvider("provider-lead", "99000101");
        int before = claimsSeenBy(sublead);

        service.post("/api/outcomes/imports?touchpoint=201", MANAGER, "text/csv", file(row("d", "1")));

        assertThat(claimsSeenBy(sublead)).isEqualTo(before + 1);
    }

    private static int claimsSeenBy(String token) {
        return JSON.readTree(service.get("/api/outcomes/claims", token).body())
                .get("claims")
                .size();
    }
}
