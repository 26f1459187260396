package org.ncsoversight.apidocs.generating;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ncsoversight.apidocs.ApiFacts;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Refusals as RFC 9457 problems, with the codes of each. */
final class Problems {

    /** What the gateway says before a service is asked. */
    private static final Map<Integer, List<String>> OF_THE_GATEWAY = Map.of(
            400, List.of("bad-request"),
            401, List.of("signed-out", "invalid-token"),
            403, List.of("forbidden", "cross-site"),
            404, List.of("not-found"),
            408, List.of("too-slow"),
            413, List.of("too-large"),
            429, List.of("too-many-requests"),
            503, List.of("part-away", "sign-in-away"));

    private static final List<Integer> ONLY_WITH_A_BODY = List.of(408, 413, 415);
    private static final List<Integer> TO_BE_TRIED_AGAIN = List.of(429, 503);

    private final Map<Integer, Collection<String>> everywhere = new TreeMap<>();

    Problems(ApiFacts facts) {
        List.of(OF_THE_GATEWAY, facts.everywhere())
                .forEach(some -> some.forEach((status, codes) ->
                        everywhere.computeIfAbsent(status, _ -> new TreeSet<>()).addAll(codes)));
    }

    /** Adds all that an operation can answer, its own among them. */
    void addTo(ObjectNode responses, Map<Integer, ? extends Collection<String>> own, boolean hasBody) {
        everywhere.keySet().stream()
                .filter(status -> hasBody || !ONLY_WITH_A_BODY.contains(status))
                .filter(status -> !own.containsKey(status))
                .forEach(status -> responses
                        .putObject(String.valueOf(status))
                        .put("$ref", "#/components/responses/" + nameOf(status)));
        own.forEach((status, codes) -> {
            var all = new TreeSet<String>(codes);
            all.addAll(everywhere.getOrDefault(status, List.of()));
            responses.set(String.valueOf(status), response(status, all));
        });
    }

    void addTo(ObjectNode document) {
        ObjectNode components = document.withObjectProperty("components");
        ObjectNode responses = components.withObjectProperty("responses");
        everywhere.forEach((status, codes) -> responses.set(nameOf(status), response(status, codes)));
        components
                .withObjectProperty("schemas")
                .set("Problem", JsonMapper.shared().readTree("""
                    {"type": "object",
                     "description": "Why something was not done (RFC 9457).",
                     "required": ["type", "title", "status"],
                     "properties": {
                       "type": {"type": "string", "format": "uri-reference", "description": "/problems/ and a stable code."},
                       "title": {"type": "string", "description": "The status in words."},
                       "status": {"type": "integer", "minimum": 400, "maximum": 599, "description": "The status of HTTP."},
                       "detail": {"type": "string", "description": "One sentence for people."},
                       "instance": {"type": "string", "format": "uri-reference", "description": "The address asked for."},
                       "errors": {"type": "array", "description": "One entry for each field that is wrong.", "items": {
                         "type": "object", "required": ["field", "code", "message"], "properties": {
                           "field": {"type": "string", "description": "Its path, such as sections[0].score."},
                           "code": {"type": "string", "description": "Stable, for programs."},
                           "message": {"type": "string", "description": "For people."}}}}}}
                    """));
    }

    private static ObjectNode response(int status, Collection<String> codes) {
        ObjectNode response = JsonMapper.shared().createObjectNode();
        response.put("description", titleOf(status) + ": `" + String.join("`, `", codes) + "`.");
        if (TO_BE_TRIED_AGAIN.contains(status)) {
            response.putObject("headers")
                    .putObject("Retry-After")
                    .put("description", "After how many seconds to try again.")
                    .putObject("schema")
                    .put("type", "integer");
        }
        ObjectNode media = response.putObject("content").putObject("application/problem+json");
        var both = media.putObject("schema").putArray("allOf");
        both.addObject().put("$ref", "#/components/schemas/Problem");
        var types = both.addObject().putObject("properties").putObject("type").putArray("enum");
        codes.forEach(code -> types.add("/problems/" + code));
        media.putObject("example")
                .put("type", types.path(0).asString())
                .put("title", titleOf(status))
                .put("status", status);
        return response;
    }

    private static String titleOf(int status) {
        return HttpStatus.valueOf(status).getReasonPhrase();
    }

    private static String nameOf(int status) {
        return titleOf(status).replace(" ", "");
    }
}
