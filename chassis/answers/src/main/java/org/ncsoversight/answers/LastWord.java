package org.ncsoversight.answers;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what no endpoint and no advice did: what filters refuse, and what breaks in them. */
@Controller
final class LastWord implements ErrorController {

    private final Answers answers;

    LastWord(Answers answers) {
        this.answers = answers;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answers.write(
                request, response, Problem.of(statusOf(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))));
    }

    /** Asked for directly, there is no error and so no such page. */
    private static HttpStatusCode statusOf(@Nullable Object status) {
        return status instanceof Integer known && known >= HttpStatus.BAD_REQUEST.value()
                ? HttpStatusCode.valueOf(known)
                : HttpStatus.NOT_FOUND;
    }
}
