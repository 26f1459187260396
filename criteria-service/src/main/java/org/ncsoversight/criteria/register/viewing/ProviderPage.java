package org.ncsoversight.criteria.register.viewing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.pages.UkDate;
import org.ncsoversight.criteria.register.model.NameHistory;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.Succession;
import org.ncsoversight.criteria.register.model.accreditation.Accreditation;
import org.ncsoversight.criteria.register.model.accreditation.Milestone;
import org.ncsoversight.criteria.register.model.accreditation.Step;
import org.ncsoversight.criteria.security.Caller;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.store.EditionStore;
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
                case DONE -> row(milestone, "Done", "govuk-tag--green");
                case OVERDUE -> row(milestone, "Overdue", "govuk-tag--red");
            };
        }

        private static MilestoneRow row(Milestone milestone, String standing, String tag) {
            return new MilestoneRow(milestone.kind().label(), UkDate.of(milestone.on()), standing, tag);
        }
    }

    record NameRow(String name, String days) {

        static List<NameRow> of(Provider provider) {
            var rows = new ArrayList<NameRow>();
            List<NameHistory.Entry> entries = provider.names().entries();
            for (int i = 0; i < entries.size() - 1; i++) {
                String from = entries.get(i)
                        .from()
                        .map(day -> "from " + UkDate.of(day) + " ")
                        .orElse("");
                LocalDate next = entries.get(i + 1).from().orElseThrow();
                rows.add(new NameRow(entries.get(i).name(), from + "until " + UkDate.of(next.minusDays(1))));
            }
            return rows;
        }
    }

    record StepRow(String id, String label, String on, String bookedFor, String note, String by) {

        static StepRow of(Step step) {
            return new StepRow(
                    step.id().toString(),
                    step.kind().label(),
                    UkDate.of(step.on()),
                    step.bookedFor().map(UkDate::of).orElse(""),
                    step.note(),
                    step.recordedBy());
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
        model.addAttribute("mayRecord", caller.mayRecordCycle() && !caller.own().contains(provider.ukprn()));
        model.addAttribute("mayReadNotes", caller.mayReadNotesOn(provider.ukprn()));
        model.addAttribute("mayReadReports", caller.mayReadReports());
        model.addAttribute("state", provider.cycle().stateOn(today).label());
        model.addAttribute("names", NameRow.of(provider));
        model.addAttribute(
                "merger",
                provider.succeededBy()
                        .map(merger -> merger(merger, today, caller))
                        .orElse(""));
        model.addAttribute(
                "successor",
                provider.succeededBy()
                        .map(Succession::by)
                        .filter(caller.visible()::include)
                        .map(Ukprn::value)
                        .orElse(""));
        model.addAttribute(
                "steps", provider.steps().reversed().stream().map(StepRow::of).toList());
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
                provider.cycle().milestones().stream()
                        .map(milestone -> MilestoneRow.of(milestone, today))
                        .toList());
        model.addAttribute(
                "contracts", register.rows(register.contractsOf(provider.ukprn(), caller.visible()), caller.visible()));
        return "register/viewing/provider";
    }

    private String merger(Succession merger, LocalDate today, Caller caller) {
        String name = register.provider(merger.by().value(), caller.visible())
                .map(Provider::name)
                .orElse("UKPRN " + merger.by().value());
        return (merger.on().isAfter(today) ? "Will be merged into " : "Merged into ") + name + " on "
                + UkDate.of(merger.on());
    }
}
