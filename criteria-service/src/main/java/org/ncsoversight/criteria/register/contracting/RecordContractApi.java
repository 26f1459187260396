package org.ncsoversight.criteria.register.contracting;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.answers.Versions;
import org.ncsoversight.criteria.problems.Problems;
import org.ncsoversight.criteria.register.contracting.RecordContract.Command;
import org.ncsoversight.criteria.register.contracting.RecordContract.Result;
import org.ncsoversight.criteria.register.model.Contract;
import org.ncsoversight.criteria.register.model.ContractEntry;
import org.ncsoversight.criteria.register.model.Profile.Figure;
import org.ncsoversight.criteria.register.model.TypedNames;
import org.ncsoversight.criteria.register.views.ContractView;
import org.ncsoversight.criteria.security.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Recording a contract by JSON. */
@RestController
class RecordContractApi {

    /**
     * {@code areaFrom}: since when the area has the name; without it a name that differs is the present one spelt
     * otherwise. {@code profile}: figures by contract year, like {@code {"1": {"customers": 12000}}}; without it the
     * profile stays.
     */
    record Body(
            @Nullable String area,
            @Nullable String areaFrom,
            @Nullable String to,
            @Nullable String prime,
            @Nullable List<@Nullable String> subcontractors,
            @Nullable Map<Integer, Map<String, @Nullable JsonNode>> profile) {

        Command on(String touchpoint, String from, @Nullable String ifMatch) {
            List<@Nullable String> parties = Objects.requireNonNullElse(subcontractors, List.of());
            var entry = new ContractEntry(
                    touchpoint,
                    from,
                    Objects.requireNonNullElse(to, ""),
                    TypedNames.of(
                            "area",
                            "Area",
                            Objects.requireNonNullElse(area, ""),
                            Objects.requireNonNullElse(areaFrom, "")),
                    Objects.requireNonNullElse(prime, ""),
                    parties.stream()
                            .map(party -> Objects.requireNonNullElse(party, ""))
                            .toList(),
                    Optional.ofNullable(profile).map(Body::texts));
            return new Command(entry, Versions.expected(ifMatch));
        }

        private static Map<Integer, Map<Figure, String>> texts(Map<Integer, Map<String, @Nullable JsonNode>> years) {
            var texts = new TreeMap<Integer, Map<Figure, String>>();
            years.forEach((year, figures) -> figures.forEach((code, figure) -> Figure.parse(code.replace('-', '_'))
                    .ifPresent(known -> texts.computeIfAbsent(year, _ -> new EnumMap<>(Figure.class))
                            .put(known, figure == null || figure.isNull() ? "" : figure.asString()))));
            return texts;
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
            case Result.Invalid(var problems) -> Problem.invalid(problems).answer();
            case Result.Overlaps(var other) ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "contracts-overlap",
                                "The period overlaps with contract "
                                        + other.id().value())
                        .answer();
            case Result.ChangedMeanwhile(var version) -> Problems.changedMeanwhile(version);
        };
    }

    private static ResponseEntity<ContractView> answer(ResponseEntity.BodyBuilder builder, Contract contract) {
        return builder.eTag(Versions.tag(contract.version())).body(ContractView.of(contract));
    }
}
