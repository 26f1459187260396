package org.ncsoversight.gateway.signin;

import org.ncsoversight.gateway.trouble.TroubleAnswers;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;

/** Adds signing in and out to a security chain. */
@Component
public class BrowserSignIn {

    private final RestClientAuthorizationCodeTokenResponseClient codeExchange;
    private final ProviderCheck provider;
    private final SignInOutcome outcome;
    private final SignOut signOut;
    private final AccountActions accountActions;
    private final TroubleAnswers troubles;

    BrowserSignIn(
            RestClientAuthorizationCodeTokenResponseClient codeExchange,
            ProviderCheck provider,
            SignInOutcome outcome,
            SignOut signOut,
            ClientRegistrationRepository registrations,
            TroubleAnswers troubles) {
        this.codeExchange = codeExchange;
        this.provider = provider;
        this.outcome = outcome;
        this.signOut = signOut;
        this.accountActions = new AccountActions(new DefaultOAuth2AuthorizationRequestResolver(registrations));
        this.troubles = troubles;
    }

    public void addTo(HttpSecurity http) {
        http.oauth2Login(signIn -> signIn.loginPage(SignIn.START)
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(accountActions))
                        .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(codeExchange))
                        .successHandler(outcome)
                        .failureHandler(outcome))
                .logout(logout -> logout.logoutRequestMatcher(
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/sign-out"))
                        .deleteCookies("NCS_SESSION")
                        .logoutSuccessHandler(signOut))
                .addFilterBefore(new StartSignIn(provider, troubles), OAuth2AuthorizationRequestRedirectFilter.class);
    }
}
