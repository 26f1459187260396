package org.ncsoversight.criteria.standard.publishing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.answers.Versions;
import org.ncsoversight.criteria.problems.Problems;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.publishing.ChangeDates.Command;
import org.ncsoversight.criteria.standard.publishing.ChangeDates.Result;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Moving the days of an edition by program. */
@RestController
class ChangeDatesApi {

    record Days(@Nullable String inForceFrom, @Nullable String earlierUntil) {}

    private final ChangeDates changeDates;

    ChangeDatesApi(ChangeDates changeDates) {
        this.changeDates = changeDates;
    }

    @PutMapping("/api/criteria/editions/{edition}/dates")
    ResponseEntity<?> change(
            @PathVariable String edition,
            @RequestBody Days days,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return EditionId.parse(edition)
                .map(id -> new Command(
                        id,
                        Objects.requireNonNullElse(days.inForceFrom(), ""),
                        Objects.requireNonNullElse(days.earlierUntil(), ""),
                        Versions.expected(ifMatch)))
                .<ResponseEntity<?>>map(command -> answer(changeDates.change(command), edition))
                .orElseGet(() -> Problem.notFound("edition " + edition).answer());
    }

    private static ResponseEntity<?> answer(Result result, String edition) {
        return switch (result) {
            case Result.Changed(var changed) ->
                ResponseEntity.noContent().eTag(Versions.tag(changed.version())).build();
            case Result.NotFound _ -> Problem.notFound("edition " + edition).answer();
            case Result.TooLate _ ->
                Problem.of(HttpStatus.CONFLICT, "too-late", "These days have come; they can no longer be moved")
                        .answer();
            case Result.Invalid(var problems) -> Problem.invalid(problems).answer();
            case Result.ChangedMeanwhile(var now) -> Problems.changedMeanwhile(now.version());
        };
    }
}
