package org.ncsoversight.criteria.accreditation.accrediting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.accreditation.accrediting.RecordAccreditation.Command;
import org.ncsoversight.criteria.accreditation.accrediting.RecordAccreditation.Result;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.pages.DateFields;
import org.ncsoversight.criteria.pages.PageErrors;
import org.ncsoversight.criteria.pages.Standing;
import org.ncsoversight.criteria.pages.UkDate;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.accreditation.Accreditation;
import org.ncsoversight.criteria.register.store.ProviderStore;
import org.ncsoversight.criteria.security.Caller;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.store.EditionStore;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Recording an accreditation by a form. */
@Controller
@RequestMapping("/providers/{ukprn}/accreditation")
class RecordAccreditationPage {

    record Choice(String code, String title) {

        static Choice of(Edition edition) {
            return new Choice(edition.id().value(), edition.title());
        }
    }

    record Form(String edition, DateFields accreditedOn, long version) {}

    private final RecordAccreditation recordAccreditation;
    private final ProviderStore providers;
    private final EditionStore editions;
    private final Clock clock;

    RecordAccreditationPage(
            RecordAccreditation recordAccreditation, ProviderStore providers, EditionStore editions, Clock clock) {
        this.recordAccreditation = recordAccreditation;
        this.providers = providers;
        this.editions = editions;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView filled(@PathVariable String ukprn, Caller caller) {
        Provider provider = find(ukprn, caller);
        var accreditation = provider.accreditation();
        return form(
                provider,
                new Form(
                        accreditation
                                .map(Accreditation::edition)
                                .or(() ->
                                        editions.leadingOn(LocalDate.now(clock)).map(Edition::id))
                                .map(EditionId::value)
                                .orElse(""),
                        accreditation
                                .map(Accreditation::accreditedOn)
                                .map(DateFields::of)
                                .orElse(DateFields.EMPTY),
                        provider.version()),
                PageErrors.NONE);
    }

    @PostMapping
    ModelAndView record(
            @PathVariable String ukprn,
            @RequestParam(defaultValue = "") String edition,
            @RequestParam long version,
            @RequestParam Map<String, String> fields,
            Caller caller) {
        var form = new Form(edition, DateFields.in(fields, "accreditedOn"), version);
        var command =
                new Command(ukprn, edition, form.accreditedOn.text(), OptionalLong.of(version), caller.username());
        return switch (recordAccreditation.record(command, caller.visible())) {
            case Result.Recorded(var provider) -> seeProvider(provider);
            case Result.Unchanged(var provider) -> seeProvider(provider);
            case Result.NoSuchProvider() -> throw notFound();
            case Result.Invalid(var problems) -> form(find(ukprn, caller), form, new PageErrors(problems));
            case Result.ChangedMeanwhile _ -> overtaken(form, find(ukprn, caller));
        };
    }

    private ModelAndView overtaken(Form typed, Provider now) {
        return form(
                        now,
                        new Form(typed.edition, typed.accreditedOn, now.version()),
                        new PageErrors(List.of(new FieldError(
                                "accreditedOn",
                                "changed-meanwhile",
                                "Somebody else changed this provider meanwhile. Compare with how it stands, then save"
                                        + " again"))))
                .addObject(
                        "standing",
                        List.of(new Standing(
                                "Accredited",
                                now.accreditation()
                                        .map(known -> UkDate.of(known.accreditedOn()) + ", "
                                                + known.edition().value())
                                        .orElse(""))));
    }

    private static ModelAndView seeProvider(Provider provider) {
        return new ModelAndView("redirect:/providers/" + provider.ukprn().value(), HttpStatus.SEE_OTHER);
    }

    private ModelAndView form(Provider provider, Form form, PageErrors errors) {
        var model = new ModelMap()
                .addAttribute("ukprn", provider.ukprn().value())
                .addAttribute("name", provider.name())
                .addAttribute("form", form)
                .addAttribute(
                        "editions", editions.all().stream().map(Choice::of).toList())
                .addAttribute("errors", errors);
        return new ModelAndView(
                "accreditation/accrediting/record-accreditation",
                model,
                errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    private Provider find(String ukprn, Caller caller) {
        return Ukprn.parse(ukprn)
                .flatMap(known -> providers.find(known, caller.visible()))
                .orElseThrow(RecordAccreditationPage::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
