package org.ncsoversight.gateway.keeping;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.ncsoversight.answers.Answers;
import org.ncsoversight.gateway.shell.Frame;
import org.ncsoversight.gateway.shell.ServicePage;
import org.ncsoversight.gateway.signin.SignInFirst;
import org.ncsoversight.gateway.trouble.Trouble;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.WebUtils;

/** Shows somebody who has signed in again what they had sent, to be sent once more. */
@Controller
class KeptFormPage {

    static final String PATH = "/kept-answers";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:mm").withZone(ZoneId.of("Europe/London"));

    private final KeptForms kept;
    private final Frame frame;
    private final SignInFirst signInFirst;
    private final Answers troubles;

    KeptFormPage(KeptForms kept, Frame frame, SignInFirst signInFirst, Answers troubles) {
        this.kept = kept;
        this.frame = frame;
        this.signInFirst = signInFirst;
        this.troubles = troubles;
    }

    @GetMapping(PATH)
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (!(caller instanceof OAuth2AuthenticationToken person)) {
            signInFirst.thenTo(PATH, response);
            return;
        }
        Cookie key = WebUtils.getCookie(request, SignInAgain.COOKIE);
        Optional<KeptForm> form = key == null ? Optional.empty() : kept.find(key.getValue(), person.getName());
        if (form.isEmpty()) {
            troubles.write(request, response, Trouble.nothingKept());
            return;
        }
        String main = frame.fill(
                "pages/kept",
                Map.of("form", form.get(), "until", TIME.format(form.get().until())));
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream()
                .write(frame.around(ServicePage.of("You were signed out; your answers are kept", main), request)
                        .getBytes(StandardCharsets.UTF_8));
    }
}
