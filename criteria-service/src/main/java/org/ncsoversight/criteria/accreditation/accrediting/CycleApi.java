package org.ncsoversight.criteria.accreditation.accrediting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.answers.Versions;
import org.ncsoversight.criteria.accreditation.accrediting.RecordStep.Command;
import org.ncsoversight.criteria.accreditation.accrediting.RecordStep.Result;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.problems.Problems;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.store.ProviderStore;
import org.ncsoversight.criteria.security.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The accreditation cycle of a provider by JSON: where it stands, and steps in and out. */
@RestController
@RequestMapping("/api/criteria/providers/{ukprn}")
class CycleApi {

    record Body(
            @Nullable String kind,
            @Nullable String on,
            @Nullable String bookedFor,
            @Nullable String edition,
            @Nullable String note) {}

    private final RecordStep recordStep;
    private final ProviderStore providers;
    private final Clock clock;

    CycleApi(RecordStep recordStep, ProviderStore providers, Clock clock) {
        this.recordStep = recordStep;
        this.providers = providers;
        this.clock = clock;
    }

    @GetMapping("/cycle")
    ResponseEntity<?> cycle(@PathVariable String ukprn, Caller caller) {
        return Ukprn.parse(ukprn)
                .flatMap(known -> providers.find(known, caller.visible()))
                .<ResponseEntity<?>>map(provider -> answer(HttpStatus.OK, provider, caller))
                .orElseGet(() -> Problem.notFound("provider " + ukprn).answer());
    }

    /** The same step again changes nothing. */
    @PostMapping("/steps")
    ResponseEntity<?> add(
            @PathVariable String ukprn,
            @RequestBody Body body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        var command = new Command(
                ukprn,
                Objects.requireNonNullElse(body.kind, ""),
                Objects.requireNonNullElse(body.on, ""),
                Objects.requireNonNullElse(body.bookedFor, ""),
                Objects.requireNonNullElse(body.edition, ""),
                Objects.requireNonNullElse(body.note, ""),
                Versions.expected(ifMatch));
        return answer(recordStep.record(command, caller), HttpStatus.CREATED, ukprn, caller);
    }

    @DeleteMapping("/steps/{id}")
    ResponseEntity<?> remove(
            @PathVariable String ukprn,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return answer(recordStep.remove(ukprn, id, Versions.expected(ifMatch), caller), HttpStatus.OK, ukprn, caller);
    }

    private ResponseEntity<?> answer(Result result, HttpStatus done, String ukprn, Caller caller) {
        return switch (result) {
            case Result.Recorded(var provider) -> answer(done, provider, caller);
            case Result.Unchanged(var provider) -> answer(HttpStatus.OK, provider, caller);
            case Result.NoSuchProvider() ->
                Problem.notFound("provider " + ukprn).answer();
            case Result.OwnOrganisation() ->
                Problem.of(
                                HttpStatus.FORBIDDEN,
                                "own-organisation",
                                "Nobody records the accreditation of their own organisation")
                        .answer();
            case Result.Invalid(var problems) -> Problem.invalid(problems).answer();
            case Result.ChangedMeanwhile(var version) -> Problems.changedMeanwhile(version);
        };
    }

    private ResponseEntity<?> answer(HttpStatus status, Provider provider, Caller caller) {
        return ResponseEntity.status(status)
                .eTag(Versions.tag(provider.version()))
                .body(CycleView.of(provider, LocalDate.now(clock), caller.mayReadNotesOn(provider.ukprn())));
    }
}
