package org.ncsoversight.feedback.security;

import static org.ncsoversight.feedback.security.Capability.IMPORT_RESPONSES;
import static org.ncsoversight.feedback.security.Capability.RECORD_SHOPS;
import static org.ncsoversight.feedback.security.Capability.SEE_FEEDBACK;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.DispatcherType;
import java.util.Map;
import java.util.Set;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Who may do what, and which route asks for which capability; whatever is not listed is refused. */
final class AccessRules {

    private static final Map<String, Set<Capability>> CAPABILITIES_BY_ROLE = Map.of(
            "contract-manager", Set.of(SEE_FEEDBACK, IMPORT_RESPONSES, RECORD_SHOPS),
            "assessor", Set.of(SEE_FEEDBACK),
            "provider-lead", Set.of(SEE_FEEDBACK, IMPORT_RESPONSES),
            "provider-system", Set.of(SEE_FEEDBACK, IMPORT_RESPONSES),
            "provider-contributor", Set.of(SEE_FEEDBACK, IMPORT_RESPONSES));

    private AccessRules() {}

    static Set<Capability> capabilitiesOf(String role) {
        return CAPABILITIES_BY_ROLE.getOrDefault(role, Set.of());
    }

    static void routes(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry routes) {
        routes.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/api/feedback/imports/**", "/feedback/imports/**")
                .hasAuthority(IMPORT_RESPONSES.name())
                .requestMatchers(POST, "/api/feedback/shops", "/feedback/shops/new")
                .hasAuthority(RECORD_SHOPS.name())
                .requestMatchers(GET, "/feedback/shops/new")
                .hasAuthority(RECORD_SHOPS.name())
                .requestMatchers(HEAD, "/feedback/shops/new")
                .hasAuthority(RECORD_SHOPS.name())
                .requestMatchers(GET, "/api/feedback/**", "/feedback", "/feedback/**")
                .hasAuthority(SEE_FEEDBACK.name())
                .requestMatchers(HEAD, "/api/feedback/**", "/feedback", "/feedback/**")
                .hasAuthority(SEE_FEEDBACK.name())
                .anyRequest()
                .denyAll();
    }
}
