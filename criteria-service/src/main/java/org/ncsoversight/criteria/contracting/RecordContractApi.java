package org.ncsoversight.criteria.contracting;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.contracting.RecordContract.Command;
import org.ncsoversight.criteria.contracting.RecordContract.Result;
import org.ncsoversight.criteria.model.register.Contract;
import org.ncsoversight.criteria.model.register.Ukprn;
import org.ncsoversight.criteria.problems.Problems;
import org.ncsoversight.criteria.problems.Versions;
import org.ncsoversight.criteria.security.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Recording a contract by JSON. */
@RestController
class RecordContractApi {

    record Body(
            @Nullable String area,
            @Nullable String to,
            @Nullable String prime,
            @Nullable List<@Nullable String> subcontractors) {

        Command on(String touchpoint, String from, @Nullable String ifMatch) {
            List<@Nullable String> parties = Objects.requireNonNullElse(subcontractors, List.of());
            return new Command(
                    touchpoint,
                    from,
                    Objects.requireNonNullElse(to, ""),
                    Objects.requireNonNullElse(area, ""),
                    Objects.requireNonNullElse(prime, ""),
                    parties.stream()
                            .map(party -> Objects.requireNonNullElse(party, ""))
                            .toList(),
                    Versions.expected(ifMatch));
        }
    }

    record Answer(
            String contract,
            long version,
            String touchpoint,
            String area,
            String from,
            @Nullable String to,
            String prime,
            List<String> subcontractors) {

        static Answer of(Contract contract) {
            return new Answer(
                    contract.id().value(),
                    contract.version(),
                    contract.touchpoint().value(),
                    contract.area(),
                    contract.period().from().toString(),
                    contract.period().to().map(Object::toString).orElse(null),
                    contract.prime().value(),
                    contract.subcontractors().stream().map(Ukprn::value).toList());
        }
    }

    private final RecordContract recordContract;

    RecordContractApi(RecordContract recordContract) {
        this.recordContract = recordContract;
    }

    @PutMapping("/api/criteria/contracts/{touchpoint}/{from}")
    ResponseEntity<?> put(
            @PathVariable String touchpoint,
            @PathVariable String from,
            @RequestBody Body body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return switch (recordContract.record(body.on(touchpoint, from, ifMatch), caller.visible())) {
            case Result.Created(var contract) ->
                answer(
                        ResponseEntity.created(URI.create(
                                "/api/criteria/contracts/" + contract.id().value())),
                        contract);
            case Result.Changed(var contract) -> answer(ResponseEntity.ok(), contract);
            case Result.Unchanged(var contract) -> answer(ResponseEntity.ok(), contract);
            case Result.Invalid(var problems) -> Problems.invalid(problems);
            case Result.Overlaps(var other) ->
                Problems.of(
                        HttpStatus.CONFLICT,
                        "contracts-overlap",
                        "The period overlaps with contract " + other.id().value());
            case Result.ChangedMeanwhile(var version) -> Problems.changedMeanwhile(version);
        };
    }

    private static ResponseEntity<Answer> answer(ResponseEntity.BodyBuilder builder, Contract contract) {
        return builder.eTag(Versions.tag(contract.version())).body(Answer.of(contract));
    }
}
