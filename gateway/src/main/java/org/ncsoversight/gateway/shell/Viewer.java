package org.ncsoversight.gateway.shell;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** The signed-in person the page is for. */
public record Viewer(String name, String roles, List<Place> places) {

    public static Optional<Viewer> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof OidcUser person
                ? Optional.of(of(person))
                : Optional.empty();
    }

    private static Viewer of(OidcUser person) {
        List<Role> roles = names(person.getClaimAsMap("realm_access")).stream()
                .flatMap(name -> Role.named(String.valueOf(name)).stream())
                .sorted()
                .toList();
        String name = Stream.of(person.getFullName(), person.getPreferredUsername(), person.getName())
                .filter(candidate -> candidate != null && !candidate.isBlank())
                .findFirst()
                .orElseThrow();
        return new Viewer(
                name,
                roles.stream().map(Role::title).collect(Collectors.joining(", ")),
                roles.stream()
                        .flatMap(role -> role.places().stream())
                        .distinct()
                        .toList());
    }

    private static Collection<?> names(@Nullable Map<String, Object> realmAccess) {
        return realmAccess != null && realmAccess.get("roles") instanceof Collection<?> names ? names : List.of();
    }
}
