package org.ncsoversight.criteria.accreditation.accrediting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.accreditation.accrediting.RecordStep.Command;
import org.ncsoversight.criteria.accreditation.accrediting.RecordStep.Result;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.pages.DateFields;
import org.ncsoversight.criteria.pages.PageErrors;
import org.ncsoversight.criteria.pages.Standing;
import org.ncsoversight.criteria.pages.UkDate;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.accreditation.Step;
import org.ncsoversight.criteria.register.store.ProviderStore;
import org.ncsoversight.criteria.security.Caller;
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

/** Recording a step of the cycle by a form, and removing one that was recorded by mistake. */
@Controller
@RequestMapping("/providers/{ukprn}/steps")
class RecordStepPage {

    record Choice(String code, String title) {}

    record Form(String kind, DateFields on, DateFields bookedFor, String edition, String note, long version) {

        static Form of(Map<String, String> fields, long version) {
            return new Form(
                    fields.getOrDefault("kind", ""),
                    DateFields.in(fields, "on"),
                    DateFields.in(fields, "bookedFor"),
                    fields.getOrDefault("edition", ""),
                    fields.getOrDefault("note", ""),
                    version);
        }

        Form under(String otherEdition) {
            return new Form(kind, on, bookedFor, otherEdition, note, version);
        }

        /** The same, typed over what stands now. */
        Form over(Provider now) {
            return new Form(kind, on, bookedFor, edition, note, now.version());
        }
    }

    private final RecordStep recordStep;
    private final ProviderStore providers;
    private final EditionStore editions;
    private final Clock clock;

    RecordStepPage(RecordStep recordStep, ProviderStore providers, EditionStore editions, Clock clock) {
        this.recordStep = recordStep;
        this.providers = providers;
        this.editions = editions;
        this.clock = clock;
    }

    @GetMapping("/new")
    ModelAndView empty(@PathVariable String ukprn, @RequestParam Map<String, String> fields, Caller caller) {
        Provider provider = find(ukprn, caller);
        Form form = Form.of(fields, provider.version());
        return form(
                provider,
                form.edition.isEmpty()
                        ? form.under(editions.leadingOn(LocalDate.now(clock))
                                .map(edition -> edition.id().value())
                                .orElse(""))
                        : form,
                PageErrors.NONE);
    }

    @PostMapping("/new")
    ModelAndView record(
            @PathVariable String ukprn,
            @RequestParam long version,
            @RequestParam Map<String, String> fields,
            Caller caller) {
        Provider provider = find(ukprn, caller);
        Form form = Form.of(fields, version);
        var command = new Command(
                ukprn,
                form.kind,
                form.on.text(),
                form.bookedFor.text(),
                form.edition,
                form.note,
                OptionalLong.of(version));
        return switch (recordStep.record(command, caller)) {
            case Result.Recorded _, Result.Unchanged _ -> see(provider);
            case Result.NoSuchProvider _ -> throw notFound();
            case Result.OwnOrganisation _ -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case Result.Invalid(var problems) -> form(provider, form, new PageErrors(problems));
            case Result.ChangedMeanwhile _ -> {
                Provider now = find(ukprn, caller);
                yield form(now, form.over(now), meanwhile("kind")).addObject("standing", steps(now));
            }
        };
    }

    @GetMapping("/{id}/remove")
    ModelAndView ask(@PathVariable String ukprn, @PathVariable UUID id, Caller caller) {
        Provider provider = find(ukprn, caller);
        return question(provider, step(provider, id), provider.version(), PageErrors.NONE);
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(@PathVariable String ukprn, @PathVariable UUID id, @RequestParam long version, Caller caller) {
        Provider provider = find(ukprn, caller);
        return switch (recordStep.remove(ukprn, id, OptionalLong.of(version), caller)) {
            case Result.Recorded _, Result.Unchanged _ -> see(provider);
            case Result.NoSuchProvider _ -> throw notFound();
            case Result.OwnOrganisation _ -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case Result.Invalid(var problems) ->
                question(provider, step(provider, id), version, new PageErrors(problems));
            case Result.ChangedMeanwhile _ -> {
                Provider now = find(ukprn, caller);
                yield question(now, step(now, id), now.version(), meanwhile("remove"))
                        .addObject("standing", steps(now));
            }
        };
    }

    private static List<Standing> steps(Provider provider) {
        return provider.steps().stream()
                .map(step -> new Standing(step.kind().label(), UkDate.of(step.on())))
                .toList();
    }

    private static PageErrors meanwhile(String field) {
        return new PageErrors(List.of(new FieldError(
                field,
                "changed-meanwhile",
                "Somebody else changed this provider meanwhile. Compare with how it stands, then save again")));
    }

    private Provider find(String ukprn, Caller caller) {
        return Ukprn.parse(ukprn)
                .flatMap(known -> providers.find(known, caller.visible()))
                .orElseThrow(RecordStepPage::notFound);
    }

    private static Step step(Provider provider, UUID id) {
        return provider.steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow(RecordStepPage::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static ModelAndView see(Provider provider) {
        return new ModelAndView("redirect:/providers/" + provider.ukprn().value(), HttpStatus.SEE_OTHER);
    }

    private ModelAndView form(Provider provider, Form form, PageErrors errors) {
        var model = new ModelMap()
                .addAttribute("ukprn", provider.ukprn().value())
                .addAttribute("name", provider.name())
                .addAttribute("form", form)
                .addAttribute("kinds", Step.Kind.values())
                .addAttribute(
                        "editions",
                        editions.all().stream()
                                .map(edition -> new Choice(edition.id().value(), edition.title()))
                                .toList())
                .addAttribute("errors", errors);
        return page("accreditation/accrediting/record-step", model, errors);
    }

    private static ModelAndView question(Provider provider, Step step, long version, PageErrors errors) {
        var model = new ModelMap()
                .addAttribute("ukprn", provider.ukprn().value())
                .addAttribute("name", provider.name())
                .addAttribute("id", step.id())
                .addAttribute("step", step.kind().label() + ", " + UkDate.of(step.on()))
                .addAttribute("version", version)
                .addAttribute("errors", errors);
        return page("accreditation/accrediting/remove-step", model, errors);
    }

    private static ModelAndView page(String view, ModelMap model, PageErrors errors) {
        return new ModelAndView(view, model, errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }
}
