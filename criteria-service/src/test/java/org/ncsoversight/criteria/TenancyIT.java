package org.ncsoversight.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.TenancyOfRoutes;
import org.ncsoversight.backing.TenancyOfRoutes.Asking;
import org.ncsoversight.backing.TenancyOfRoutes.Route;
import org.ncsoversight.backing.TenancyOfRoutes.Subject;
import org.ncsoversight.backing.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Another provider's entry of the register is as if it did not exist; and bodies are held to what was promised. */
class TenancyIT extends RunningService {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String THEIRS = "99000511";
    private static final String OWN = "99000512";
    private static final String NOBODYS = "99000599";
    private static final String NOTHING = "00000000-0000-4000-8000-00000000dead";

    /** Variables that stand for nothing of a provider. */
    private static final Map<String, String> CONSTANTS = Map.of(
            "edition", "matrix-ncs-4e",
            "code", "4.3",
            "key", "4.3",
            "number", "4",
            "group", "AAAA",
            "token", "AAAAAAAAAAAAAAAAAAAAAA");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void no_route_tells_anything_about_another_provider() throws Exception {
        put("/api/criteria/providers/" + THEIRS, "{\"name\":\"Secret Careers\",\"kind\":\"prime\"}", ADMINISTRATOR);
        put("/api/criteria/providers/" + OWN, "{\"name\":\"Own Careers\",\"kind\":\"prime\"}", ADMINISTRATOR);
        String report = UUID.randomUUID().toString();
        assertThat(put("/api/criteria/reports/" + report, """
            {"provider":"%s","type":"review","edition":"matrix-ncs-4e","recommendation":"accredit"}\
            """.formatted(THEIRS), Tokens.of("contract-manager"))
                        .statusCode())
                .isEqualTo(201);
        var asking = new Asking(
                List.of(Tokens.ofProvider("provider-lead", OWN), Tokens.ofAssessor(OWN)),
                CONSTANTS,
                Subject.of("provider", THEIRS, NOBODYS),
                Set.of("Secret Careers", report));

        var routes = TenancyOfRoutes.routesOf(mappings, "org.ncsoversight.criteria").stream()
                // PeopleIT and MachineAccountsIT ask these, with a directory that has people.
                .filter(route ->
                        !route.path().contains("/people/{") && !route.path().contains("/machines/{"))
                .toList();
        new TenancyOfRoutes(routes, asking, this::ask).ask(route -> Optional.of(subject(route, report)));
    }

    @Test
    void a_field_that_nobody_reads_and_a_null_in_a_list_are_refused_by_name() {
        var unknown = put("/api/criteria/providers/" + OWN, "{\"name\":\"Own\",\"colour\":1}", ADMINISTRATOR);
        var nothing = put(
                "/api/criteria/reports/" + UUID.randomUUID(),
                "{\"provider\":\"%s\",\"findings\":[null]}".formatted(OWN),
                Tokens.of("contract-manager"));

        assertThat(List.of(unknown.statusCode(), nothing.statusCode())).containsExactly(400, 400);
        assertThat(JSON.readTree(unknown.body()).at("/errors/0/field").asString())
                .isEqualTo("colour");
        assertThat(JSON.readTree(nothing.body()).at("/errors/0/field").asString())
                .isEqualTo("findings[0]");
    }

    /** A report is a thing of its own by API, and a thing of its provider on pages. */
    private static Subject subject(Route route, String report) {
        var theirs = new TreeMap<>(Map.of("ukprn", THEIRS, "id", report));
        var nobodys = new TreeMap<>(Map.of("ukprn", NOBODYS, "id", NOTHING));
        if (route.path().contains("/contracts/")) {
            theirs.putAll(Map.of("touchpoint", "0000000511", "from", "2024-10-01"));
            nobodys.putAll(Map.of("touchpoint", "0000000599", "from", "2024-10-01"));
        }
        return new Subject(theirs, nobodys);
    }

    private HttpResponse<String> ask(Route route, String path, String token) {
        boolean api = path.startsWith("/api");
        return send(to(path, token)
                .header("Accept", api ? "application/json" : "text/html")
                .header("Content-Type", api ? "application/json" : "application/x-www-form-urlencoded")
                .header("If-Match", "*")
                .method(
                        route.verb(),
                        route.verb().equals("GET")
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(api ? body(route) : "version=1")));
    }

    /** What a route needs to get as far as asking whose thing it is. */
    private static String body(Route route) {
        return route.path().endsWith("/corrections") ? "{\"reason\":\"A wrong word\"}" : "{}";
    }
}
