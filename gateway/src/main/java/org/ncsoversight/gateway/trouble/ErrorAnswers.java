package org.ncsoversight.gateway.trouble;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what nobody else did: unknown paths, refused requests, our own mistakes. */
@Controller
class ErrorAnswers implements ErrorController {

    private final TroubleAnswers troubles;

    ErrorAnswers(TroubleAnswers troubles) {
        this.troubles = troubles;
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        troubles.write(
                request, response, Trouble.of(statusOf(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))));
    }

    // Asked for directly, there is no error and so no such page.
    private static HttpStatus statusOf(@Nullable Object code) {
        if (code instanceof Integer number) {
            HttpStatus status = HttpStatus.resolve(number);
            return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
        }
        return HttpStatus.NOT_FOUND;
    }
}
