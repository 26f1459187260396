package org.ncsoversight.apidocs.generating;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ncsoversight.apidocs.ApiFacts;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Asks the route table itself who may call what. */
record Roles(List<SecurityFilterChain> chains, ApiFacts facts) {

    /** In alphabetical order. */
    List<String> allowed(Route route) {
        return new TreeMap<>(facts.authorities())
                .entrySet().stream()
                        .filter(role -> isAllowed(route, role))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private boolean isAllowed(Route route, Map.Entry<String, ? extends Collection<String>> role) {
        var request = new MockHttpServletRequest(route.verb().toUpperCase(Locale.ROOT), route.example());
        var caller = new TestingAuthenticationToken(
                role.getKey(),
                "",
                role.getValue().stream().map(SimpleGrantedAuthority::new).toList());
        return chains.stream()
                .filter(chain -> chain.matches(request))
                .findFirst()
                .stream()
                .flatMap(chain -> chain.getFilters().stream())
                .filter(AuthorizationFilter.class::isInstance)
                .map(filter -> ((AuthorizationFilter) filter).getAuthorizationManager().authorize(() -> caller, request))
                .anyMatch(result -> result != null && result.isGranted());
    }
}
