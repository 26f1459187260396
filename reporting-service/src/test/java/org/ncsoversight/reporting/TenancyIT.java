package org.ncsoversight.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.backing.TenancyOfRoutes;
import org.ncsoversight.backing.TenancyOfRoutes.Asking;
import org.ncsoversight.backing.TenancyOfRoutes.Subject;
import org.ncsoversight.backing.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A provider asking for another's readiness gets the answer of a thing that does not exist, on every route. */
class TenancyIT extends RunningService {

    private static final String OTHER = "99000301";
    private static final String OTHER_NAME = "Somebody Else";
    private static final String NOBODY = "99000399";
    private static final String OWN = "99000302";
    private static final String LEAD = Tokens.ofProvider("provider-lead", OWN);

    /** Live updates: an answer to it has no end to wait for. */
    private static final Set<String> EVENTS_WITHOUT_END = Set.of("/readiness/changes");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    @BeforeEach
    void two_providers() {
        aProvider(OTHER, OTHER_NAME);
        aProvider(OWN, "Own");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v3/api-docs", "/api/reporting/openapi.json"})
    void the_document_of_the_api_is_open_to_everybody(String path) throws Exception {
        HttpResponse<String> answer = get(path, "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"/api/reporting/readiness\"");
    }

    @Test
    void no_route_tells_anything_about_another_provider() throws Exception {
        var asking = new Asking(
                List.of(LEAD, Tokens.ofAssessor(OWN)),
                Map.of("criterion", "4.3"),
                Subject.of("provider", OTHER, NOBODY),
                Set.of(OTHER_NAME));

        new TenancyOfRoutes(
                        TenancyOfRoutes.routesOf(routes, "org.ncsoversight.reporting").stream()
                                .filter(route -> !EVENTS_WITHOUT_END.contains(route.path()))
                                .toList(),
                        asking,
                        (_, path, token) -> path.startsWith("/api") ? get(path, token) : getPage(path, token))
                .ask(_ -> Optional.of(Subject.of("ukprn", OTHER, NOBODY)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/reporting/readiness/%s",
                "/api/reporting/readiness/%s/changes-history",
                "/readiness/%s",
                "/readiness/%s/changes"
            })
    void anothers_is_as_one_that_does_not_exist(String route) {
        HttpResponse<String> others = getPage(route.formatted(OTHER), LEAD);
        HttpResponse<String> nobodys = getPage(route.formatted(NOBODY), LEAD);

        assertThat(others.statusCode()).isEqualTo(404).isEqualTo(nobodys.statusCode());
        assertThat(others.body().replace(OTHER, "x")).isEqualTo(nobodys.body().replace(NOBODY, "x"));
        assertThat(others.headers().map().keySet())
                .isEqualTo(nobodys.headers().map().keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/reporting/readiness", "/api/reporting/readiness?after=99000300&limit=1", "/readiness"})
    void lists_hold_only_what_is_the_callers(String route) {
        HttpResponse<String> answer = getPage(route, LEAD);

        assertThat(answer.body()).doesNotContain(OTHER, OTHER_NAME);
    }

    @Test
    void a_provider_is_sent_from_the_national_page_to_its_own() {
        HttpResponse<String> answer = getPage("/readiness", LEAD);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/readiness/" + OWN);
    }

    @Test
    void an_assessor_sees_those_assigned_and_no_others() {
        String assessor = Tokens.ofAssessor(OWN);

        assertThat(get("/api/reporting/readiness/" + OWN, assessor).statusCode())
                .isEqualTo(200);
        assertThat(get("/api/reporting/readiness/" + OTHER, assessor).statusCode())
                .isEqualTo(404);
        assertThat(getPage("/readiness", assessor).body()).contains("Own").doesNotContain(OTHER_NAME);
        assertThat(get("/api/reporting/readiness/" + OTHER, Tokens.ofAssessor("all"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_provider_role_without_a_provider_sees_nothing() {
        String lost = Tokens.of("provider-lead");

        assertThat(get("/api/reporting/readiness/" + OWN, lost).statusCode()).isEqualTo(404);
        assertThat(json(get("/api/reporting/readiness", lost)).get("items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "provider-lead, /api/reporting/reconciliation, 403",
        "assessor, /api/reporting/reconciliation, 403",
        "analyst, /api/reporting/reconciliation, 200",
        "contract-manager, /api/reporting/reconciliation, 200",
        "analyst, /api/reporting/readiness, 200",
        "administrator, /api/reporting/readiness, 403",
        "administrator, /readiness, 403",
        "nobody-known, /api/reporting/readiness, 403"
    })
    void each_role_may_what_the_rules_say(String role, String path, int status) {
        assertThat(get(path, Tokens.of(role)).statusCode()).isEqualTo(status);
    }

    @Test
    void without_a_token_there_is_a_problem_or_a_page_and_nothing_else() {
        HttpResponse<String> api = get("/api/reporting/readiness/" + OWN, "");
        HttpResponse<String> page = getPage("/readiness/" + OWN, "");

        assertThat(api.statusCode()).isEqualTo(401);
        assertThat(json(api).get("type").asString()).isEqualTo("/problems/unauthorized");
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body()).contains("<main").doesNotContain("Own");
    }
}
