package org.ncsoversight.criteria.standard.publishing;

import java.net.URI;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.answers.Versions;
import org.ncsoversight.criteria.problems.Problems;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.publishing.PublishEdition.Command;
import org.ncsoversight.criteria.standard.publishing.PublishEdition.Result;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Publishing a draft by program. */
@RestController
class PublishEditionApi {

    record Publication(
            @Nullable String inForceFrom, @Nullable String earlierUntil) {}

    private final PublishEdition publishEdition;

    PublishEditionApi(PublishEdition publishEdition) {
        this.publishEdition = publishEdition;
    }

    @PostMapping("/api/criteria/drafts/{edition}/publication")
    ResponseEntity<?> publish(
            @PathVariable String edition,
            @RequestBody Publication body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        OptionalLong expected = Versions.expected(ifMatch);
        return EditionId.parse(edition)
                .map(id -> publishEdition.publish(
                        new Command(id, orNone(body.inForceFrom()), orNone(body.earlierUntil()), expected)))
                .<ResponseEntity<?>>map(result -> answer(result, edition))
                .orElseGet(() -> Problem.notFound("draft " + edition).answer());
    }

    private static ResponseEntity<?> answer(Result result, String draft) {
        return switch (result) {
            case Result.Published(var edition) ->
                ResponseEntity.created(URI.create(
                                "/api/criteria/editions/" + edition.id().value()))
                        .eTag(Versions.tag(edition.version()))
                        .build();
            case Result.NotFound _ -> Problem.notFound("draft " + draft).answer();
            case Result.VoicesUnconfirmed(var codes) ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "voices-unconfirmed",
                                "Somebody must confirm the voices of "
                                        + codes.stream()
                                                .sorted()
                                                .map(CriterionCode::value)
                                                .collect(Collectors.joining(", ")))
                        .answer();
            case Result.BaseChanged(var latest) ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "base-changed",
                                "The draft does not follow " + latest.id().value()
                                        + ", the latest edition; PUT its base to make it so, then check where criteria"
                                        + " went")
                        .answer();
            case Result.Invalid(var problems) -> Problem.invalid(problems).answer();
            case Result.ChangedMeanwhile(long version) -> Problems.changedMeanwhile(version);
        };
    }

    private static String orNone(@Nullable String text) {
        return text == null ? "" : text;
    }
}
