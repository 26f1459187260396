package org.ncsoversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import tools.jackson.databind.JsonNode;

/** Another provider's evidence is, on every route there is, as if it did not exist. */
class TenancyIT extends RunningService {

    /** Variables that stand for nothing of a provider. */
    private static final Map<String, String> CONSTANTS = Map.of(
            "register", "advisers",
            "extension", "csv",
            "section", "4.3",
            "step", "voice",
            "number", "1");

    private static final String TYPE = "application/json";
    private static final String NOTHING = "00000000-0000-4000-8000-00000000dead";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void no_route_tells_anything_about_another_provider() throws Exception {
        var item = submit(UUID.randomUUID(), lead(), "secret-file.pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8));
        String id = item.get("evidence").asString();
        String file = item.at("/files/0/file").asString();
        post("/api/evidence/items/" + id + "/draft", lead(), TYPE, "");
        var made = things(id);
        var asking = new Asking(
                List.of(otherLead(), Tokens.ofAssessor("99000002")),
                CONSTANTS,
                Subject.of("provider", "99000001", "99000099"),
                Set.of("secret-", "Northmoor", file, id));

        new TenancyOfRoutes(routes(), asking, this::ask).ask(route -> subject(route, made, id, file));
    }

    /** One of each kind, by the beginning of its routes without /api. */
    private Map<String, String> things(String item) throws Exception {
        String due = LocalDate.now(ZoneOffset.UTC).plusMonths(1).toString();
        var made = new LinkedHashMap<String, String>();
        made.put("/evidence/webhooks/", made("webhooks", "webhook", """
            {"address":"http://127.0.0.1:9/secret-hook","paused":true}\
            """));
        made.put("/evidence/comments/", made("comments", "comment", """
            {"item":"%s","text":"secret-comment"}\
            """.formatted(item)));
        made.put("/evidence/assignments/", made("assignments", "assignment", """
            {"criterion":"4.3","assignee":"secret-anna","due":"%s"}\
            """.formatted(due)));
        made.put("/evidence/improvement/", made("improvement", "action", """
            {"title":"secret-action","difference":"Better","criteria":["4.3"],"owner":"","due":"%s",
             "sources":[{"kind":"gap","criterion":"4.3","voice":"client"}]}\
            """.formatted(due)));
        made.put("/evidence/assessments/", made("assessments", "assessment", """
            {"periodFrom":"2026-01-01","periodTo":"2026-12-31"}\
            """));
        made.put("/evidence/threads/", made("threads", "thread", """
            {"name":"secret-thread","criteria":["4.3","1.7"]}\
            """));
        made.put("/evidence/filters/", made("filters", "filter", """
            {"name":"secret-filter","query":"text=x"}\
            """));
        made.put("/evidence/registers/", made("registers/advisers/rows", "row", """
            {"cells":{"reference":"secret-%s","role":"Adviser","held":4}}\
            """.formatted(UUID.randomUUID())));
        made.put(
                "/evidence/registers/{register}/imports/",
                idOf(
                        post(
                                "/api/evidence/registers/advisers/imports",
                                lead(),
                                "text/csv",
                                "reference,role,held\nsecret-%s,Adviser,4\n"
                                        .formatted(UUID.randomUUID())
                                        .getBytes(StandardCharsets.UTF_8)),
                        "id"));
        made.put(
                "/evidence/imports/",
                idOf(
                        multipart(
                                "/api/evidence/imports",
                                lead(),
                                Map.of("mode", "good-rows", "as", "drafts"),
                                Map.of(
                                        "table",
                                        "title,statement,voice,criteria,period_from,period_to,review_date\nsecret-row,,,,,,\n"
                                                .getBytes(StandardCharsets.UTF_8))),
                        "id"));
        made.put("/evidence/packs/imports/", made.get("/evidence/imports/"));
        made.put(
                "/evidence/campaigns/",
                idOf(
                        post("/api/evidence/campaigns", Tokens.of("contract-manager"), TYPE, """
                            {"title":"secret-campaign","request":"Send","criteria":["4.3"],"due":"%s","providers":["99000001"]}\
                            """.formatted(due)),
                        "campaign"));
        return made;
    }

    private String made(String kind, String name, String json) throws Exception {
        return idOf(post("/api/evidence/" + kind, lead(), TYPE, json), name);
    }

    private static String idOf(HttpResponse<String> answered, String name) {
        assertThat(answered.statusCode()).as(answered.body()).isIn(200, 201);
        JsonNode id = JSON.readTree(answered.body()).path(name);
        assertThat(id.isString()).as(name + " of " + answered.body()).isTrue();
        return id.asString();
    }

    /** The longest beginning that fits tells the kind; everything else with an id is about the item itself. */
    private static Optional<Subject> subject(Route route, Map<String, String> made, String item, String file) {
        String path = route.path().replaceFirst("^/api", "");
        String thing = made.keySet().stream()
                .filter(path::startsWith)
                .max((one, other) -> one.length() - other.length())
                .map(made::get)
                .orElse(item);
        boolean ofAnItem = path.matches("/evidence/((items|drafts)/)?\\{id}.*");
        if (thing.equals(item) && !ofAnItem) {
            return Optional.empty();
        }
        return Optional.of(new Subject(ids(thing, item), ids(NOTHING, NOTHING)).and("file", file));
    }

    private static Map<String, String> ids(String thing, String item) {
        return Map.of(
                "id", thing, "row", thing, "thread", thing, "evidence", item, "comment", thing, "delivery", thing);
    }

    private HttpResponse<String> ask(Route route, String path, String token) throws Exception {
        boolean api = path.startsWith("/api/");
        if (route.verb().equals("POST") && path.endsWith("/files")) {
            return multipart(path, token, Map.of(), Map.of("files", new byte[] {1}));
        }
        return send(
                route.verb(),
                path,
                token,
                api ? TYPE : "application/x-www-form-urlencoded",
                api ? body(route) : "version=1&decision=accept&action=continue");
    }

    /** What a route needs to get as far as asking whose thing it is. */
    private static String body(Route route) {
        return route.path().matches(".*/(return|withdrawal)") ? "{\"reason\":\"Too old\"}" : "{}";
    }

    private Set<Route> routes() {
        return TenancyOfRoutes.routesOf(mappings, "org.ncsoversight.evidence");
    }

    @Test
    void a_filter_does_not_reach_another_provider() throws Exception {
        submit(UUID.randomUUID(), lead(), "a.pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8));

        assertThat(JSON.readTree(get("/api/evidence/items?provider=99000001", otherLead(), TYPE)
                                .body())
                        .get("items"))
                .isEmpty();
    }

    @Test
    void roles_without_a_capability_are_refused_everywhere() throws Exception {
        Map<String, String> anything = ids(NOTHING, NOTHING);
        for (Route route : routes()) {
            for (String role : new String[] {"analyst", "administrator"}) {
                var values = new LinkedHashMap<>(CONSTANTS);
                values.putAll(anything);
                values.put("file", NOTHING);
                assertThat(ask(route, route.with(values), Tokens.of(role)).statusCode())
                        .as(role + " " + route)
                        .isEqualTo(403);
            }
        }
    }
}
