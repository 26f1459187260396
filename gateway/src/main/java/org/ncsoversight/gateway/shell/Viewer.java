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

/**
 * The signed-in person the page is for.
 *
 * @param menu where the person goes most
 * @param groups everywhere the person can go
 */
public record Viewer(String name, String roles, List<Place> menu, List<PlaceGroup> groups) {

    /** With "More" it is as many as fit on a line. */
    private static final int MOST_IN_MENU = 6;

    public static Optional<Viewer> current() {
        return behind(SecurityContextHolder.getContext().getAuthentication());
    }

    /** Where somebody comes to who signs in without wanting to go anywhere in particular. */
    public static String landingOf(Authentication authentication) {
        return behind(authentication)
                .flatMap(viewer -> viewer.menu.stream().findFirst())
                .map(Place::path)
                .orElse("/");
    }

    private static Optional<Viewer> behind(@Nullable Authentication authentication) {
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
                        .flatMap(role -> role.menu().stream())
                        .distinct()
                        .limit(MOST_IN_MENU)
                        .toList(),
                PlaceGroup.merged(
                        roles.stream().flatMap(role -> role.groups().stream()).toList()));
    }

    private static Collection<?> names(@Nullable Map<String, Object> realmAccess) {
        return realmAccess != null && realmAccess.get("roles") instanceof Collection<?> names ? names : List.of();
    }
}
