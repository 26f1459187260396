package org.ncsoversight.criteria.security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.model.register.Ukprn;
import org.springframework.security.oauth2.jwt.Jwt;

/** Whoever sent the request: whose entries they see and whether they may change them. */
public record Caller(VisibleProviders visible, boolean mayEditRegister) {

    private static final String EVERY_PROVIDER = "all";

    static Caller of(Jwt token) {
        Set<String> roles = Set.copyOf(rolesOf(token));
        return new Caller(visibleTo(roles, token), AccessRules.of(roles).contains(Capability.EDIT_REGISTER));
    }

    static List<String> rolesOf(Jwt token) {
        return token.getClaim("realm_access") instanceof Map<?, ?> access ? texts(access.get("roles")) : List.of();
    }

    private static VisibleProviders visibleTo(Set<String> roles, Jwt token) {
        List<String> assigned =
                roles.contains(AccessRules.ASSESSOR) ? texts(token.getClaims().get("assigned")) : List.of();
        if (roles.stream().anyMatch(AccessRules.ROLES_THAT_SEE_EVERY_PROVIDER::contains)
                || assigned.contains(EVERY_PROVIDER)) {
            return VisibleProviders.everyone();
        }
        var visible = new ArrayList<>(assigned);
        if (roles.stream().anyMatch(AccessRules.PROVIDER_ROLES::contains)) {
            visible.addAll(texts(token.getClaims().get("ukprn")));
        }
        return VisibleProviders.exactly(
                visible.stream().map(Ukprn::parse).flatMap(Optional::stream).toList());
    }

    // A claim with one value arrives as a text or as a list of one, as the mapper at the issuer is set.
    private static List<String> texts(@Nullable Object claim) {
        return switch (claim) {
            case String text -> List.of(text);
            case Collection<?> several ->
                several.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList();
            case null, default -> List.of();
        };
    }
}
