package org.ncsoversight.criteria.accreditation.accrediting;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.answers.Versions;
import org.ncsoversight.criteria.accreditation.accrediting.RecordAccreditation.Command;
import org.ncsoversight.criteria.accreditation.accrediting.RecordAccreditation.Result;
import org.ncsoversight.criteria.problems.Problems;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.security.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Recording an accreditation by JSON. */
@RestController
class RecordAccreditationApi {

    record Body(@Nullable String edition, @Nullable String accreditedOn) {}

    record Answer(String ukprn, long version, String edition, String accreditedOn) {}

    private final RecordAccreditation recordAccreditation;

    RecordAccreditationApi(RecordAccreditation recordAccreditation) {
        this.recordAccreditation = recordAccreditation;
    }

    @PutMapping("/api/criteria/providers/{ukprn}/accreditation")
    ResponseEntity<?> put(
            @PathVariable String ukprn,
            @RequestBody Body body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        var command = new Command(
                ukprn,
                Objects.requireNonNullElse(body.edition, ""),
                Objects.requireNonNullElse(body.accreditedOn, ""),
                Versions.expected(ifMatch),
                caller.username());
        return switch (recordAccreditation.record(command, caller.visible())) {
            case Result.Recorded(var provider) -> answer(provider);
            case Result.Unchanged(var provider) -> answer(provider);
            case Result.NoSuchProvider() ->
                Problem.notFound("provider " + ukprn).answer();
            case Result.Invalid(var problems) -> Problem.invalid(problems).answer();
            case Result.ChangedMeanwhile(var version) -> Problems.changedMeanwhile(version);
        };
    }

    private static ResponseEntity<Answer> answer(Provider provider) {
        var accreditation = provider.accreditation().orElseThrow();
        return ResponseEntity.ok()
                .eTag(Versions.tag(provider.version()))
                .body(new Answer(
                        provider.ukprn().value(),
                        provider.version(),
                        accreditation.edition().value(),
                        accreditation.accreditedOn().toString()));
    }
}
