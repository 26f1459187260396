package org.ncsoversight.gateway.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.ncsoversight.answers.Answers;
import org.ncsoversight.answers.Fault;
import org.ncsoversight.gateway.trouble.Trouble;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** Tells a machine why its token did not open the door. */
@Component
class Refusals {

    private final Answers troubles;

    Refusals(Answers troubles) {
        this.troubles = troubles;
    }

    void token(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        // The keys to check the token with could not be fetched; the token may be good.
        if (reason instanceof AuthenticationServiceException) {
            troubles.write(request, response, Trouble.signInUnavailable());
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        troubles.write(request, response, Trouble.invalidToken());
    }

    void forbidden(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        troubles.write(request, response, Fault.NOT_ALLOWED);
    }
}
