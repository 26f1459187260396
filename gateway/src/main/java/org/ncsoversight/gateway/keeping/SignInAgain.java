package org.ncsoversight.gateway.keeping;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.Answers;
import org.ncsoversight.answers.Reader;
import org.ncsoversight.gateway.PublicAddress;
import org.ncsoversight.gateway.keeping.FormReader.Typed;
import org.ncsoversight.gateway.signin.LastPerson;
import org.ncsoversight.gateway.signin.SignInFirst;
import org.ncsoversight.gateway.trouble.Trouble;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** Sends people who are not signed in to sign in; who had been, and sent a form, finds it again afterwards. */
@Component
public class SignInAgain implements AuthenticationEntryPoint {

    static final String COOKIE = "NCS_KEPT";

    private final SignInFirst signInFirst;
    private final LastPerson lastPerson;
    private final KeptForms kept;
    private final PublicAddress address;
    private final Answers troubles;

    SignInAgain(
            SignInFirst signInFirst, LastPerson lastPerson, KeptForms kept, PublicAddress address, Answers troubles) {
        this.signInFirst = signInFirst;
        this.lastPerson = lastPerson;
        this.kept = kept;
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
        MediaType form = formSentByPage(request);
        Optional<String> person = lastPerson.of(request);
        if (form == null || person.isEmpty()) {
            signInFirst.answer(request, response);
            return;
        }
        Optional<Typed> typed = new FormReader(kept.largestInBytes()).read(request, form);
        if (typed.isEmpty()) {
            troubles.write(request, response, Trouble.answersNotKept());
            return;
        }
        String key = kept.keep(person.get(), target(request), typed.get());
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(key));
        signInFirst.thenTo(KeptFormPage.PATH, response);
    }

    // Only what a page of ours sent is kept, so that no other site can lay something ready to be sent.
    private @Nullable MediaType formSentByPage(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null
                || !request.getMethod().equals("POST")
                || Reader.of(request) != Reader.PERSON
                || !address.sent(request)) {
            return null;
        }
        try {
            MediaType parsed = MediaType.parseMediaType(type);
            return FormReader.isForm(parsed) ? parsed : null;
        } catch (InvalidMediaTypeException e) {
            return null;
        }
    }

    private static String target(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private String cookie(String key) {
        return ResponseCookie.from(COOKIE, key)
                .httpOnly(true)
                .secure(address.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(kept.life())
                .build()
                .toString();
    }
}
