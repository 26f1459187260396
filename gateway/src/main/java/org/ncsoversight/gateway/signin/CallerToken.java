package org.ncsoversight.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The access token of whoever calls: a machine's own, or the one behind a person's session, renewed in time. */
@Component
public class CallerToken {

    private static final Set<String> SESSION_OVER =
            Set.of("invalid_grant", "invalid_token", "client_authorization_required");

    /** Every way to end up with a token, or without. */
    public sealed interface Answer {

        record Token(String value) implements Answer {}

        record SignInAgain() implements Answer {}

        record ProviderAway() implements Answer {}
    }

    private final DefaultOAuth2AuthorizedClientManager tokens;

    CallerToken(
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientRepository tokensInSession,
            RestClientRefreshTokenTokenResponseClient tokenRefresh) {
        tokens = new DefaultOAuth2AuthorizedClientManager(registrations, tokensInSession);
        tokens.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .authorizationCode()
                .refreshToken(refresh -> refresh.accessTokenResponseClient(tokenRefresh))
                .build());
    }

    public Answer of(HttpServletRequest request) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return switch (caller) {
            case JwtAuthenticationToken machine ->
                new Answer.Token(machine.getToken().getTokenValue());
            case OAuth2AuthenticationToken person -> ofSession(person, request);
            case null, default -> new Answer.SignInAgain();
        };
    }

    private Answer ofSession(OAuth2AuthenticationToken person, HttpServletRequest request) {
        var session = request.getSession();
        // One renewal at a time: requests of one page come together.
        synchronized (WebUtils.getSessionMutex(session)) {
            try {
                OAuth2AuthorizedClient client =
                        tokens.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(SignIn.REGISTRATION)
                                .principal(person)
                                .build());
                return client == null
                        ? new Answer.SignInAgain()
                        : new Answer.Token(client.getAccessToken().getTokenValue());
            } catch (ClientAuthorizationException e) {
                if (SESSION_OVER.contains(e.getError().getErrorCode())) {
                    session.invalidate();
                    return new Answer.SignInAgain();
                }
                return new Answer.ProviderAway();
            }
        }
    }
}
