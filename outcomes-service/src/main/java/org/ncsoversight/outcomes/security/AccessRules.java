package org.ncsoversight.outcomes.security;

import static org.ncsoversight.outcomes.security.Capability.IMPORT_CLAIMS;
import static org.ncsoversight.outcomes.security.Capability.SEE_CLAIMS;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;

import jakarta.servlet.DispatcherType;
import java.util.Map;
import java.util.Set;
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

    static void routes(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry routes) {
        routes.dispatcherTypeMatchers(DispatcherType.ERROR)
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
