package org.ncsoversight.criteria.problems;

import org.ncsoversight.answers.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Problems of this service that several of its edges answer with. */
public final class Problems {

    private Problems() {}

    /** A file that is not what it should be, in the line named. */
    public static ResponseEntity<Object> damaged(int line, String code, String message) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, "Line " + line + ": " + message)
                .with("line", line)
                .answer();
    }

    public static ResponseEntity<Object> changedMeanwhile(long version) {
        return Problem.changedMeanwhile(
                        HttpStatus.PRECONDITION_FAILED,
                        version == 0
                                ? "It does not exist yet; nothing was changed"
                                : "It is at version " + version + " now; nothing was changed")
                .answer();
    }
}
