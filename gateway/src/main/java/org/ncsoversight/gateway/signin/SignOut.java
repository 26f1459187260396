package org.ncsoversight.gateway.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.Answers;
import org.ncsoversight.gateway.PublicAddress;
import org.ncsoversight.gateway.trouble.Trouble;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;

/** Once our session is gone, ends the one at the identity provider too. */
@Component
class SignOut implements LogoutSuccessHandler {

    private final ProviderCheck provider;
    private final Answers troubles;
    private final OidcClientInitiatedLogoutSuccessHandler endSession;

    SignOut(
            ProviderCheck provider,
            Answers troubles,
            ClientRegistrationRepository registrations,
            PublicAddress address) {
        this.provider = provider;
        this.troubles = troubles;
        this.endSession = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        this.endSession.setPostLogoutRedirectUri(address.origin() + "/");
        this.endSession.setDefaultTargetUrl(address.origin() + "/");
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication person)
            throws IOException, ServletException {
        if (person == null || provider.isThere()) {
            endSession.onLogoutSuccess(request, response, person);
        } else {
            troubles.write(request, response, Trouble.signOutUnavailable());
        }
    }
}
