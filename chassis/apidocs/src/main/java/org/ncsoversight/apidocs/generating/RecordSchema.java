package org.ncsoversight.apidocs.generating;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a record says of its components: those that are not nullable are always there. */
final class RecordSchema {

    private RecordSchema() {}

    static void complete(ObjectNode schema, Class<?> type) {
        var required = new TreeSet<String>();
        if (schema.get("required") instanceof ArrayNode known) {
            known.forEach(name -> required.add(name.asString()));
        }
        for (RecordComponent component : type.getRecordComponents()) {
            String name = nameOf(component);
            if (!(schema.path("properties").get(name) instanceof ObjectNode property)) {
                continue;
            }
            if (isAbsentAtTimes(component)) {
                continue;
            }
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(name);
            } else if (!required.contains(name)) {
                orNull(property);
            }
        }
        schema.remove("required");
        if (!required.isEmpty()) {
            required.forEach(schema.putArray("required")::add);
        }
    }

    private static boolean isAbsentAtTimes(RecordComponent component) {
        Schema said = component.getAccessor().getAnnotation(Schema.class);
        return said != null && said.requiredMode() == Schema.RequiredMode.NOT_REQUIRED;
    }

    private static String nameOf(RecordComponent component) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
    }

    private static void orNull(ObjectNode property) {
        if (property.has("$ref")) {
            var either = property.putArray("anyOf");
            either.addObject().set("$ref", property.remove("$ref"));
            either.addObject().put("type", "null");
        } else if (property.path("type").isString()) {
            String type = property.path("type").asString();
            property.putArray("type").add(type).add("null");
            if (property.get("enum") instanceof ArrayNode values) {
                values.addNull();
            }
        }
    }
}
