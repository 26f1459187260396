package org.ncsoversight.criteria.register.contracting;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.pages.DateFields;
import org.ncsoversight.criteria.pages.PageErrors;
import org.ncsoversight.criteria.pages.Standing;
import org.ncsoversight.criteria.pages.UkDate;
import org.ncsoversight.criteria.register.contracting.RecordContract.Command;
import org.ncsoversight.criteria.register.contracting.RecordContract.Result;
import org.ncsoversight.criteria.register.model.Contract;
import org.ncsoversight.criteria.register.model.ContractEntry;
import org.ncsoversight.criteria.register.model.ContractId;
import org.ncsoversight.criteria.register.model.TypedNames;
import org.ncsoversight.criteria.register.store.ContractStore;
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

/** Recording a contract by a form, and changing it by the same form. */
@Controller
class RecordContractPage {

    private static final String SEPARATORS = "[\\s,;]+";
    private static final long NEW = 0;

    record Form(
            String touchpoint,
            DateFields from,
            DateFields to,
            String area,
            DateFields areaFrom,
            String prime,
            String subcontractors,
            long version) {

        static Form of(Map<String, String> fields, long version) {
            return new Form(
                    fields.getOrDefault("touchpoint", ""),
                    DateFields.in(fields, "from"),
                    DateFields.in(fields, "to"),
                    fields.getOrDefault("area", ""),
                    DateFields.in(fields, "areaFrom"),
                    fields.getOrDefault("prime", ""),
                    fields.getOrDefault("subcontractors", ""),
                    version);
        }

        static Form of(Contract contract) {
            return new Form(
                    contract.touchpoint().value(),
                    DateFields.of(contract.period().from()),
                    contract.period().to().map(DateFields::of).orElse(DateFields.EMPTY),
                    contract.area(),
                    DateFields.EMPTY,
                    contract.prime().value(),
                    contract.subcontractors().stream().map(Ukprn::value).collect(Collectors.joining("\n")),
                    contract.version());
        }

        /** The same, typed over what stands now. */
        Form over(Contract now) {
            return new Form(touchpoint, from, to, area, areaFrom, prime, subcontractors, now.version());
        }

        Command command() {
            var entry = new ContractEntry(
                    touchpoint,
                    from.text(),
                    to.text(),
                    TypedNames.of("area", "Area", area, areaFrom.text()),
                    prime,
                    Arrays.stream(subcontractors.split(SEPARATORS, -1))
                            .filter(text -> !text.isEmpty())
                            .toList(),
                    Optional.empty());
            return new Command(entry, OptionalLong.of(version));
        }
    }

    private final RecordContract recordContract;
    private final ContractStore contracts;

    RecordContractPage(RecordContract recordContract, ContractStore contracts) {
        this.recordContract = recordContract;
        this.contracts = contracts;
    }

    @GetMapping("/contracts/new")
    ModelAndView empty() {
        return form(Form.of(Map.of(), NEW), PageErrors.NONE);
    }

    @GetMapping("/contracts/{touchpoint}/{from}/edit")
    ModelAndView filled(@PathVariable String touchpoint, @PathVariable String from, Caller caller) {
        return form(Form.of(find(touchpoint, from, caller)), PageErrors.NONE);
    }

    @PostMapping("/contracts/new")
    ModelAndView enter(@RequestParam Map<String, String> fields, Caller caller) {
        return answer(Form.of(fields, NEW), caller);
    }

    @PostMapping("/contracts/{touchpoint}/{from}/edit")
    ModelAndView change(
            @PathVariable String touchpoint,
            @PathVariable String from,
            @RequestParam Map<String, String> fields,
            @RequestParam long version,
            Caller caller) {
        Form kept = Form.of(find(touchpoint, from, caller));
        Form typed = Form.of(fields, version);
        // Touchpoint and first day are what the contract is known by, so they stay.
        return answer(
                new Form(
                        kept.touchpoint,
                        kept.from,
                        typed.to,
                        typed.area,
                        typed.areaFrom,
                        typed.prime,
                        typed.subcontractors,
                        version),
                caller);
    }

    private ModelAndView answer(Form form, Caller caller) {
        return switch (recordContract.record(form.command(), caller.visible())) {
            case Result.Created _, Result.Changed _, Result.Unchanged _ ->
                new ModelAndView("redirect:/contracts", HttpStatus.SEE_OTHER);
            case Result.Invalid(var problems) -> form(form, new PageErrors(problems));
            case Result.Overlaps(var other) ->
                form(
                        form,
                        problem(
                                form.version == NEW ? "from" : "to",
                                "contracts-overlap",
                                "The period overlaps with the contract from "
                                        + UkDate.of(other.period().from())));
            case Result.ChangedMeanwhile _ ->
                form.version == NEW
                        ? form(form, problem("from", "entered-already", "This contract has been entered already"))
                        : overtaken(form, find(form.touchpoint, form.from.text(), caller));
        };
    }

    private static ModelAndView overtaken(Form typed, Contract now) {
        return form(
                        typed.over(now),
                        problem(
                                "area",
                                "changed-meanwhile",
                                "Somebody else changed this contract meanwhile. Compare with how it stands, then save"
                                        + " again"))
                .addObject(
                        "standing",
                        List.of(
                                new Standing(
                                        "Last day",
                                        now.period().to().map(UkDate::of).orElse("")),
                                new Standing("Area", now.area()),
                                new Standing("Prime contractor", now.prime().value()),
                                new Standing(
                                        "Subcontractors",
                                        now.subcontractors().stream()
                                                .map(Ukprn::value)
                                                .collect(Collectors.joining(", ")))));
    }

    private static PageErrors problem(String field, String code, String message) {
        return new PageErrors(List.of(new FieldError(field, code, message)));
    }

    private Contract find(String touchpoint, String from, Caller caller) {
        return ContractId.parse(touchpoint + "/" + from)
                .flatMap(id -> contracts.find(id, caller.visible()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView form(Form form, PageErrors errors) {
        var model = new ModelMap()
                .addAttribute("form", form)
                .addAttribute("isNew", form.version == NEW)
                .addAttribute("errors", errors);
        return new ModelAndView(
                "register/contracting/record-contract",
                model,
                errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }
}
