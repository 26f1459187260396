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
import org.springframework.stereotype.Component;

/** Sends people who are not signed in to sign in, remembering where they wanted to go; tells machines. */
@Component
public class SignInFirst {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final PublicAddress address;
    private final TroubleAnswers troubles;

    SignInFirst(PublicAddress address, TroubleAnswers troubles) {
        this.address = address;
        this.troubles = troubles;
    }

    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Audience.of(request) == Audience.MACHINE) {
            troubles.write(request, response, Trouble.signedOut());
        } else {
            redirect(start(request), response);
        }
    }

    /** Sends somebody to sign in who is to see this page of ours afterwards. */
    public void thenTo(String page, HttpServletResponse response) {
        redirect(WantedPage.startingWith(page), response);
    }

    private void redirect(String start, HttpServletResponse response) {
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader("Location", address.origin() + start);
    }

    private static String start(HttpServletRequest request) {
        if (!READING.contains(request.getMethod())) {
            return SignIn.START;
        }
        String query = request.getQueryString();
        return WantedPage.startingWith(request.getRequestURI() + (query == null ? "" : "?" + query));
    }
}
