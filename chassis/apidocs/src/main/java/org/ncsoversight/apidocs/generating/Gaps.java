package org.ncsoversight.apidocs.generating;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a reader of the document would have to guess. */
record Gaps(JsonNode document) {

    List<String> all() {
        var gaps = new ArrayList<String>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation ->
                                gaps.addAll(of(operation.getKey() + " " + path.getKey(), operation.getValue()))));
        document.path("components")
                .path("schemas")
                .properties()
                .forEach(schema -> gaps.addAll(ofSchema(schema.getKey(), schema.getValue())));
        return gaps;
    }

    private static List<String> of(String route, JsonNode operation) {
        var gaps = new ArrayList<String>();
        if (operation.path("summary").asString("").isEmpty()) {
            gaps.add(route + ": no summary");
        }
        if (operation.path("responses").properties().stream()
                .noneMatch(response -> response.getKey().startsWith("2"))) {
            gaps.add(route + ": no answer");
        }
        operation.path("parameters").forEach(parameter -> {
            if (!parameter.has("description")) {
                gaps.add(route + ": parameter " + parameter.path("name").asString() + " has no description");
            }
            if (parameter.path("in").asString("").equals("path") && !parameter.has("example")) {
                gaps.add(route + ": parameter " + parameter.path("name").asString() + " has no example");
            }
        });
        operation.path("requestBody").path("content").properties().forEach(media -> {
            boolean isText = media.getKey().contains("json") || media.getKey().startsWith("text/");
            if (isText && !media.getValue().has("example")) {
                gaps.add(route + ": no example of " + media.getKey());
            }
        });
        return gaps;
    }

    private static List<String> ofSchema(String name, JsonNode schema) {
        var gaps = new ArrayList<String>();
        schema.path("properties").properties().forEach(property -> {
            JsonNode said = property.getValue();
            boolean isPlain = !said.has("$ref") && !said.has("items") && !said.has("anyOf");
            if (isPlain && !said.has("description")) {
                gaps.add("%s.%s: no description".formatted(name, property.getKey()));
            }
        });
        return gaps;
    }
}
