package org.ncsoversight.outcomes.viewing;

import java.util.List;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.outcomes.model.OutcomeType;
import org.ncsoversight.outcomes.model.Provider;
import org.ncsoversight.outcomes.model.ProviderRegister;
import org.ncsoversight.outcomes.model.Ukprn;
import org.ncsoversight.outcomes.security.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One provider's claims by month and type, for people. */
@Controller
class ClaimsPage {

    private final Claims claims;
    private final ProviderRegister register;
    private final Subject subject;

    ClaimsPage(Claims claims, ProviderRegister register, Subject subject) {
        this.claims = claims;
        this.register = register;
        this.subject = subject;
    }

    @GetMapping("/outcomes")
    ModelAndView show(Caller caller, @RequestParam(defaultValue = "") String provider) {
        var choices = register.providers().stream()
                .filter(known -> caller.sees().include(known.ukprn()))
                .toList();
        String chosen = provider.isEmpty() ? onlyOneOf(caller) : provider;
        var visible = subject.of(caller, provider);
        if (visible.isEmpty()) {
            throw Problem.notFound();
        }
        var page = new ModelAndView("viewing/claims")
                .addObject("choices", choices)
                .addObject("chosen", chosen)
                .addObject("mayImport", caller.mayImport());
        if (!chosen.isEmpty()) {
            page.addObject("name", nameOf(chosen, choices))
                    .addObject("types", OutcomeType.values())
                    .addObject("months", MonthRow.of(claims.monthlyCounts(visible.get())));
        }
        return page;
    }

    /** Who can see one organisation only need not choose it. */
    private static String onlyOneOf(Caller caller) {
        return caller.sees()
                .restriction()
                .filter(providers -> providers.size() == 1)
                .map(providers -> providers.iterator().next().value())
                .orElse("");
    }

    private static String nameOf(String ukprn, List<Provider> choices) {
        return choices.stream()
                .filter(known -> known.ukprn().equals(new Ukprn(ukprn)))
                .map(Provider::name)
                .findFirst()
                .orElse(ukprn);
    }
}
