package org.ncsoversight.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Kafka;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.backing.TenancyOfRoutes;
import org.ncsoversight.backing.TenancyOfRoutes.Asking;
import org.ncsoversight.backing.TenancyOfRoutes.Route;
import org.ncsoversight.backing.TenancyOfRoutes.Subject;
import org.ncsoversight.backing.Tokens;
import org.ncsoversight.feedback.model.InMemoryProviderRegister;
import org.ncsoversight.feedback.model.ProviderRegister;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Another provider's feedback is, on every route there is, as if it did not exist; and bodies are held to what was promised. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class TenancyIT {

    private static final String NOTHING = "00000000-0000-4000-8000-00000000dead";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private ProviderRegister register;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry properties) {
        String database = Mongo.uriOfNewDatabase();
        properties.add("spring.mongodb.uri", () -> database);
        properties.add(
                "spring.kafka.bootstrap-servers",
                () -> Kafka.bootstrapServersWith(
                        "ncs.feedback.v1", "ncs.providers.v1", "ncs.feedback.dead-letters.v1"));
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", () -> Tokens.ISSUER);
        properties.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", Tokens::jwksUri);
    }

    @BeforeEach
    void fill() {
        InMemoryProviderRegister.fill(register);
    }

    @Test
    void no_route_tells_anything_about_another_provider() throws Exception {
        var imported = post(
                "/api/feedback/imports?mode=all",
                Tokens.ofProvider("provider-lead", "99000001"),
                "text/csv",
                "survey_id,wave,touchpoint_id,subcontractor_ukprn,channel,"
                        + "response_id,responded_on,question_code,answer_code,weight\n"
                        + "secret-survey,2026-10,0000000201,,2,1,2026-10-14,overall_satisfaction,5,1\n");
        var shop = post("/api/feedback/shops", Tokens.of("contract-manager"), "application/json", """
            {"shop":"%s","wave":"secret-wave","touchpoint":"0000000201","subcontractorUkprn":null,"channel":"1",
             "scenario":"returner","shopDate":"2026-10-20",
             "sections":[{"section":"access","score":8,"maxScore":10}]}\
            """.formatted(
                        UUID.randomUUID()));
        assertThat(List.of(imported.statusCode(), shop.statusCode())).containsExactly(201, 201);
        String file = JSON.readTree(imported.body()).get("import").asString();
        String shopId = JSON.readTree(shop.body()).get("shop").asString();
        var asking = new Asking(
                List.of(Tokens.ofProvider("provider-lead", "99000002"), Tokens.ofAssessor("99000002")),
                Map.of(),
                Subject.of("provider", "99000001", "99000099"),
                Set.of("secret-", "Prime 1", file, shopId));

        new TenancyOfRoutes(TenancyOfRoutes.routesOf(mappings, "org.ncsoversight.feedback"), asking, this::ask)
                .ask(route -> {
                    if (route.path().contains("/imports/{")) {
                        return Optional.of(Subject.of("id", file, NOTHING));
                    }
                    return route.path().contains("/shops/{")
                            ? Optional.of(Subject.of("id", shopId, NOTHING))
                            : Optional.empty();
                });
    }

    @Test
    void a_field_that_nobody_reads_and_a_null_in_a_list_are_refused_by_name() throws Exception {
        String manager = Tokens.of("contract-manager");

        var unknown = post(
                "/api/feedback/shops",
                manager,
                "application/json",
                "{\"sections\":[{\"section\":\"access\",\"colour\":1}]}");
        var nothing = post("/api/feedback/shops", manager, "application/json", "{\"sections\":[null]}");

        assertThat(List.of(unknown.statusCode(), nothing.statusCode())).containsExactly(400, 400);
        assertThat(JSON.readTree(unknown.body()).at("/errors/0/field").asString())
                .isEqualTo("sections[0].colour");
        assertThat(JSON.readTree(nothing.body()).at("/errors/0/field").asString())
                .isEqualTo("sections[0]");
    }

    @Test
    void the_document_of_the_api_is_open_to_everybody() throws Exception {
        for (String path : List.of("/v3/api-docs", "/api/feedback/openapi.json")) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(JSON.readTree(answer.body()).path("paths").has("/api/feedback/shops"))
                    .isTrue();
        }
    }

    private HttpResponse<String> ask(Route route, String path, String token) throws Exception {
        return http.send(
                to(path, token)
                        .header("Accept", path.startsWith("/api") ? "application/json,text/csv" : "text/html")
                        .method(route.verb(), BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String token, String type, String body) throws Exception {
        return http.send(
                to(path, token)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token);
    }
}
