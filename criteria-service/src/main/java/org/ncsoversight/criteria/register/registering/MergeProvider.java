package org.ncsoversight.criteria.register.registering;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.answers.Versions;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.pages.DateFields;
import org.ncsoversight.criteria.pages.PageErrors;
import org.ncsoversight.criteria.pages.Standing;
import org.ncsoversight.criteria.pages.UkDate;
import org.ncsoversight.criteria.problems.Problems;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.ProviderEntry.TypedSuccession;
import org.ncsoversight.criteria.register.model.Succession;
import org.ncsoversight.criteria.register.registering.RegisterProvider.Result;
import org.ncsoversight.criteria.register.store.ProviderStore;
import org.ncsoversight.criteria.register.views.ProviderView;
import org.ncsoversight.criteria.security.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Recording by JSON or by a form that a provider was merged into another, and undoing what was recorded wrongly. */
@Controller
class MergeProvider {

    record Body(@Nullable String by, @Nullable String on) {}

    record Form(String by, DateFields on, long version) {}

    private static final String API = "/api/criteria/providers/{ukprn}/succession";
    private static final String PAGE = "/providers/{ukprn}/merger";
    private static final TypedSuccession NONE = new TypedSuccession("", "");

    private final RegisterProvider registerProvider;
    private final ProviderStore providers;

    MergeProvider(RegisterProvider registerProvider, ProviderStore providers) {
        this.registerProvider = registerProvider;
        this.providers = providers;
    }

    @PutMapping(API)
    ResponseEntity<?> put(
            @PathVariable String ukprn,
            @RequestBody Body body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        String by = Objects.requireNonNullElse(body.by, "");
        String on = Objects.requireNonNullElse(body.on, "");
        if (by.isBlank() && on.isBlank()) {
            return Problem.invalid(
                            List.of(new FieldError("by", "missing", "Enter into which provider this one was merged")))
                    .answer();
        }
        return answer(ukprn, new TypedSuccession(by, on), ifMatch, caller);
    }

    @DeleteMapping(API)
    ResponseEntity<?> delete(
            @PathVariable String ukprn,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return answer(ukprn, NONE, ifMatch, caller);
    }

    private ResponseEntity<?> answer(String ukprn, TypedSuccession merger, @Nullable String ifMatch, Caller caller) {
        Optional<Result> result = registerProvider.merge(ukprn, merger, Versions.expected(ifMatch), caller.visible());
        if (result.isEmpty()) {
            return Problem.notFound("provider " + ukprn).answer();
        }
        return switch (result.get()) {
            case Result.Created(var provider) -> answer(provider);
            case Result.Changed(var provider) -> answer(provider);
            case Result.Unchanged(var provider) -> answer(provider);
            case Result.Invalid(var problems) -> Problem.invalid(problems).answer();
            case Result.ChangedMeanwhile(var version) -> Problems.changedMeanwhile(version);
        };
    }

    private static ResponseEntity<ProviderView> answer(Provider provider) {
        return ResponseEntity.ok().eTag(Versions.tag(provider.version())).body(ProviderView.of(provider));
    }

    @GetMapping(PAGE)
    ModelAndView filled(@PathVariable String ukprn, Caller caller) {
        Provider provider = find(ukprn, caller);
        Optional<Succession> merger = provider.succeededBy();
        return form(
                provider,
                new Form(
                        merger.map(known -> known.by().value()).orElse(""),
                        merger.map(known -> DateFields.of(known.on())).orElse(DateFields.EMPTY),
                        provider.version()),
                PageErrors.NONE);
    }

    @PostMapping(PAGE)
    ModelAndView record(
            @PathVariable String ukprn,
            @RequestParam(defaultValue = "") String by,
            @RequestParam long version,
            @RequestParam Map<String, String> fields,
            Caller caller) {
        Provider kept = find(ukprn, caller);
        var form = new Form(by, DateFields.in(fields, "on"), version);
        var merger = new TypedSuccession(by, form.on.text());
        Result result = registerProvider
                .merge(ukprn, merger, OptionalLong.of(version), caller.visible())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return switch (result) {
            case Result.Created _, Result.Changed _, Result.Unchanged _ ->
                new ModelAndView("redirect:/providers/" + kept.ukprn().value(), HttpStatus.SEE_OTHER);
            case Result.Invalid(var problems) -> form(kept, form, new PageErrors(problems));
            case Result.ChangedMeanwhile _ -> overtaken(find(ukprn, caller), form);
        };
    }

    private static ModelAndView overtaken(Provider now, Form typed) {
        return form(
                        now,
                        new Form(typed.by, typed.on, now.version()),
                        new PageErrors(List.of(new FieldError(
                                "by",
                                "changed-meanwhile",
                                "Somebody else changed this provider meanwhile. Compare with how it stands, then save"
                                        + " again"))))
                .addObject(
                        "standing",
                        List.of(
                                new Standing("Name", now.name()),
                                new Standing(
                                        "Merged into",
                                        now.succeededBy()
                                                .map(merger -> merger.by().value() + " on " + UkDate.of(merger.on()))
                                                .orElse(""))));
    }

    private Provider find(String ukprn, Caller caller) {
        return Ukprn.parse(ukprn)
                .flatMap(known -> providers.find(known, caller.visible()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView form(Provider provider, Form form, PageErrors errors) {
        var model = new ModelMap()
                .addAttribute("ukprn", provider.ukprn().value())
                .addAttribute("name", provider.name())
                .addAttribute("form", form)
                .addAttribute("errors", errors);
        return new ModelAndView(
                "register/registering/merge-provider",
                model,
                errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }
}
