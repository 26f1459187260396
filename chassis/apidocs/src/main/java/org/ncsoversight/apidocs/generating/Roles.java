package org.ncsoversight.apidocs.generating;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ncsoversight.apidocs.ApiFacts;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;

/** Asks the route table itself who may call what. */
record Roles(WebInvocationPrivilegeEvaluator access, ApiFacts facts) {

    /** In alphabetical order. */
    List<String> allowed(Route route) {
        String verb = route.verb().toUpperCase(Locale.ROOT);
        return new TreeMap<>(facts.authorities())
                .entrySet().stream()
                        .filter(role -> access.isAllowed("", route.example(), verb, of(role)))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private static TestingAuthenticationToken of(Map.Entry<String, ? extends Collection<String>> role) {
        return new TestingAuthenticationToken(
                role.getKey(),
                "",
                role.getValue().stream().map(SimpleGrantedAuthority::new).toList());
    }
}
