package org.ncsoversight.feedback.security;

import static org.ncsoversight.feedback.security.Capability.IMPORT_RESPONSES;
import static org.ncsoversight.feedback.security.Capability.RECORD_SHOPS;
import static org.ncsoversight.feedback.security.Capability.SEE_FEEDBACK;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;

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
            "contract-manager", Set.of(SEE_FEEDBACK, IMPORT_RESPONSES, RECORD_SHOPS),
            "assessor", Set.of(SEE_FEEDBACK),
            "provider-lead", Set.of(SEE_FEEDBACK, IMPORT_RESPONSES),
            "provider-system", Set.of(SEE_FEEDBACK, IMPORT_RESPONSES),
            "provider-contributor", Set.of(SEE_FEEDBACK, IMPORT_RESPONSES));

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
                "feedback",
                "Feedback",
                "What customers and mystery shoppers say about providers. Another organisation's feedback is answered"
                        + " like feedback that does not exist.",
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
