package org.ncsoversight.backing;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Asks every route a service has for another provider's things and for things that do not exist, and compares the answers to
 * the byte. The routes are the framework's own: one that a test does not know how to ask fails it.
 */
public final class TenancyOfRoutes {

    /** A verb and a path as it is mapped. */
    public record Route(String verb, String path) implements Comparable<Route> {

        private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::((?:[^{}]|\\{[^{}]*})*))?}");

        Set<String> variables() {
            return VARIABLE.matcher(path)
                    .results()
                    .filter(found -> !isChoice(found))
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
        }

        public String with(Map<String, String> values) {
            return VARIABLE.matcher(path).replaceAll(found -> Matcher.quoteReplacement(value(found, values)));
        }

        private static String value(MatchResult found, Map<String, String> values) {
            String choices = found.group(2);
            String otherwise = isChoice(found) ? choices.substring(0, choices.indexOf('|')) : "no-value";
            return values.getOrDefault(found.group(1), otherwise);
        }

        /** One of a few words, such as {@code {move:start|stop}}, stands for no thing. */
        private static boolean isChoice(MatchResult found) {
            return found.group(2) != null && found.group(2).matches("[a-z-]+(\\|[a-z-]+)+");
        }

        @Override
        public int compareTo(Route other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return verb + " " + path;
        }
    }

    /** Values for a route's variables: of a thing of another provider, and of one that does not exist. */
    public record Subject(Map<String, String> theirs, Map<String, String> nobodys) {

        public Subject {
            theirs = Map.copyOf(theirs);
            nobodys = Map.copyOf(nobodys);
        }

        /** One variable. */
        public static Subject of(String variable, String theirs, String nobodys) {
            return new Subject(Map.of(variable, theirs), Map.of(variable, nobodys));
        }

        /** With one more, which is the same in both. */
        public Subject and(String variable, String value) {
            var more = new TreeMap<>(theirs);
            var same = new TreeMap<>(nobodys);
            more.put(variable, value);
            same.put(variable, value);
            return new Subject(more, same);
        }
    }

    /** Sends a request with whatever body its route takes, and follows no redirect. */
    @FunctionalInterface
    public interface Sender {
        HttpResponse<String> send(Route route, String path, String token) throws Exception;
    }

    /**
     * Who asks for what.
     *
     * @param tokens of people who may not see the other provider
     * @param constants values of variables that stand for nothing of a provider
     * @param provider the UKPRNs: of the other provider, and of one that does not exist
     * @param secrets what no answer may contain
     */
    public record Asking(List<String> tokens, Map<String, String> constants, Subject provider, Set<String> secrets) {

        public Asking {
            tokens = List.copyOf(tokens);
            constants = Map.copyOf(constants);
            secrets = Set.copyOf(secrets);
        }
    }

    private static final String PROVIDER = "provider";
    /** Each form that is shown has one of its own, so that sending it twice makes one thing. */
    private static final Pattern FORM_ID =
            Pattern.compile("(<input type=\"hidden\" name=\"\\w+\" value=\")[0-9a-f-]{36}(?=\")");

    /** Files say when they were made. */
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");

    /** 422: what is asked is wrong in itself, whosever thing it is about; the comparison shows whether it is so. */
    private static final Set<Integer> REFUSALS = Set.of(403, 404, 422);

    // A time that an answer tells may pass on between two questions.
    private static final int ATTEMPTS = 3;

    private final Collection<Route> routes;
    private final Asking asking;
    private final Sender sender;

    public TenancyOfRoutes(Collection<Route> routes, Asking asking, Sender sender) {
        this.routes = List.copyOf(routes);
        this.asking = asking;
        this.sender = sender;
    }

    /** Every route of a service's own. */
    public static Set<Route> routesOf(RequestMappingHandlerMapping mappings, String rootPackage) {
        var routes = new TreeSet<Route>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            Set<RequestMethod> verbs = mapping.getMethodsCondition().getMethods();
            if (method.getBeanType().getName().startsWith(rootPackage)) {
                for (RequestMethod verb : verbs) {
                    mapping.getPatternValues().forEach(path -> routes.add(new Route(verb.name(), path)));
                }
            }
        });
        return routes;
    }

    /** Fails with all that is wrong. */
    public void ask(Function<Route, Optional<Subject>> subjects) throws Exception {
        var faults = new ArrayList<String>();
        if (routes.isEmpty()) {
            faults.add("there is no route at all");
        }
        for (Route route : routes) {
            Set<String> variables = new TreeSet<>(route.variables());
            variables.removeAll(asking.constants().keySet());
            Subject subject = subjects.apply(route).orElseGet(() -> new Subject(Map.of(), Map.of()));
            if (!subject.theirs().keySet().containsAll(variables)
                    || !subject.nobodys().keySet().containsAll(variables)) {
                faults.add(route + ": say what " + variables + " may stand for");
                continue;
            }
            for (String token : asking.tokens()) {
                if (!variables.isEmpty()) {
                    askForThing(route, subject, token).ifPresent(faults::add);
                }
                if (route.verb().equals("GET")) {
                    askForProvider(route, subject, token).ifPresent(faults::add);
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new AssertionError(faults.size() + " routes are at fault:\n" + String.join("\n", faults));
        }
    }

    private Optional<String> askForThing(Route route, Subject subject, String token) throws Exception {
        String fault = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var another = sender.send(route, filled(route, subject.theirs()), token);
            var nobodys = sender.send(route, filled(route, subject.nobodys()), token);
            // Whatever else is refused, a body above all, is refused before it is known whose thing it is about.
            if (!REFUSALS.contains(another.statusCode())) {
                return Optional.of("%s: is answered with %d %s".formatted(route, another.statusCode(), another.body()));
            }
            String one = told(another, subject.theirs().values());
            String other = told(nobodys, subject.nobodys().values());
            if (one.equals(other)) {
                return leak(route, one);
            }
            fault = "%s: differs\n  %s\n  %s".formatted(route, one, other);
        }
        return Optional.of(fault);
    }

    private Optional<String> askForProvider(Route route, Subject subject, String token) throws Exception {
        Subject provider = asking.provider();
        String path = filled(route, subject.nobodys()) + "?" + PROVIDER + "=";
        String fault = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var another = sender.send(route, path + provider.theirs().get(PROVIDER), token);
            var nobodys = sender.send(route, path + provider.nobodys().get(PROVIDER), token);
            String one =
                    told(another, provider.theirs().values(), subject.nobodys().values());
            String other =
                    told(nobodys, provider.nobodys().values(), subject.nobodys().values());
            if (one.equals(other)) {
                return leak(route, one);
            }
            fault = "%s: differs by provider\n  %s\n  %s".formatted(route, one, other);
        }
        return Optional.of(fault);
    }

    private String filled(Route route, Map<String, String> values) {
        var all = new TreeMap<>(asking.constants());
        all.putAll(values);
        return route.with(all);
    }

    private Optional<String> leak(Route route, String told) {
        return asking.secrets().stream()
                .filter(told::contains)
                .findFirst()
                .map(secret -> "%s: tells “%s”\n  %s".formatted(route, secret, told));
    }

    /** Everything an answer says but when and the name of a form, and with a word in place of what was asked for. */
    @SafeVarargs
    private static String told(HttpResponse<String> answer, Collection<String>... asked) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("date"));
        String told = answer.statusCode() + " " + headers + " "
                + TIME.matcher(FORM_ID.matcher(answer.body()).replaceAll("$1")).replaceAll("<time>");
        for (Collection<String> values : asked) {
            for (String value : values) {
                told = told.replace(value, "<what was asked for>");
            }
        }
        return told;
    }
}
