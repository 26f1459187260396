package org.ncsoversight.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.util.UriComponentsBuilder;

/** What people do about their own account on the sign-in pages: told in the address that starts signing in. */
record AccountActions(OAuth2AuthorizationRequestResolver others) implements OAuth2AuthorizationRequestResolver {

    private static final String ASKED = "action";

    /** As Keycloak calls them; everything else is an ordinary sign-in. */
    private static final Map<String, String> KNOWN = Map.of(
            "password", "UPDATE_PASSWORD",
            "app", "CONFIGURE_TOTP",
            "passkey", "webauthn-register",
            "recovery-codes", "CONFIGURE_RECOVERY_AUTHN_CODES");

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return with(request, others.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return with(request, others.resolve(request, registration));
    }

    private static @Nullable OAuth2AuthorizationRequest with(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest signIn) {
        String asked = UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .getFirst(ASKED);
        String action = asked == null ? null : KNOWN.get(asked);
        return signIn == null || action == null
                ? signIn
                : OAuth2AuthorizationRequest.from(signIn)
                        .additionalParameters(parameters -> parameters.put("kc_action", action))
                        .build();
    }
}
