package org.ncsoversight.criteria.register.registering;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.answers.Versions;
import org.ncsoversight.criteria.problems.Problems;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.ProviderEntry;
import org.ncsoversight.criteria.register.registering.RegisterProvider.Command;
import org.ncsoversight.criteria.register.registering.RegisterProvider.Result;
import org.ncsoversight.criteria.security.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Registering a provider by JSON. */
@RestController
class RegisterProviderApi {

    /** {@code nameFrom}: since when it has the name; without it a name that differs is the present one spelt otherwise. */
    record Body(
            @Nullable String name,
            @Nullable String nameFrom,
            @Nullable String kind) {}

    record Answer(String ukprn, long version, String name, String kind) {}

    private final RegisterProvider registerProvider;

    RegisterProviderApi(RegisterProvider registerProvider) {
        this.registerProvider = registerProvider;
    }

    @PutMapping("/api/criteria/providers/{ukprn}")
    ResponseEntity<?> put(
            @PathVariable String ukprn,
            @RequestBody Body body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        var entry = ProviderEntry.of(
                ukprn,
                Objects.requireNonNullElse(body.name, ""),
                Objects.requireNonNullElse(body.nameFrom, ""),
                Objects.requireNonNullElse(body.kind, ""));
        var command = new Command(entry, Versions.expected(ifMatch));
        return switch (registerProvider.register(command, caller.visible())) {
            case Result.Created(var provider) ->
                answer(
                        ResponseEntity.created(URI.create(
                                "/api/criteria/providers/" + provider.ukprn().value())),
                        provider);
            case Result.Changed(var provider) -> answer(ResponseEntity.ok(), provider);
            case Result.Unchanged(var provider) -> answer(ResponseEntity.ok(), provider);
            case Result.Invalid(var problems) -> Problem.invalid(problems).answer();
            case Result.ChangedMeanwhile(var version) -> Problems.changedMeanwhile(version);
        };
    }

    private static ResponseEntity<Answer> answer(ResponseEntity.BodyBuilder builder, Provider provider) {
        return builder.eTag(Versions.tag(provider.version()))
                .body(new Answer(
                        provider.ukprn().value(),
                        provider.version(),
                        provider.name(),
                        provider.kind().code()));
    }
}
