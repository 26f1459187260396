package org.ncsoversight.criteria.viewing;

import java.time.LocalDate;
import java.util.List;
import org.ncsoversight.criteria.model.register.Accreditation;
import org.ncsoversight.criteria.model.register.Milestone;
import org.ncsoversight.criteria.model.register.Provider;
import org.ncsoversight.criteria.model.standard.Edition;
import org.ncsoversight.criteria.model.standard.EditionStore;
import org.ncsoversight.criteria.pages.UkDate;
import org.ncsoversight.criteria.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One provider: what it is, when it was accredited and what is due, and the contracts in which it takes part. */
@Controller
class ProviderPage {

    record MilestoneRow(String label, String date, String standing, String tag) {

        static MilestoneRow of(Milestone milestone, LocalDate today) {
            return switch (milestone.standingOn(today)) {
                case LATER -> row(milestone, "Not due yet", "govuk-tag--grey");
                case DUE_SOON -> row(milestone, "Due soon", "govuk-tag--yellow");
                case PASSED -> row(milestone, "Date passed", "govuk-tag--grey");
                case OVERDUE -> row(milestone, "Overdue", "govuk-tag--red");
            };
        }

        private static MilestoneRow row(Milestone milestone, String standing, String tag) {
            return new MilestoneRow(milestone.kind().label(), UkDate.of(milestone.on()), standing, tag);
        }
    }

    private final RegisterReader register;
    private final EditionStore editions;

    ProviderPage(RegisterReader register, EditionStore editions) {
        this.register = register;
        this.editions = editions;
    }

    @GetMapping("/providers/{ukprn}")
    String show(@PathVariable String ukprn, Caller caller, Model model) {
        Provider provider = register.provider(ukprn, caller.visible())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        LocalDate today = register.today();
        model.addAttribute("ukprn", provider.ukprn().value());
        model.addAttribute("name", provider.name());
        model.addAttribute("kind", provider.kind().label());
        model.addAttribute("mayEdit", caller.mayEditRegister());
        model.addAttribute(
                "accreditedOn",
                provider.accreditation()
                        .map(Accreditation::accreditedOn)
                        .map(UkDate::of)
                        .orElse(""));
        model.addAttribute(
                "edition",
                provider.accreditation()
                        .map(Accreditation::edition)
                        .flatMap(editions::find)
                        .map(Edition::title)
                        .orElse(""));
        model.addAttribute(
                "milestones",
                provider.accreditation().map(Accreditation::milestones).orElse(List.of()).stream()
                        .map(milestone -> MilestoneRow.of(milestone, today))
                        .toList());
        model.addAttribute(
                "contracts", register.rows(register.contractsOf(provider.ukprn(), caller.visible()), caller.visible()));
        return "viewing/provider";
    }
}
