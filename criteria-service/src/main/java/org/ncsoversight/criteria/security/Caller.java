package org.ncsoversight.criteria.security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.model.Ukprn;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Whoever sent the request: whose entries they see and what they may do with them.
 *
 * @param username how they sign in
 * @param own the providers to which they belong
 */
public record Caller(
        VisibleProviders visible,
        boolean mayEditRegister,
        boolean mayRecordCycle,
        boolean mayReadReports,
        boolean mayWriteReports,
        boolean mayReadEvidence,
        String username,
        Set<Ukprn> own) {

    private static final String EVERY_PROVIDER = "all";

    /** Whether notes on the accreditation of that provider are for the caller, and who wrote them. */
    public boolean mayReadNotesOn(Ukprn provider) {
        return mayRecordCycle || own.contains(provider);
    }

    static Caller of(Jwt token) {
        Set<String> roles = Set.copyOf(rolesOf(token));
        Set<Capability> capabilities = AccessRules.of(roles);
        return new Caller(
                visibleTo(roles, token),
                capabilities.contains(Capability.EDIT_REGISTER),
                capabilities.contains(Capability.RECORD_CYCLE),
                capabilities.contains(Capability.READ_REPORTS),
                capabilities.contains(Capability.WRITE_REPORTS),
                capabilities.contains(Capability.READ_EVIDENCE),
                usernameOf(token),
                texts(token.getClaims().get("ukprn")).stream()
                        .map(Ukprn::parse)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()));
    }

    private static String usernameOf(Jwt token) {
        String username = token.getClaimAsString("preferred_username");
        return username == null ? Objects.requireNonNullElse(token.getSubject(), "") : username;
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
