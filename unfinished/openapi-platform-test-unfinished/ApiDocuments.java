package org.ncsoversight.deploy.whole;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the document of one API promises, and whether an answer keeps it. */
record ApiDocuments(JsonNode document) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> ORDER = List.of("put", "post", "get", "patch", "delete");

    /** One verb at one path. */
    record Operation(String verb, String path, JsonNode said) {

        /** Who may, the first of those that tests have accounts of. */
        String role() {
            var roles = new ArrayList<String>();
            said.path("x-roles").forEach(role -> roles.add(role.asString()));
            return List.of("contract-manager", "administrator", "provider-system", "assessor", "analyst").stream()
                    .filter(roles::contains)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(this + " is for nobody"));
        }

        /** The media type and the example of the first body that is told in full. */
        Optional<Map.Entry<String, String>> body() {
            return said.path("requestBody").path("content").properties().stream()
                    .filter(media -> media.getValue().has("example"))
                    .map(media -> Map.entry(media.getKey(), text(media.getValue().path("example"))))
                    .findFirst();
        }

        /** The path with what is known of its variables, and each query parameter that must be there. */
        String filled(Map<String, String> known) {
            var path = new StringBuilder(this.path);
            var query = new StringBuilder();
            for (JsonNode parameter : said.path("parameters")) {
                String name = parameter.path("name").asString();
                String example = known.getOrDefault(name, parameter.path("example").asString(""));
                String place = parameter.path("in").asString();
                int at = path.indexOf("{" + name + "}");
                if (place.equals("path") && at >= 0) {
                    path.replace(at, at + name.length() + 2, example);
                } else if (place.equals("query") && known.containsKey(name)) {
                    query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(example);
                }
            }
            return path.append(query).toString();
        }

        private static String text(JsonNode example) {
            return example.isString() ? example.asString() : example.toString();
        }

        @Override
        public String toString() {
            return verb.toUpperCase(java.util.Locale.ROOT) + " " + path;
        }
    }

    static ApiDocuments of(String json) {
        return new ApiDocuments(JSON.readTree(json));
    }

    /** What makes things comes before what asks for them, and shorter paths before longer ones. */
    List<Operation> operations() {
        var all = new ArrayList<Operation>();
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(verb -> all.add(new Operation(verb.getKey(), path.getKey(), verb.getValue()))));
        all.sort(Comparator.comparing((Operation one) -> ORDER.indexOf(one.verb()))
                .thenComparing(one -> one.path().length())
                .thenComparing(Operation::path));
        return all;
    }

    /** What the document does not promise of this answer; empty when all of it is as said. */
    Optional<String> fault(Operation operation, HttpResponse<String> answer) {
        JsonNode response = resolved(operation.said().path("responses").path(String.valueOf(answer.statusCode())));
        if (response.isMissingNode()) {
            return Optional.of("status %d is not documented: %s".formatted(answer.statusCode(), answer.body()));
        }
        JsonNode content = response.path("content");
        String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0].strip();
        if (content.isEmpty() && answer.body().isEmpty()) {
            return Optional.empty();
        }
        if (!content.has(type)) {
            return Optional.of("%d has type “%s”, which is not documented".formatted(answer.statusCode(), type));
        }
        return type.endsWith("json") ? faultIn(content.path(type).path("schema"), answer) : Optional.empty();
    }

    private Optional<String> faultIn(JsonNode schema, HttpResponse<String> answer) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("components", document.path("components"));
        whole.putArray("allOf").add(schema);
        var faults = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON)
                .validate(answer.body(), InputFormat.JSON);
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of("%d %s: %s".formatted(answer.statusCode(), faults, answer.body()));
    }

    private JsonNode resolved(JsonNode response) {
        String reference = response.path("$ref").asString("");
        return reference.isEmpty() ? response : document.at(reference.substring(1));
    }

    /** What an address tells of the variables in a path, such as {@code {id}}; empty when it is another path. */
    static Map<String, String> variables(String template, String address) {
        String[] steps = template.split("/");
        String[] values = address.split("/");
        var variables = new TreeMap<String, String>();
        if (steps.length != values.length) {
            return Map.of();
        }
        for (int i = 0; i < steps.length; i++) {
            if (steps[i].startsWith("{") && steps[i].endsWith("}")) {
                variables.put(steps[i].substring(1, steps[i].length() - 1), values[i]);
            } else if (!steps[i].equals(values[i])) {
                return Map.of();
            }
        }
        return variables;
    }
}
