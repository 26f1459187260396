package org.ncsoversight.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.ncsoversight.gateway.PublicAddress;
import org.ncsoversight.gateway.trouble.Audience;
import org.ncsoversight.gateway.trouble.Trouble;
import org.ncsoversight.gateway.trouble.TroubleAnswers;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** Sends people who are not signed in to sign in, remembering where they wanted to go; tells machines. */
@Component
public class SignInFirst implements AuthenticationEntryPoint {

    private static final String RETURN_TO = SignInFirst.class.getName() + ".returnTo";

    private final PublicAddress address;
    private final IdentityProvider provider;
    private final TroubleAnswers troubles;

    SignInFirst(PublicAddress address, IdentityProvider provider, TroubleAnswers troubles) {
        this.address = address;
        this.provider = provider;
        this.troubles = troubles;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        answer(request, response);
    }

    public ServerResponse response() {
        return ServerResponse.status(HttpStatus.UNAUTHORIZED).build((request, response) -> {
            answer(request, response);
            return null;
        });
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Audience.of(request) == Audience.MACHINE) {
            troubles.write(request, response, Trouble.signedOut());
            return;
        }
        if (request.getMethod().equals("GET")) {
            String query = request.getQueryString();
            HttpSession session = request.getSession();
            if (session.isNew()) {
                session.setMaxInactiveInterval(
                        Math.toIntExact(provider.signInWithin().toSeconds()));
            }
            session.setAttribute(RETURN_TO, request.getRequestURI() + (query == null ? "" : "?" + query));
        }
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader("Location", address.origin() + SignIn.START);
    }

    /** Where the person wanted to go before signing in, or else to the place given. */
    static String returnTo(HttpSession session, String otherwise) {
        Object path = session.getAttribute(RETURN_TO);
        session.removeAttribute(RETURN_TO);
        return path instanceof String wanted ? wanted : otherwise;
    }
}
