package org.ncsoversight.criteria.problems;

import java.net.URI;
import java.util.List;
import org.ncsoversight.criteria.model.FieldProblem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** RFC 9457 problems, each of a type with a stable code. */
public final class Problems {

    private Problems() {}

    public static ResponseEntity<Object> of(HttpStatus status, String code, String detail) {
        return ResponseEntity.status(status).body(detail(status, code, detail));
    }

    /** With one member more than every problem has. */
    public static ResponseEntity<Object> with(
            HttpStatus status, String code, String detail, String member, Object value) {
        ProblemDetail body = detail(status, code, detail);
        body.setProperty(member, value);
        return ResponseEntity.status(status).body(body);
    }

    public static ResponseEntity<Object> invalid(List<FieldProblem> problems) {
        ProblemDetail body =
                detail(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Some fields are missing or wrong; see errors");
        body.setProperty("errors", problems);
        return ResponseEntity.unprocessableContent().body(body);
    }

    /** A file that is not what it should be, in the line named. */
    public static ResponseEntity<Object> damaged(int line, String code, String message) {
        ProblemDetail body = detail(HttpStatus.UNPROCESSABLE_CONTENT, code, "Line " + line + ": " + message);
        body.setProperty("line", line);
        return ResponseEntity.unprocessableContent().body(body);
    }

    /** The one answer for what does not exist and for what the caller may not know of. */
    public static ResponseEntity<Object> notFound(String what) {
        return of(HttpStatus.NOT_FOUND, "not-found", "There is no " + what);
    }

    public static ResponseEntity<Object> changedMeanwhile(long version) {
        return of(
                HttpStatus.PRECONDITION_FAILED,
                "changed-meanwhile",
                version == 0
                        ? "It does not exist yet; nothing was changed"
                        : "It is at version " + version + " now; nothing was changed");
    }

    static ProblemDetail detail(HttpStatus status, String code, String detail) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create("/problems/" + code));
        return body;
    }
}
