package org.ncsoversight.apidocs.generating;

import io.swagger.v3.oas.annotations.Operation;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ncsoversight.apidocs.ApiFacts;
import org.ncsoversight.apidocs.Refuses;
import org.ncsoversight.apidocs.Returns;
import org.ncsoversight.apidocs.Takes;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Says of each operation who may call it, what it takes, what it answers and how it refuses. */
final class Operations {

    private final ApiFacts facts;
    private final Roles roles;
    private final Problems problems;
    private final Words words;
    private final List<String> gaps = new ArrayList<>();

    Operations(ApiFacts facts, Roles roles, Problems problems, Words words) {
        this.facts = facts;
        this.roles = roles;
        this.problems = problems;
        this.words = words;
    }

    List<String> gaps() {
        return gaps;
    }

    void write(Route route, ObjectNode operation) {
        List<HandlerMethod> methods = route.methods();
        operation.put("operationId", operationId(route));
        operation.putArray("tags").add(route.section());
        all(methods, Operation.class).findFirst().ifPresent(said -> operation.put("summary", said.summary()));
        who(route, operation);
        operation.path("parameters").forEach(parameter -> {
            choose(route, parameter);
            words.describeParameter((ObjectNode) parameter);
        });
        all(methods, Takes.class).forEach(takes -> take(operation, takes));
        answer(operation, methods);
    }

    private void who(Route route, ObjectNode operation) {
        List<String> allowed = roles.allowed(route);
        if (allowed.isEmpty()) {
            gaps.add(route + ": no role may call it");
        }
        String more = all(route.methods(), Operation.class)
                .map(Operation::description)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(text -> text + "\n\n")
                .orElse("");
        operation.put("description", more + "Roles: `" + String.join("`, `", allowed) + "`.");
        allowed.forEach(operation.putArray("x-roles")::add);
    }

    private static void choose(Route route, JsonNode parameter) {
        List<String> choices =
                route.choices().getOrDefault(parameter.path("name").asString(), List.of());
        if (!choices.isEmpty() && parameter.get("schema") instanceof ObjectNode schema) {
            schema.remove("pattern");
            choices.forEach(schema.putArray("enum")::add);
            ((ObjectNode) parameter).put("example", choices.getFirst());
        }
    }

    private static void take(ObjectNode operation, Takes takes) {
        ObjectNode body = operation.withObjectProperty("requestBody");
        body.put("required", true);
        body.put("description", takes.description());
        ObjectNode content = body.withObjectProperty("content");
        // What is read as bytes is taken for JSON, where it is not said what it is.
        if (content.at("/application~1json/schema/format").asString("").equals("byte")) {
            content.remove("application/json");
        }
        ObjectNode media = content.putObject(takes.value());
        media.putObject("schema").put("type", isJson(takes.value()) ? "object" : "string");
        exemplify(media, takes.value(), takes.example());
    }

    private static void exemplify(ObjectNode media, String type, String example) {
        if (!example.isEmpty() && isJson(type)) {
            media.set("example", JsonMapper.shared().readTree(example));
        } else if (!example.isEmpty()) {
            media.put("example", example);
        }
    }

    private static boolean isJson(String type) {
        return type.endsWith("json");
    }

    private void answer(ObjectNode operation, List<HandlerMethod> methods) {
        JsonNode derived = operation.path("responses").path("200");
        ObjectNode responses = operation.putObject("responses");
        List<Returns> said = repeated(methods, Returns.class).toList();
        // Where the method says of what type; a wildcard tells a reader nothing.
        if (said.isEmpty()
                && derived instanceof ObjectNode known
                && known.toString().contains("$ref")) {
            responses.set("200", ofJson(known));
        }
        said.forEach(answers -> Arrays.stream(answers.status()).forEach(status -> add(responses, status, answers)));
        var refusals = new TreeMap<Integer, TreeSet<String>>();
        repeated(methods, Refuses.class).forEach(refuses -> {
            var codes = refusals.computeIfAbsent(refuses.status(), _ -> new TreeSet<>());
            codes.addAll(List.of(refuses.value()));
            Arrays.stream(refuses.each())
                    .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                    .forEach(code ->
                            codes.add(code.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        });
        implied(operation)
                .forEach((status, code) ->
                        refusals.computeIfAbsent(status, _ -> new TreeSet<>()).add(code));
        problems.addTo(responses, refusals, operation.has("requestBody"));
    }

    /** What follows from how it is asked: every JSON body is held to its fields, every If-Match to the version. */
    private static Map<Integer, String> implied(ObjectNode operation) {
        var implied = new TreeMap<Integer, String>();
        if (operation.path("requestBody").path("content").has("application/json")) {
            implied.put(HttpStatus.BAD_REQUEST.value(), "wrong-field");
        }
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("name").asString().equals("If-Match")) {
                implied.put(HttpStatus.PRECONDITION_FAILED.value(), "changed-meanwhile");
            }
        });
        return implied;
    }

    /** The framework knows the type but not, of a method that says nothing, in what form. */
    private static ObjectNode ofJson(ObjectNode derived) {
        ObjectNode content = derived.withObjectProperty("content");
        if (content.has("*/*")) {
            content.set("application/json", content.remove("*/*"));
        }
        return derived;
    }

    private static void add(ObjectNode responses, int status, Returns answers) {
        ObjectNode response = responses.withObjectProperty(String.valueOf(status));
        response.put("description", HttpStatus.valueOf(status).getReasonPhrase());
        if (status == HttpStatus.CREATED.value() || status == HttpStatus.ACCEPTED.value()) {
            response.withObjectProperty("headers")
                    .putObject("Location")
                    .put("description", "Where it is from now on.")
                    .putObject("schema")
                    .put("type", "string")
                    .put("format", "uri-reference");
        }
        if (answers.value() != Void.class) {
            ObjectNode media = response.withObjectProperty("content").putObject(answers.type());
            media.set("schema", schemaOf(answers.value(), answers.of()));
            exemplify(media, answers.type(), answers.example());
        }
    }

    private static ObjectNode schemaOf(Class<?> type, Class<?>... of) {
        ObjectNode schema = JsonMapper.shared().createObjectNode();
        if (type == byte[].class) {
            return schema.put("type", "string").put("format", "binary");
        }
        if (type == Object.class) {
            return schema.put("type", "object");
        }
        if (type == String.class) {
            return schema.put("type", "string");
        }
        if (type.isArray()) {
            schema.put("type", "array").set("items", schemaOf(type.componentType()));
            return schema;
        }
        String arguments = Arrays.stream(of).map(SchemaNames::nameOf).collect(Collectors.joining());
        return schema.put("$ref", "#/components/schemas/" + SchemaNames.nameOf(type) + arguments);
    }

    /** From verb and path, so that it does not depend on the order in which anything was found. */
    private String operationId(Route route) {
        var id = new StringBuilder(route.verb());
        Stream.of(route.path().substring(("/api/" + facts.name()).length()).split("[/.-]", -1))
                .filter(step -> !step.isEmpty())
                .map(step -> step.replaceAll("[{}]", ""))
                .forEach(
                        step -> id.append(Character.toUpperCase(step.charAt(0))).append(step.substring(1)));
        return id.toString();
    }

    private static <A extends Annotation> Stream<A> all(List<HandlerMethod> methods, Class<A> type) {
        return methods.stream()
                .map(method -> AnnotatedElementUtils.getMergedAnnotation(method.getMethod(), type))
                .filter(Objects::nonNull);
    }

    private static <A extends Annotation> Stream<A> repeated(List<HandlerMethod> methods, Class<A> type) {
        return methods.stream()
                .flatMap(method ->
                        AnnotatedElementUtils.getMergedRepeatableAnnotations(method.getMethod(), type).stream());
    }
}
