package org.ncsoversight.evidence.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who is calling, as their access token says.
 *
 * @param email where they can be written to, if the token says
 */
public record Caller(
        Person person,
        Set<Capability> capabilities,
        VisibleProviders visible,
        @Nullable String email) {

    private static final String ALL_PROVIDERS = "all";

    /** A token without a lasting id of its holder is worth nothing, because nobody could be held to it. */
    static Caller of(Jwt token) {
        String subject = token.getSubject();
        if (subject == null) {
            return new Caller(new Person("", "nobody", null), Set.of(), VisibleProviders.none(), null);
        }
        @Nullable ProviderId organisation = ukprns(token, "ukprn").findFirst().orElse(null);
        List<String> roles = roles(token);
        var capabilities = AccessRules.capabilitiesOf(roles, organisation != null);
        String username = Objects.requireNonNullElse(token.getClaimAsString("preferred_username"), subject);
        return new Caller(
                new Person(subject, username, organisation),
                capabilities,
                visible(roles, organisation, token),
                token.getClaimAsString("email"));
    }

    /** Who sent a request; empty for one without a token. */
    public static Optional<Caller> of(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof JwtAuthenticationToken token
                ? Optional.of(of(token.getToken()))
                : Optional.empty();
    }

    /** The provider they belong to; always there for those who may submit or withdraw. */
    public Optional<ProviderId> organisation() {
        return Optional.ofNullable(person.organisation());
    }

    /** What nobody but the own organisation sees, such as its drafts. */
    public VisibleProviders own() {
        return organisation()
                .map(organisation -> VisibleProviders.exactly(Set.of(organisation)))
                .orElseGet(VisibleProviders::none);
    }

    public boolean may(Capability capability) {
        return capabilities.contains(capability);
    }

    private static VisibleProviders visible(List<String> roles, @Nullable ProviderId organisation, Jwt token) {
        VisibleProviders visible = VisibleProviders.none();
        if (roles.contains("contract-manager")) {
            visible = visible.and(VisibleProviders.all());
        }
        if (roles.contains("assessor")) {
            visible = visible.and(assigned(token));
        }
        if (organisation != null && roles.stream().anyMatch(AccessRules.OF_PROVIDERS::containsKey)) {
            visible = visible.and(VisibleProviders.exactly(Set.of(organisation)));
        }
        return visible;
    }

    private static VisibleProviders assigned(Jwt token) {
        return strings(token.getClaims().get("assigned")).anyMatch(ALL_PROVIDERS::equals)
                ? VisibleProviders.all()
                : VisibleProviders.exactly(ukprns(token, "assigned").collect(Collectors.toSet()));
    }

    private static Stream<ProviderId> ukprns(Jwt token, String claim) {
        return strings(token.getClaims().get(claim)).filter(ProviderId::isUkprn).map(ProviderId::new);
    }

    private static List<String> roles(Jwt token) {
        var access = token.getClaimAsMap("realm_access");
        return access == null ? List.of() : strings(access.get("roles")).toList();
    }

    /** Keycloak writes a claim of one value as text or as a list, as its mapper says. */
    private static Stream<String> strings(@Nullable Object claim) {
        return switch (claim) {
            case String one -> Stream.of(one);
            case List<?> many -> many.stream().map(String::valueOf);
            case null, default -> Stream.empty();
        };
    }
}
