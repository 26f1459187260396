package org.ncsoversight.gateway.signin;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.ncsoversight.gateway.PublicAddress;
import org.ncsoversight.gateway.shell.Viewer;
import org.ncsoversight.gateway.trouble.Trouble;
import org.ncsoversight.gateway.trouble.TroubleAnswers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** After the identity provider sent the browser back: on to where the person wanted to go, or what went wrong. */
@Component
class SignInOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(SignInOutcome.class);

    private final PublicAddress address;
    private final TroubleAnswers troubles;
    private final int idleSeconds;

    SignInOutcome(PublicAddress address, TroubleAnswers troubles, ServerProperties server) {
        this.address = address;
        this.troubles = troubles;
        this.idleSeconds = Math.toIntExact(
                requireNonNull(server.getServlet().getSession().getTimeout()).toSeconds());
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        var session = request.getSession();
        session.setMaxInactiveInterval(idleSeconds);
        response.sendRedirect(address.origin() + SignInFirst.returnTo(session, Viewer.landingOf(person)));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        log.atWarn().addKeyValue("reason", reason.getMessage()).log("Sign-in failed");
        troubles.write(request, response, providerAway(reason) ? Trouble.signInAway() : Trouble.signInFailed());
    }

    private static boolean providerAway(Throwable reason) {
        for (Throwable next = reason; next != null; next = next.getCause()) {
            if (next instanceof RestClientException || next instanceof java.net.ConnectException) {
                return true;
            }
        }
        return false;
    }
}
