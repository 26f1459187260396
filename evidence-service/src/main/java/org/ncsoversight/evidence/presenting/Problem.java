package org.ncsoversight.evidence.presenting;

import java.net.URI;
import java.util.List;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** An ending other than the wanted one; the edges throw it, {@link Problems} writes it as JSON or as a page. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient ProblemDetail detail;

    private Problem(HttpStatus status, String code, String text) {
        super(code);
        detail = ProblemDetail.forStatusAndDetail(status, text);
        detail.setType(URI.create("/problems/" + code));
    }

    public static Problem of(HttpStatus status, String code, String text) {
        return new Problem(status, code, text);
    }

    /** The same for what does not exist and for what the caller may not see. */
    public static Problem notFound(String id) {
        return of(HttpStatus.NOT_FOUND, "not-found", "There is no evidence " + id);
    }

    public static Problem changedMeanwhile(HttpStatus status, EvidenceId id, long version) {
        var problem = of(
                status,
                "changed-meanwhile",
                "Evidence %s has changed since; it is at version %d".formatted(id, version));
        problem.detail.setProperty("version", version);
        return problem;
    }

    public static Problem invalid(List<FieldError> errors) {
        var problem = of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-fields",
                errors.size() == 1 ? "One field is not valid" : errors.size() + " errors in the fields");
        problem.detail.setProperty("errors", errors);
        return problem;
    }

    public static Problem criteriaNotYetKnown() {
        return of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "criteria-not-yet-known",
                "The criteria are not yet known here. Try again in a minute");
    }

    public ProblemDetail detail() {
        return detail;
    }
}
