package org.ncsoversight.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.ncsoversight.answers.Answers;
import org.ncsoversight.answers.Reader;
import org.ncsoversight.gateway.PublicAddress;
import org.ncsoversight.gateway.trouble.Trouble;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Sends people who are not signed in to sign in, remembering where they wanted to go; tells machines. */
@Component
public class SignInFirst {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final PublicAddress address;
    private final Answers troubles;

    SignInFirst(PublicAddress address, Answers troubles) {
        this.address = address;
        this.troubles = troubles;
    }

    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Reader.of(request) == Reader.PROGRAM) {
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
