package org.ncsoversight.evidence.security;

import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.jwt.Jwt;

/** Callers as tokens make them, for tests that have no tokens. */
public final class Callers {

    private Callers() {}

    public static Caller lead(String ukprn) {
        return of("lead-" + ukprn, "provider-lead", Map.of("ukprn", ukprn));
    }

    public static Caller assessor(String... assigned) {
        return of("assessor", "assessor", Map.of("assigned", List.of(assigned)));
    }

    public static Caller of(String name, String role, Map<String, Object> claims) {
        var token = Jwt.withTokenValue("-")
                .header("alg", "none")
                .subject(name + "-id")
                .claim("preferred_username", name)
                .claim("realm_access", Map.of("roles", List.of(role)))
                .claims(all -> all.putAll(claims))
                .build();
        return Caller.of(token);
    }
}
