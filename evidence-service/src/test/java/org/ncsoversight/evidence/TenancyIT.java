package org.ncsoversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Another provider's evidence is, on every route there is, as if it did not exist. */
class TenancyIT extends RunningService {

    /** Routes that show no provider's data: first forms and the submitting itself. */
    private static final Set<String> WITHOUT_PROVIDER_DATA = Set.of(
            "GET /evidence/new",
            "POST /evidence/new",
            "POST /api/evidence/items",
            "POST /api/evidence/drafts",
            "GET /evidence/assessments/new",
            "POST /evidence/assessments/new",
            "POST /api/evidence/assessments",
            "GET /evidence/packs",
            "GET /evidence/packs/import",
            "POST /evidence/packs/import",
            "POST /api/evidence/packs",
            "GET /evidence/webhooks/new",
            "POST /evidence/webhooks/new",
            "POST /api/evidence/webhooks",
            "GET /evidence/campaigns/new",
            "POST /evidence/campaigns/new",
            "POST /api/evidence/campaigns",
            "GET /evidence/improvement/new",
            "POST /evidence/improvement/new",
            "POST /api/evidence/improvement",
            "POST /api/evidence/comments",
            "GET /evidence/assignments/new",
            "POST /evidence/assignments/new",
            "POST /api/evidence/assignments",
            "GET /evidence/reminders",
            "POST /evidence/reminders",
            "GET /api/evidence/reminders",
            "PUT /api/evidence/reminders",
            "POST /evidence/filters",
            "POST /api/evidence/filters",
            "GET /evidence/imports/new",
            "POST /evidence/imports/new",
            "GET /evidence/imports/template.{extension:csv|xlsx}",
            "POST /api/evidence/imports",
            "GET /evidence/bulk",
            "POST /evidence/bulk",
            "GET /evidence/bulk/result",
            "POST /api/evidence/items/bulk");

    private static final Set<String> LISTS = Set.of(
            "GET /evidence",
            "GET /evidence/export.{extension:csv|xlsx}",
            "GET /api/evidence/items/export.{extension:csv|xlsx}",
            "GET /evidence/reviews/export.{extension:csv|xlsx}",
            "GET /evidence/bulk/drafts",
            "GET /evidence/filters",
            "GET /api/evidence/filters",
            "GET /evidence/home",
            "GET /evidence/drafts",
            "GET /evidence/webhooks",
            "GET /api/evidence/webhooks",
            "GET /evidence/reviews",
            "GET /api/evidence/drafts",
            "GET /api/evidence/items",
            "GET /api/evidence/comments",
            "GET /evidence/assignments",
            "GET /evidence/tasks",
            "GET /api/evidence/assignments",
            "GET /evidence/assessments",
            "GET /api/evidence/assessments",
            "GET /evidence/packs/download",
            "GET /api/evidence/packs",
            "GET /evidence/campaigns",
            "GET /api/evidence/campaigns",
            "GET /evidence/improvement",
            "GET /api/evidence/improvement",
            "GET /evidence/drafts/export.{extension:csv|xlsx}",
            "GET /api/evidence/drafts/export.{extension:csv|xlsx}",
            "GET /evidence/assignments/export.{extension:csv|xlsx}",
            "GET /api/evidence/assignments/export.{extension:csv|xlsx}",
            "GET /evidence/assessments/export.{extension:csv|xlsx}",
            "GET /api/evidence/assessments/export.{extension:csv|xlsx}",
            "GET /evidence/campaigns/export.{extension:csv|xlsx}",
            "GET /api/evidence/campaigns/export.{extension:csv|xlsx}",
            "GET /evidence/improvement/export.{extension:csv|xlsx}",
            "GET /api/evidence/improvement/export.{extension:csv|xlsx}");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void no_route_tells_anything_about_another_providers_evidence() throws Exception {
        var item = submit(UUID.randomUUID(), lead(), "secret-file.pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8));
        var id = item.get("evidence").asString();
        var file = item.at("/files/0/file").asString();
        post("/api/evidence/items/" + id + "/draft", lead(), "application/json", "");
        Map<String, String> theirs = Map.of(
                "/webhooks/{id}",
                made("webhooks", "webhook", "{\"address\":\"http://127.0.0.1:9/x\",\"paused\":true}"),
                "/comments/{id}",
                made("comments", "comment", "{\"item\":\"" + id + "\",\"text\":\"secret-comment\"}"),
                "/assignments/{id}",
                made(
                        "assignments",
                        "assignment",
                        "{\"criterion\":\"4.3\",\"assignee\":\"anna\",\"due\":\"2027-12-31\"}"));
        var comment = theirs.get("/comments/{id}");
        var nothing = UUID.randomUUID().toString();

        for (String route : routes()) {
            // Registers and threads have no items; their own tests ask their routes.
            if (WITHOUT_PROVIDER_DATA.contains(route) || route.contains("/registers") || route.contains("/threads")) {
                continue;
            }
            if (LISTS.contains(route)) {
                var list = call(route, id, file);
                assertThat(list.statusCode()).as(route).isEqualTo(200);
                assertThat(list.body())
                        .as(route)
                        .doesNotContain(file, "secret-file.pdf", "secret-comment")
                        .doesNotContain(theirs.values());
                // A list that was asked with an id may say it back.
                assertThat(list.body().replace("item=" + id, "")).as(route).doesNotContain(id);
                continue;
            }
            assertThat(route).as("a route this test can ask").contains("{id}");
            var inner = route.contains("{comment}") ? comment : file;
            String asked = theirs.entrySet().stream()
                    .filter(one -> route.contains(one.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(id);
            var another = call(route, asked, inner);
            var nobodys = call(route, nothing, inner);
            assertThat(another.statusCode()).as(route).isEqualTo(404);
            assertThat(another.body().replace(asked, "-"))
                    .as(route)
                    .isEqualTo(nobodys.body().replace(nothing, "-"));
        }
    }

    private String made(String kind, String name, String json) throws Exception {
        var answered = post("/api/evidence/" + kind, lead(), "application/json", json);
        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(201);
        return JSON.readTree(answered.body()).get(name).asString();
    }

    @Test
    void a_filter_does_not_reach_another_provider() throws Exception {
        submit(UUID.randomUUID(), lead(), "a.pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8));

        assertThat(JSON.readTree(get("/api/evidence/items?provider=99000001", otherLead(), "application/json")
                                .body())
                        .get("items"))
                .isEmpty();
    }

    @Test
    void roles_without_a_capability_are_refused_everywhere() throws Exception {
        for (String route : routes()) {
            for (String role : new String[] {"analyst", "administrator"}) {
                var response = send(
                        route,
                        Tokens.of(role),
                        UUID.randomUUID().toString(),
                        UUID.randomUUID().toString());
                assertThat(response.statusCode()).as(role + " " + route).isEqualTo(403);
            }
        }
    }

    private Set<String> routes() {
        var routes = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().getName().startsWith("org.ncsoversight")) {
                for (RequestMethod verb : mapping.getMethodsCondition().getMethods()) {
                    mapping.getPatternValues().forEach(path -> routes.add(verb + " " + path));
                }
            }
        });
        assertThat(routes).hasSizeGreaterThan(10);
        return routes;
    }

    /** As a provider where providers may, else as an assessor who is not assigned. */
    private HttpResponse<String> call(String route, String id, String file) throws Exception {
        boolean forAssessors = route.contains("/review") || route.endsWith("/acceptance") || route.endsWith("/return");
        if (route.contains("/campaigns/{id}") && !route.startsWith("GET /api") && !route.endsWith("/answer")) {
            return send(route, Tokens.of("contract-manager"), id, file); // CampaignsIT asks as a provider.
        }
        return send(route, forAssessors ? Tokens.ofAssessor("99000002") : otherLead(), id, file);
    }

    private HttpResponse<String> send(String route, String token, String id, String file) throws Exception {
        var parts = route.split(" ", 2);
        var path = (parts[1].equals("/api/evidence/comments") ? parts[1] + "?item=" + id : parts[1])
                .replace("{id}", id)
                .replace("{file}", file)
                .replace("{comment}", file)
                .replace("{register}", "advisers")
                .replace("{row}", id)
                .replace("{thread}", id)
                .replace("{evidence}", id)
                .replace("{extension:csv|xlsx}", "csv")
                .replace("{section}", "4.3")
                .replace("{deed:edit|extend|close}", "extend")
                .replaceAll("\\{move:([a-z]+).*?}", "$1")
                .replaceAll("\\{switch:([a-z]+).*?}", "$1")
                .replace("{delivery}", id)
                .replace("{step}", "voice")
                .replace("{number}", "1");
        boolean api = path.startsWith("/api/");
        var body = api ? "{\"reason\":\"Too old\"}" : "version=1&decision=accept&action=continue";
        var type = api ? "application/json" : "application/x-www-form-urlencoded";
        if (parts[0].equals("POST") && parts[1].endsWith("/files")) {
            return post(path, token, "multipart/form-data; boundary=x", "--x--\r\n");
        }
        return send(parts[0], path, token, type, body);
    }
}
