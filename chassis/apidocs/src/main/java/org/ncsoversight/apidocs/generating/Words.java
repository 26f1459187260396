package org.ncsoversight.apidocs.generating;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a field means wherever its name stands, unless its own annotation says otherwise: {@code words.json}. */
final class Words {

    private static final String TEXT = "string";

    private final JsonNode words;

    Words() {
        try (InputStream bytes = Words.class.getResourceAsStream("words.json")) {
            words = JsonMapper.shared().readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void describeProperties(JsonNode schema) {
        schema.path("properties").properties().forEach(property -> describe(property, property.getValue()));
    }

    void describeParameter(ObjectNode parameter) {
        String name = parameter.path("name").asString();
        if (words.path(name).has("description") && !parameter.has("description")) {
            parameter.set("description", words.path(name).get("description"));
        }
        if (parameter.get("schema") instanceof ObjectNode schema) {
            describe(Map.entry(name, schema), schema);
            schema.remove("description");
            if (schema.has("example") && !parameter.has("example")) {
                parameter.set("example", schema.remove("example"));
            }
        }
    }

    private void describe(Map.Entry<String, ? extends JsonNode> named, JsonNode value) {
        if (!(value instanceof ObjectNode field)) {
            return;
        }
        JsonNode word = words.path(named.getKey());
        boolean isText = field.path("type").asString("").equals(TEXT)
                || field.path("type").path(0).asString("").equals(TEXT);
        boolean hasChoices = field.has("enum");
        word.properties().forEach(said -> {
            boolean fits = switch (said.getKey()) {
                case "pattern", "enum" -> isText && !hasChoices;
                case "example" -> isText == said.getValue().isString() && !hasChoices;
                default -> true;
            };
            if (fits && !field.has(said.getKey())) {
                field.set(said.getKey(), said.getValue());
            }
        });
    }
}
