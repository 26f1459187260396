package org.ncsoversight.criteria.register.registering;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.pages.DateFields;
import org.ncsoversight.criteria.pages.PageErrors;
import org.ncsoversight.criteria.pages.Standing;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.ProviderEntry;
import org.ncsoversight.criteria.register.registering.RegisterProvider.Command;
import org.ncsoversight.criteria.register.registering.RegisterProvider.Result;
import org.ncsoversight.criteria.register.store.ProviderStore;
import org.ncsoversight.criteria.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Registering a provider by a form, and changing it by the same form. */
@Controller
class RegisterProviderPage {

    private static final String VIEW = "register/registering/register-provider";

    // The version that the administrator saw; a new provider has none yet.
    private static final long NEW = 0;

    private final RegisterProvider registerProvider;
    private final ProviderStore providers;

    RegisterProviderPage(RegisterProvider registerProvider, ProviderStore providers) {
        this.registerProvider = registerProvider;
        this.providers = providers;
    }

    record Form(String ukprn, String name, DateFields nameFrom, String kind, long version) {

        Command command() {
            return new Command(ProviderEntry.of(ukprn, name, nameFrom.text(), kind), OptionalLong.of(version));
        }

        /** The same, typed over what stands now. */
        Form over(Provider now) {
            return new Form(ukprn, name, nameFrom, kind, now.version());
        }

        boolean isNew() {
            return version == NEW;
        }
    }

    @GetMapping("/providers/new")
    ModelAndView empty() {
        return form(new Form("", "", DateFields.EMPTY, "", NEW), PageErrors.NONE);
    }

    @GetMapping("/providers/{ukprn}/edit")
    ModelAndView filled(@PathVariable String ukprn, Caller caller) {
        Provider provider = find(ukprn, caller);
        return form(
                new Form(
                        ukprn,
                        provider.name(),
                        DateFields.EMPTY,
                        provider.kind().code(),
                        provider.version()),
                PageErrors.NONE);
    }

    @PostMapping("/providers/new")
    ModelAndView register(
            @RequestParam(defaultValue = "") String ukprn,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String kind,
            Caller caller) {
        return answer(new Form(ukprn, name, DateFields.EMPTY, kind, NEW), caller);
    }

    @PostMapping("/providers/{ukprn}/edit")
    ModelAndView change(
            @PathVariable String ukprn,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam long version,
            @RequestParam Map<String, String> fields,
            Caller caller) {
        return answer(new Form(ukprn, name, DateFields.in(fields, "nameFrom"), kind, version), caller);
    }

    private ModelAndView answer(Form typed, Caller caller) {
        return switch (registerProvider.register(typed.command(), caller.visible())) {
            case Result.Created(var provider) -> seeProvider(provider);
            case Result.Changed(var provider) -> seeProvider(provider);
            case Result.Unchanged(var provider) -> seeProvider(provider);
            case Result.Invalid(var problems) -> form(typed, new PageErrors(problems));
            case Result.ChangedMeanwhile _ ->
                typed.isNew()
                        ? form(
                                typed,
                                problem(
                                        "ukprn",
                                        "registered-already",
                                        "A provider with this UKPRN is registered already"))
                        : overtaken(typed, find(typed.ukprn, caller));
        };
    }

    private static ModelAndView overtaken(Form typed, Provider now) {
        return form(
                        typed.over(now),
                        problem(
                                "name",
                                "changed-meanwhile",
                                "Somebody else changed this provider meanwhile. Compare with how it stands, then save"
                                        + " again"))
                .addObject(
                        "standing",
                        List.of(
                                new Standing("Name", now.name()),
                                new Standing(
                                        "How it comes to deliver", now.kind().label())));
    }

    private static PageErrors problem(String field, String code, String message) {
        return new PageErrors(List.of(new FieldError(field, code, message)));
    }

    private Provider find(String ukprn, Caller caller) {
        return Ukprn.parse(ukprn)
                .flatMap(known -> providers.find(known, caller.visible()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView seeProvider(Provider provider) {
        return new ModelAndView("redirect:/providers/" + provider.ukprn().value(), HttpStatus.SEE_OTHER);
    }

    private static ModelAndView form(Form typed, PageErrors errors) {
        var model = new ModelMap()
                .addAttribute("form", typed)
                .addAttribute("isNew", typed.isNew())
                .addAttribute("version", typed.version)
                .addAttribute("kinds", Provider.Kind.values())
                .addAttribute("errors", errors);
        return new ModelAndView(VIEW, model, errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }
}
