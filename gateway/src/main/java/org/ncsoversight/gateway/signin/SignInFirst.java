package org.ncsoversight.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
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

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final PublicAddress address;
    private final TroubleAnswers troubles;

    SignInFirst(PublicAddress address, TroubleAnswers troubles) {
        this.address = address;
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
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader("Location", address.origin() + start(request));
    }

    private static String start(HttpServletRequest request) {
        if (!READING.contains(request.getMethod())) {
            return SignIn.START;
        }
        String query = request.getQueryString();
        return WantedPage.startingWith(request.getRequestURI() + (query == null ? "" : "?" + query));
    }
}
