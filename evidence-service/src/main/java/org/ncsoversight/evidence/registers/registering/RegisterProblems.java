package org.ncsoversight.evidence.registers.registering;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.presenting.IfMatch;
import org.ncsoversight.evidence.presenting.Problem;
import org.springframework.http.HttpStatus;

/** The refusals that more than one edge of a register gives. */
final class RegisterProblems {

    private RegisterProblems() {}

    /** The same for what does not exist and for what the caller may not see. */
    static Problem notFound(UUID row) {
        return Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no row " + row);
    }

    /** With the row as it is now, so that the sender can compare. */
    static Problem changedMeanwhile(@Nullable String ifMatch, RowBody now) {
        var problem = Problem.of(
                IfMatch.statusWhenStale(ifMatch),
                "changed-meanwhile",
                "Row %s has changed since; it is at version %d".formatted(now.row(), now.version()));
        problem.detail().setProperty("version", now.version());
        problem.detail().setProperty("now", now);
        return problem;
    }

    static Problem full(int limit) {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT, "register-full", "A register holds at most " + limit + " rows");
    }
}
