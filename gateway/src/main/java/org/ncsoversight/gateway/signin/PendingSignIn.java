package org.ncsoversight.gateway.signin;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.gateway.PublicAddress;
import org.ncsoversight.gateway.Seal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What we asked the identity provider, kept by the browser that has to answer it: who only knocks costs no memory. */
@Component
class PendingSignIn implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final String COOKIE = "NCS_SIGN_IN";

    private static final String WANTED = PendingSignIn.class.getName() + ".wanted";

    /** What has to come back unchanged, and where the person wanted to go. */
    private record Kept(String state, String nonce, String verifier, String wanted, long until) {}

    private final Seal seal;
    private final JsonMapper json;
    private final ClientRegistration registration;
    private final PublicAddress address;
    private final Duration within;
    private final Clock clock;

    PendingSignIn(
            IdentityProvider provider,
            JsonMapper json,
            ClientRegistrationRepository registrations,
            PublicAddress address,
            Clock clock) {
        this.seal = new Seal(provider.clientSecret(), "pending sign-in");
        this.json = json;
        this.registration = requireNonNull(registrations.findByRegistrationId(SignIn.REGISTRATION));
        this.address = address;
        this.within = provider.signInWithin();
        this.clock = clock;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return kept(request).map(this::asked).orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) {
            removeAuthorizationRequest(request, response);
            return;
        }
        var kept = new Kept(
                requireNonNull(asked.getState()),
                requireNonNull(asked.<String>getAttribute(OidcParameterNames.NONCE)),
                requireNonNull(asked.<String>getAttribute(PkceParameterNames.CODE_VERIFIER)),
                WantedPage.in(request).orElse(""),
                clock.instant().plus(within).getEpochSecond());
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(seal.close(json.writeValueAsString(kept)), within));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        Optional<Kept> kept = kept(request);
        if (kept.isPresent()) {
            request.setAttribute(WANTED, kept.get().wanted());
            response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO));
        }
        return kept.map(this::asked).orElse(null);
    }

    /** Where the person wanted to go who has just signed in. */
    static Optional<String> wantedPage(HttpServletRequest request) {
        return request.getAttribute(WANTED) instanceof String wanted && !wanted.isEmpty()
                ? Optional.of(wanted)
                : Optional.empty();
    }

    private Optional<Kept> kept(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null
                ? Optional.empty()
                : seal.open(cookie.getValue())
                        .flatMap(this::read)
                        .filter(kept -> Instant.ofEpochSecond(kept.until()).isAfter(clock.instant()));
    }

    private Optional<Kept> read(String text) {
        try {
            return Optional.of(json.readValue(text, Kept.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private OAuth2AuthorizationRequest asked(Kept kept) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(registration.getClientId())
                .authorizationUri(
                        requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
                .redirectUri(registration.getRedirectUri())
                .scopes(registration.getScopes())
                .state(kept.state())
                .attributes(attributes -> attributes.putAll(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID, SignIn.REGISTRATION,
                        OidcParameterNames.NONCE, kept.nonce(),
                        PkceParameterNames.CODE_VERIFIER, kept.verifier())))
                .build();
    }

    private String cookie(String value, Duration life) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(address.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(life)
                .build()
                .toString();
    }
}
