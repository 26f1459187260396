package org.ncsoversight.outcomes.security;

import static org.ncsoversight.outcomes.security.Capability.IMPORT_CLAIMS;
import static org.ncsoversight.outcomes.security.Capability.SEE_CLAIMS;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ncsoversight.apidocs.ApiDocument;
import org.ncsoversight.apidocs.ApiFacts;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Who may do what, and which route asks for which capability; whatever is not listed is refused. */
final class AccessRules {

    private static final Map<String, Set<Capability>> CAPABILITIES_BY_ROLE = Map.of(
            "contract-manager", Set.of(SEE_CLAIMS, IMPORT_CLAIMS),
            "assessor", Set.of(SEE_CLAIMS),
            "provider-lead", Set.of(SEE_CLAIMS, IMPORT_CLAIMS),
            "provider-system", Set.of(SEE_CLAIMS, IMPORT_CLAIMS),
            "provider-contributor", Set.of(SEE_CLAIMS, IMPORT_CLAIMS));

    private AccessRules() {}

    static Set<Capability> capabilitiesOf(String role) {
        return CAPABILITIES_BY_ROLE.getOrDefault(role, Set.of());
    }

    /** What the document of the API says beyond the routes. */
    static ApiFacts facts() {
        var authorities = new HashMap<String, Collection<String>>();
        CAPABILITIES_BY_ROLE.forEach((role, capabilities) ->
                authorities.put(role, capabilities.stream().map(Enum::name).toList()));
        return new ApiFacts(
                "outcomes",
                "Outcomes",
                "What became of clients: outcome claims, pseudonymised on the way in. Another organisation's claims are"
                        + " answered like claims that do not exist.",
                authorities,
                Map.of(
                        400, List.of("bad-request"),
                        401, List.of("not-signed-in"),
                        403, List.of("not-allowed"),
                        404, List.of("not-found"),
                        406, List.of("not-acceptable"),
                        415, List.of("unsupported-media-type"),
                        503, List.of("unavailable", "sign-in-unavailable")));
    }

    static void routes(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry routes) {
        routes.requestMatchers("/error")
                .permitAll()
                .requestMatchers(GET, ApiDocument.PATH, facts().publicPath())
                .permitAll()
                .requestMatchers(HEAD, ApiDocument.PATH, facts().publicPath())
                .permitAll()
                .requestMatchers("/api/outcomes/imports/**", "/outcomes/imports/**")
                .hasAuthority(IMPORT_CLAIMS.name())
                .requestMatchers(GET, "/api/outcomes/**", "/outcomes", "/outcomes/**")
                .hasAuthority(SEE_CLAIMS.name())
                .requestMatchers(HEAD, "/api/outcomes/**", "/outcomes", "/outcomes/**")
                .hasAuthority(SEE_CLAIMS.name())
                .anyRequest()
                .denyAll();
    }
}
