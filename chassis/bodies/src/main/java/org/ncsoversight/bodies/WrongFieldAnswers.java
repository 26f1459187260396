package org.ncsoversight.bodies;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Before every other advice, because one for all exceptions would call it a fault of ours. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class WrongFieldAnswers {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(WrongFieldException e, HttpServletRequest request) {
        ProblemDetail problem = e.getBody();
        problem.setInstance(URI.create(request.getRequestURI()));
        return ResponseEntity.status(e.getStatusCode())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
