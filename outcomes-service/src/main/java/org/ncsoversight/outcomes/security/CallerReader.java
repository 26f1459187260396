package org.ncsoversight.outcomes.security;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ncsoversight.outcomes.model.FileOwner;
import org.ncsoversight.outcomes.model.Ukprn;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads a caller out of an access token; a claim that makes no sense gives nothing. */
final class CallerReader {

    private CallerReader() {}

    static Caller callerOf(Jwt token) {
        Caller caller = new Caller(VisibleProviders.NONE, VisibleProviders.NONE, FileOwner.PROGRAMME, Set.of());
        for (String role : rolesOf(token)) {
            caller = withRole(caller, role, token);
        }
        return caller;
    }

    private static Caller withRole(Caller caller, String role, Jwt token) {
        return switch (role) {
            case "contract-manager" ->
                new Caller(VisibleProviders.ALL, VisibleProviders.ALL, FileOwner.PROGRAMME, more(caller, role));
            case "assessor" ->
                new Caller(caller.sees().and(assigned(token)), caller.importsFor(), caller.owner(), more(caller, role));
            case "provider-lead", "provider-contributor", "provider-system" ->
                organisation(token).map(ukprn -> memberOf(caller, ukprn, role)).orElse(caller);
            default -> caller;
        };
    }

    private static Caller memberOf(Caller caller, Ukprn ukprn, String role) {
        var own = VisibleProviders.only(Set.of(ukprn));
        boolean ofTheProgramme = caller.importsFor().restriction().isEmpty();
        return new Caller(
                caller.sees().and(own),
                caller.importsFor().and(own),
                ofTheProgramme ? caller.owner() : FileOwner.organisation(ukprn),
                more(caller, role));
    }

    private static Set<Capability> more(Caller caller, String role) {
        var all = EnumSet.noneOf(Capability.class);
        all.addAll(caller.capabilities());
        all.addAll(AccessRules.capabilitiesOf(role));
        return Set.copyOf(all);
    }

    private static Optional<Ukprn> organisation(Jwt token) {
        return token.getClaims().get("ukprn") instanceof String ukprn ? Ukprn.of(ukprn) : Optional.empty();
    }

    private static VisibleProviders assigned(Jwt token) {
        Set<String> assigned = strings(token.getClaims().get("assigned"));
        return assigned.contains("all")
                ? VisibleProviders.ALL
                : VisibleProviders.only(assigned.stream()
                        .map(Ukprn::of)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()));
    }

    private static Set<String> rolesOf(Jwt token) {
        return token.getClaims().get("realm_access") instanceof Map<?, ?> access
                ? strings(access.get("roles"))
                : Set.of();
    }

    private static Set<String> strings(@org.jspecify.annotations.Nullable Object claim) {
        Collection<?> values = switch (claim) {
            case Collection<?> many -> many;
            case String one -> List.of(one);
            case null, default -> List.of();
        };
        return values.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.toSet());
    }
}
