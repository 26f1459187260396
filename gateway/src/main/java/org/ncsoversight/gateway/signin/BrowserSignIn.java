package org.ncsoversight.gateway.signin;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;

/** Adds signing in and out to a security chain. */
@Component
public class BrowserSignIn {

    private final RestClientAuthorizationCodeTokenResponseClient codeExchange;
    private final PendingSignIn pending;
    private final SignInOutcome outcome;
    private final SignOut signOut;
    private final AccountActions accountActions;
    private final StartSignIn start;

    BrowserSignIn(
            RestClientAuthorizationCodeTokenResponseClient codeExchange,
            PendingSignIn pending,
            SignInOutcome outcome,
            SignOut signOut,
            OAuth2AuthorizationRequestResolver onlyOurProvider,
            StartSignIn start) {
        this.codeExchange = codeExchange;
        this.pending = pending;
        this.outcome = outcome;
        this.signOut = signOut;
        this.accountActions = new AccountActions(onlyOurProvider);
        this.start = start;
    }

    public void addTo(HttpSecurity http) {
        http.oauth2Login(signIn -> signIn.loginPage(SignIn.START)
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(accountActions)
                                .authorizationRequestRepository(pending))
                        .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(codeExchange))
                        .successHandler(outcome)
                        .failureHandler(outcome))
                .logout(logout -> logout.logoutRequestMatcher(
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/sign-out"))
                        .deleteCookies("NCS_SESSION", LastPerson.COOKIE, "NCS_KEPT")
                        .logoutSuccessHandler(signOut))
                .addFilterBefore(start, OAuth2AuthorizationRequestRedirectFilter.class);
    }
}
