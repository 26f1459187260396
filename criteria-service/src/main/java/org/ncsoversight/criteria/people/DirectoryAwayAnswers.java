package org.ncsoversight.criteria.people;

import jakarta.servlet.http.HttpServletRequest;
import org.ncsoversight.answers.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says so where people were only to be shown and their directory does not answer. */
// Before what answers for every failure.
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public class DirectoryAwayAnswers {

    private static final Logger log = LoggerFactory.getLogger(DirectoryAwayAnswers.class);

    public static ResponseEntity<Object> problem() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "people-away",
                        "The sign-in service, which keeps the people, does not answer as it should;"
                                + " sending the same again does no harm")
                .answer();
    }

    @ExceptionHandler
    Object answer(DirectoryAway away, HttpServletRequest request) {
        log.atError().setCause(away).log("The directory of people is away");
        return request.getRequestURI().startsWith("/api/")
                ? problem()
                : new ModelAndView("people/away", HttpStatus.SERVICE_UNAVAILABLE);
    }
}
