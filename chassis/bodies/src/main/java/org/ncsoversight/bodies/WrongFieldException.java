package org.ncsoversight.bodies;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Refuses a body by the name of the field that is wrong. */
public final class WrongFieldException extends ErrorResponseException {

    private static final long serialVersionUID = 1;

    public WrongFieldException(WrongField field) {
        super(HttpStatus.BAD_REQUEST, problem(field), null);
    }

    private static ProblemDetail problem(WrongField field) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, field.message());
        problem.setType(URI.create("/problems/wrong-field"));
        problem.setProperty("errors", List.of(field));
        return problem;
    }
}
