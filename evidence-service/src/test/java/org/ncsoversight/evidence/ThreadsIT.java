package org.ncsoversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Golden threads as a provider keeps them and others look at them. */
class ThreadsIT extends RunningService {

    private static final String JSON_TYPE = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String THREADS = "/api/evidence/threads";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void a_thread_is_broken_until_an_accepted_item_hangs_on_each_of_its_criteria() throws Exception {
        var id = create("{\"name\":\"Feedback changes us\",\"template\":\"feedback\"}");
        var item = submit(UUID.randomUUID(), lead(), "survey.pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8))
                .get("evidence")
                .asString();

        var hung = call("PUT", THREADS + "/" + id + "/evidence/" + item, lead(), "");
        var again = call("PUT", THREADS + "/" + id + "/evidence/" + item, lead(), "");
        assertThat(JSON.readTree(hung.body()).get("brokenAt").toString()).isEqualTo("[\"4.3\",\"1.7\"]");
        assertThat(JSON.readTree(again.body()).get("version"))
                .isEqualTo(JSON.readTree(hung.body()).get("version"));
        assertThat(hung.body()).contains("\"hold\":\"waiting\"");

        decide(item, "acceptance", assessor(), "{}");
        assertThat(thread(id).get("whole").asBoolean()).isTrue();
        assertThat(get("/evidence/threads/" + id, lead(), "text/html").body())
                .contains("Whole", "<svg", "Holds", "Take off", "Close this thread");
        assertThat(get("/evidence/" + item, lead(), "text/html").body())
                .contains("Golden threads", "Feedback changes us");

        var events = EvidenceServiceIT.events("ncs.evidence.v1", id, 2).stream()
                .map(event -> JSON.readTree(event.value()))
                .toList();
        assertThat(events.getLast().get("evidence").toString()).isEqualTo("[\"" + item + "\"]");
        assertThat(events.toString()).doesNotContain("Feedback changes us");
    }

    @Test
    void a_thread_is_created_by_form_from_an_aim_renamed_closed_and_reopened() throws Exception {
        var aim = UUID.randomUUID();
        var name = "More in work " + aim;
        post(
                "/api/evidence/registers/aims/rows",
                lead(),
                JSON_TYPE,
                ("{\"row\":\"%s\",\"cells\":{\"aim\":\"%s\",\"measure\":\"m\",\"unit\":\"percent\",\"better\":\"higher\","
                    + "\"target\":60,\"from\":\"2026-04-01\",\"to\":\"2027-03-31\"}}")
                        .formatted(aim, name));
        assertThat(get("/evidence/threads", lead(), "text/html").body())
                .contains("Aims that no thread follows", name, "/evidence/threads/new?aim=" + aim);

        var form = get("/evidence/threads/new?aim=" + aim, lead(), "text/html").body();
        var empty = post("/evidence/threads/new", lead(), FORM, "name=&template=own&criteria=4.3");
        var id = UUID.randomUUID().toString();
        var typed = "thread=" + id + "&name=Work&aim=" + aim + "&template=own&criteria=4.3&criteria=1.7";
        var created = post("/evidence/threads/new", lead(), FORM, typed);

        assertThat(form).contains("value=\"" + name + "\"", "Plan, do, review: 1.1, 3.2, 4.1");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("href=\"#name\"", "at least two criteria");
        assertThat(created.headers().firstValue("Location")).contains("/evidence/threads/" + id);
        assertThat(post("/evidence/threads/new", lead(), FORM, typed).statusCode())
                .isEqualTo(303);
        assertThat(get("/evidence/threads", lead(), "text/html").body()).doesNotContain("new?aim=" + aim);
        var path = "/evidence/threads/" + id;
        assertThat(get(path + "/edit", lead(), "text/html").body()).contains("value=\"Work\"");
        assertThat(post(path + "/edit", lead(), FORM, "version=1&name=Jobs&aim=")
                        .statusCode())
                .isEqualTo(303);
        assertThat(post(path + "/edit", lead(), FORM, "version=1&name=Other&aim=")
                        .statusCode())
                .isEqualTo(409);
        assertThat(get("/evidence/threads", lead(), "text/html").body()).contains("Threads without an aim");
        assertThat(post(path + "/closure", lead(), FORM, "version=2").statusCode())
                .isEqualTo(303);
        assertThat(get("/evidence/threads?standing=closed", lead(), "text/html").body())
                .contains("Jobs");
        assertThat(post(path + "/reopening", lead(), FORM, "version=3").statusCode())
                .isEqualTo(303);
        assertThat(get("/evidence/threads/export.csv?standing=broken", lead(), "text/csv")
                        .body())
                .contains("Jobs", "State,Broken");
    }

    @Test
    void overseers_see_every_thread_page_by_page_and_in_the_file() throws Exception {
        var created = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            var answer = post(
                    THREADS,
                    Tokens.ofProvider("provider-lead", "99000071"),
                    JSON_TYPE,
                    "{\"name\":\"Many %d\",\"criteria\":[\"4.3\",\"1.7\"]}".formatted(i));
            created.add(JSON.readTree(answer.body()).get("thread").asString());
        }
        var manager = Tokens.of("contract-manager");
        var seen = new ArrayList<String>();
        var page = JSON.readTree(
                get(THREADS + "?standing=broken", manager, JSON_TYPE).body());
        page.get("items").forEach(thread -> seen.add(thread.get("thread").asString()));
        while (page.hasNonNull("next")) {
            var next = THREADS + "?standing=broken&after=" + page.get("next").asString();
            page = JSON.readTree(get(next, manager, JSON_TYPE).body());
            page.get("items").forEach(thread -> seen.add(thread.get("thread").asString()));
        }

        assertThat(seen).doesNotHaveDuplicates().containsAll(created);
        assertThat(get("/evidence/threads", manager, "text/html").body())
                .contains("By provider", "/evidence/threads?standing=&amp;after=");
        assertThat(get("/evidence/threads/export.csv", manager, "text/csv")
                        .body()
                        .lines())
                .filteredOn(line -> line.startsWith("Many "))
                .hasSize(60);
        assertThat(get("/evidence/threads?provider=99000071", manager, "text/html")
                        .body())
                .contains("Many 59", "Broken ones first")
                .doesNotContain("after=");
    }

    @Test
    void what_is_wrong_is_named_and_a_stale_change_is_refused() throws Exception {
        var id = create("{\"name\":\"N\",\"criteria\":[\"4.3\",\"1.7\"]}");

        var bad = post(THREADS, lead(), JSON_TYPE, "{\"template\":\"no-such\",\"aim\":\"x\"}");
        assertThat(JSON.readTree(bad.body()).get("errors").findValuesAsString("code"))
                .containsExactlyInAnyOrder("name-missing", "aim-unknown", "template-unknown");
        assertThat(call(
                                "PUT",
                                THREADS + "/" + id,
                                lead(),
                                "{\"name\":\"M\"}",
                                "Content-Type",
                                JSON_TYPE,
                                "If-Match",
                                "\"7\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(call("POST", THREADS + "/" + id + "/closure", lead(), "", "If-Match", "\"1\"")
                        .body())
                .contains("\"open\":false");
    }

    @Test
    void another_providers_thread_is_on_every_route_as_if_it_did_not_exist() throws Exception {
        var id = create("{\"name\":\"Secret aim\",\"criteria\":[\"4.3\",\"1.7\"]}");
        var item = submit(UUID.randomUUID(), otherLead(), "a.pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8))
                .get("evidence")
                .asString();
        var nothing = UUID.randomUUID().toString();

        for (String route : routes()) {
            var theirs = send(route, id, item);
            var nobodys = send(route, nothing, item);
            assertThat(theirs.replace(id, "-"))
                    .as(route)
                    .isEqualTo(nobodys.replace(nothing, "-"))
                    .doesNotContain("Secret aim");
            if (route.contains("{thread}") || route.endsWith("hanging")) {
                assertThat(theirs).as(route).startsWith("404");
            }
        }
        assertThat(get("/evidence/threads/" + id, Tokens.ofAssessor("99000001"), "text/html")
                        .body())
                .contains("Secret aim");
        assertThat(get("/evidence/threads/" + id, Tokens.ofAssessor("99000002"), "text/html")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/evidence/threads?provider=99000001", Tokens.of("contract-manager"), "text/html")
                        .body())
                .contains("Secret aim");
        assertThat(post("/evidence/threads/hanging", assessor(), FORM, "").statusCode())
                .isEqualTo(403);
    }

    private Set<String> routes() {
        var routes = new TreeSet<String>();
        mappings.getHandlerMethods()
                .forEach((mapping, method) -> mapping.getPatternValues().stream()
                        .filter(path ->
                                path.contains("/threads") && !path.endsWith("/new") && !path.contains("{extension"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> routes.add(verb + " " + path))));
        routes.remove("POST " + THREADS);
        assertThat(routes).hasSizeGreaterThan(10);
        return routes;
    }

    private String send(String route, String thread, String item) throws Exception {
        var parts = route.split(" ", 2);
        var path = parts[1].replace("{thread}", thread).replace("{evidence}", item) + "?provider=99000001";
        boolean api = path.startsWith("/api/");
        var response = switch (parts[0]) {
            case "GET" -> get(path, otherLead(), api ? JSON_TYPE : "text/html");
            case "POST" ->
                post(
                        path,
                        otherLead(),
                        api ? JSON_TYPE : FORM,
                        api ? "" : "version=1&name=N&thread=" + thread + "&evidence=" + item);
            default -> call(parts[0], path, otherLead(), "{\"name\":\"N\"}", "Content-Type", JSON_TYPE);
        };
        return response.statusCode() + response.body();
    }

    private String create(String json) throws Exception {
        var response = post(THREADS, lead(), JSON_TYPE, json);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return JSON.readTree(response.body()).get("thread").asString();
    }

    private JsonNode thread(String id) throws Exception {
        return JSON.readTree(get(THREADS + "/" + id, lead(), JSON_TYPE).body());
    }
}
