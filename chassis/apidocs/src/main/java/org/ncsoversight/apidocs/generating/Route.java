package org.ncsoversight.apidocs.generating;

import io.swagger.v3.core.util.PathUtils;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * One operation: a verb at a path.
 *
 * @param path as documents write it, {@code /api/criteria/{kind}/imports}
 * @param choices what a variable may be where that is one of a few words
 * @param methods that answer it, each another kind of body
 */
record Route(String verb, String path, Map<String, List<String>> choices, List<HandlerMethod> methods) {

    private static final String WORDS = "[a-z-]+(\\|[a-z-]+)+";

    static List<Route> of(RequestMappingHandlerMapping mappings) {
        var routes = new TreeMap<String, Route>();
        mappings.getHandlerMethods()
                .forEach((mapping, method) -> mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/"))
                        .forEach(pattern -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> {
                                    var expressions = new HashMap<String, String>();
                                    String path = PathUtils.parsePath(pattern, expressions);
                                    String name = verb.name().toLowerCase(Locale.ROOT);
                                    routes.computeIfAbsent(
                                                    path + " " + name,
                                                    _ -> new Route(name, path, choices(expressions), new ArrayList<>()))
                                            .methods()
                                            .add(method);
                                })));
        routes.values()
                .forEach(route -> route.methods()
                        .sort(Comparator.comparing(method -> method.getMethod().toGenericString())));
        return List.copyOf(routes.values());
    }

    /** An address that it answers. */
    String example() {
        String filled = path;
        for (var choice : choices.entrySet()) {
            filled = filled.replace(
                    "{" + choice.getKey() + "}", choice.getValue().getFirst());
        }
        return filled.replaceAll("\\{[^}]+}", "1");
    }

    /** What comes after the service in the path. */
    String section() {
        return path.split("/", -1)[3].replaceAll("[{}]", "");
    }

    private static Map<String, List<String>> choices(Map<String, String> expressions) {
        var choices = new TreeMap<String, List<String>>();
        expressions.forEach((variable, expression) -> {
            if (expression.matches(WORDS)) {
                choices.put(variable, List.of(expression.split("\\|", -1)));
            }
        });
        return choices;
    }

    @Override
    public String toString() {
        return verb + " " + path;
    }
}
