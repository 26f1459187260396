package org.ncsoversight.apidocs.generating;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whole examples, put together from those of the properties. */
record Examples(ObjectNode schemas) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 8;

    /** Where a body or an answer in JSON has no example of its own. */
    void addTo(ObjectNode document) {
        document.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    addToContent(operation.path("requestBody").path("content"));
                    operation.path("responses").forEach(response -> addToContent(response.path("content")));
                }));
    }

    private void addToContent(JsonNode content) {
        if (content.get("application/json") instanceof ObjectNode media && !media.has("example")) {
            JsonNode example = of(media.path("schema"), 0);
            if (example != null) {
                media.set("example", example);
            }
        }
    }

    private @Nullable JsonNode of(JsonNode schema, int depth) {
        if (depth > DEEPEST) {
            return null;
        }
        if (schema.has("example")) {
            return schema.get("example");
        }
        if (schema.has("$ref")) {
            String reference = schema.path("$ref").asString();
            return of(schemas.path(reference.substring(reference.lastIndexOf('/') + 1)), depth + 1);
        }
        if (schema.has("anyOf")) {
            return of(schema.path("anyOf").path(0), depth + 1);
        }
        if (schema.has("properties")) {
            return object(schema, depth);
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        String type = schema.path("type").isArray()
                ? schema.path("type").path(0).asString()
                : schema.path("type").asString("");
        return switch (type) {
            case "object" -> NODES.objectNode();
            case "array" -> array(schema, depth);
            case "boolean" -> NODES.booleanNode(false);
            case "integer", "number" -> NODES.numberNode(schema.path("minimum").asInt(1));
            case "string" -> text(schema.path("format").asString(""));
            default -> null;
        };
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode whole = NODES.objectNode();
        schema.path("properties").properties().forEach(property -> {
            JsonNode part = of(property.getValue(), depth + 1);
            if (part != null) {
                whole.set(property.getKey(), part);
            }
        });
        return whole;
    }

    private JsonNode array(JsonNode schema, int depth) {
        ArrayNode all = NODES.arrayNode();
        JsonNode one = of(schema.path("items"), depth + 1);
        if (one != null) {
            all.add(one);
        }
        return all;
    }

    /** What a format looks like; a text without one is told by its own example or not at all. */
    private static @Nullable JsonNode text(String format) {
        return switch (format) {
            case "date" -> NODES.stringNode("2026-10-31");
            case "date-time" -> NODES.stringNode("2026-10-31T09:30:00Z");
            case "uuid" -> NODES.stringNode("6f2b1c1e-1d2a-4a5b-9c3d-0e4f5a6b7c8d");
            default -> null;
        };
    }
}
