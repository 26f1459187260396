package org.ncsoversight.gateway.signin;

import com.nimbusds.jose.KeySourceException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.ncsoversight.answers.Answers;
import org.ncsoversight.gateway.PublicAddress;
import org.ncsoversight.gateway.shell.Viewer;
import org.ncsoversight.gateway.trouble.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** After the identity provider sent the browser back: on to where the person wanted to go, or what went wrong. */
@Component
class SignInOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(SignInOutcome.class);

    private final PublicAddress address;
    private final LastPerson lastPerson;
    private final SessionsOfPeople sessions;
    private final Answers troubles;

    SignInOutcome(PublicAddress address, LastPerson lastPerson, SessionsOfPeople sessions, Answers troubles) {
        this.sessions = sessions;
        this.lastPerson = lastPerson;
        this.address = address;
        this.troubles = troubles;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        lastPerson.remember(person.getName(), response);
        if (person.getPrincipal() instanceof OidcUser known) {
            sessions.begin(request.getSession(), known);
        }
        response.sendRedirect(
                address.origin() + PendingSignIn.wantedPage(request).orElseGet(() -> Viewer.landingOf(person)));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        // Anybody can send an answer to a question we did not ask; that alone is not worth a line.
        log.atLevel(isUnasked(reason) ? Level.DEBUG : Level.WARN)
                .addKeyValue("reason", reason.getMessage())
                .log("Sign-in failed");
        troubles.write(request, response, providerAway(reason) ? Trouble.signInUnavailable() : Trouble.signInFailed());
    }

    private static boolean isUnasked(AuthenticationException reason) {
        return reason instanceof OAuth2AuthenticationException refused
                && refused.getError().getErrorCode().equals("authorization_request_not_found");
    }

    private static boolean providerAway(Throwable reason) {
        for (Throwable next = reason; next != null; next = next.getCause()) {
            if (next instanceof RestClientException
                    || next instanceof java.net.ConnectException
                    || next instanceof KeySourceException) {
                return true;
            }
        }
        return false;
    }
}
