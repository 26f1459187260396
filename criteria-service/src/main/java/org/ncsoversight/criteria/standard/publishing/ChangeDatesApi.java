package org.ncsoversight.criteria.standard.publishing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.problems.Problems;
import org.ncsoversight.criteria.problems.Versions;
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
                .orElseGet(() -> Problems.notFound("edition " + edition));
    }

    private static ResponseEntity<?> answer(Result result, String edition) {
        return switch (result) {
            case Result.Changed(var changed) ->
                ResponseEntity.noContent().eTag(Versions.tag(changed.version())).build();
            case Result.NotFound _ -> Problems.notFound("edition " + edition);
            case Result.TooLate _ ->
                Problems.of(HttpStatus.CONFLICT, "too-late", "These days have come; they can no longer be moved");
            case Result.Invalid(var problems) -> Problems.invalid(problems);
            case Result.ChangedMeanwhile(var now) -> Problems.changedMeanwhile(now.version());
        };
    }
}
