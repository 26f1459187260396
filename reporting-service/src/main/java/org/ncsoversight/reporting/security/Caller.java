package org.ncsoversight.reporting.security;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** Who asks, as the token says. */
public record Caller(Set<String> roles, Optional<String> ukprn, Set<String> assigned) {

    private static final String ALL = "all";

    static Caller of(Jwt token) {
        return new Caller(
                rolesIn(token.getClaim("realm_access")),
                Optional.ofNullable(token.getClaimAsString("ukprn")),
                words(token.getClaim("assigned")));
    }

    /** The providers this caller may know of; a union when there are several roles. */
    public VisibleProviders visibleProviders() {
        if (has(AccessRules.NATIONAL_ROLES) || (isAssessor() && assigned.contains(ALL))) {
            return VisibleProviders.all();
        }
        Set<String> own = ownProvider().map(Set::of).orElse(Set.of());
        Set<String> reviewed = isAssessor() ? assigned : Set.of();
        return VisibleProviders.only(
                Stream.concat(own.stream(), reviewed.stream()).collect(Collectors.toUnmodifiableSet()));
    }

    /** The organisation the caller acts for, if any. */
    public Optional<String> ownProvider() {
        return has(AccessRules.PROVIDER_ROLES) ? ukprn : Optional.empty();
    }

    /** May see evidence of others, to judge it or the provider. */
    public boolean reviewsOrOversees() {
        return isAssessor() || roles.contains(AccessRules.CONTRACT_MANAGER);
    }

    public boolean isAssessor() {
        return roles.contains(AccessRules.ASSESSOR);
    }

    private boolean has(Set<String> some) {
        return roles.stream().anyMatch(some::contains);
    }

    private static Set<String> rolesIn(@Nullable Object realmAccess) {
        return realmAccess instanceof Map<?, ?> map ? words(map.get("roles")) : Set.of();
    }

    /** Keycloak writes a single value as a word or as a list. */
    private static Set<String> words(@Nullable Object claim) {
        return switch (claim) {
            case String word -> Set.of(word);
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
            case null, default -> Set.of();
        };
    }
}
