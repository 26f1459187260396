package org.ncsoversight.apidocs.generating;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.ncsoversight.apidocs.ApiDocument;
import org.ncsoversight.apidocs.ApiFacts;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One service's document as its code says it, in an order that only a change of the code changes. */
final class GeneratedDocument {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final OpenApiWebMvcResource springdoc;
    private final List<Route> routes;
    private final Roles roles;
    private final ApiFacts facts;
    private final SchemaNames names;

    GeneratedDocument(
            OpenApiWebMvcResource springdoc, List<Route> routes, Roles roles, ApiFacts facts, SchemaNames names) {
        this.springdoc = springdoc;
        this.routes = routes;
        this.roles = roles;
        this.facts = facts;
        this.names = names;
    }

    /** Fails with every operation that does not say enough. */
    String text() {
        ObjectNode document = read();
        ObjectNode schemas = document.withObjectProperty("components").withObjectProperty("schemas");
        names.records().forEach((name, type) -> {
            if (schemas.get(name) instanceof ObjectNode schema) {
                RecordSchema.complete(schema, type);
            }
        });
        var words = new Words();
        schemas.forEach(words::describeProperties);
        var problems = new Problems(facts);
        var operations = new Operations(facts, roles, problems, words);
        routes.forEach(route -> {
            if (document.path("paths").path(route.path()).path(route.verb()) instanceof ObjectNode operation) {
                operations.write(route, operation);
            }
        });
        problems.addTo(document);
        new Examples(schemas).addTo(document);
        frame(document);
        dropUnused(schemas, document);
        var gaps = new ArrayList<>(operations.gaps());
        gaps.addAll(new Gaps(document).all());
        if (!gaps.isEmpty()) {
            throw new AssertionError(gaps.size() + " things are not said:\n" + String.join("\n", gaps));
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(Sorted.of(document)) + "\n";
    }

    private ObjectNode read() {
        var request = new MockHttpServletRequest("GET", ApiDocument.PATH);
        try {
            return (ObjectNode) JSON.readTree(springdoc.openapiJson(request, ApiDocument.PATH, Locale.UK));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("springdoc cannot write what it read", e);
        }
    }

    private void frame(ObjectNode document) {
        document.putObject("info")
                .put("title", facts.title())
                .put("version", "v1")
                .put("description", facts.description());
        document.remove("tags");
        document.putArray("servers").addObject().put("url", "/").put("description", "The gateway.");
        var security = document.putArray("security");
        security.addObject().putArray("token");
        ObjectNode token = document.withObjectProperty("components")
                .withObjectProperty("securitySchemes")
                .putObject("token");
        token.put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put(
                        "description",
                        "An access token of the realm: of a person who signed in, or of a machine account by client"
                                + " credentials at the realm's token endpoint. The page /api of the gateway says how.");
    }

    private static void dropUnused(ObjectNode schemas, ObjectNode document) {
        var unused = new TreeSet<String>();
        do {
            unused.clear();
            String text = document.toString();
            schemas.propertyNames().stream()
                    .filter(name -> !text.contains("\"#/components/schemas/" + name + "\""))
                    .forEach(unused::add);
            unused.forEach(schemas::remove);
        } while (!unused.isEmpty());
    }

    /** The same with every object's properties in alphabetical order. */
    private static final class Sorted {

        static JsonNode of(JsonNode node) {
            return switch (node) {
                case ObjectNode object -> {
                    ObjectNode sorted = JSON.createObjectNode();
                    new TreeSet<>(object.propertyNames()).forEach(name -> sorted.set(name, of(object.get(name))));
                    yield sorted;
                }
                case ArrayNode array -> {
                    var sorted = JSON.createArrayNode();
                    array.forEach(item -> sorted.add(of(item)));
                    yield sorted;
                }
                default -> node;
            };
        }
    }
}
