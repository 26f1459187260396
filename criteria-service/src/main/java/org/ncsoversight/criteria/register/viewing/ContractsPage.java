package org.ncsoversight.criteria.register.viewing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.pages.DateFields;
import org.ncsoversight.criteria.pages.PageErrors;
import org.ncsoversight.criteria.pages.UkDate;
import org.ncsoversight.criteria.register.model.Contract;
import org.ncsoversight.criteria.register.model.ContractId;
import org.ncsoversight.criteria.register.model.Profile.Figure;
import org.ncsoversight.criteria.register.model.Typed;
import org.ncsoversight.criteria.register.store.ContractStore;
import org.ncsoversight.criteria.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The contracts of every touchpoint, past, present and to come, and each of them. */
@Controller
class ContractsPage {

    record AreaRow(String name, String from, String to) {

        static AreaRow of(Contract.AreaName area) {
            return new AreaRow(
                    area.name(),
                    UkDate.of(area.period().from()),
                    area.period().to().map(UkDate::of).orElse("no end date"));
        }
    }

    record ProfileRow(String days, List<String> figures) {}

    private final RegisterReader register;

    ContractsPage(RegisterReader register) {
        this.register = register;
    }

    @GetMapping("/contracts")
    ModelAndView list(
            @RequestParam(defaultValue = "") String q, @RequestParam Map<String, String> fields, Caller caller) {
        DateFields day = DateFields.in(fields, "on");
        var typed = new Typed();
        Optional<LocalDate> on = typed.date("on", "Day", day.text());
        List<FieldError> problems = typed.problems();
        String sought = q.strip();
        var query = new ContractStore.Query(
                Optional.empty(),
                on,
                sought.isEmpty() ? Optional.empty() : Optional.of(sought),
                Optional.empty(),
                ContractStore.MAX_READ);
        List<Contract> shown = problems.isEmpty() ? register.contracts(query, caller.visible()) : List.of();
        var model = new ModelMap()
                .addAttribute("contracts", register.rows(shown, on.orElse(register.today()), caller.visible()))
                .addAttribute("q", sought)
                .addAttribute("on", day)
                .addAttribute("day", on.map(LocalDate::toString).orElse(""))
                .addAttribute("errors", new PageErrors(problems))
                .addAttribute("mayEdit", caller.mayEditRegister());
        return new ModelAndView(
                "register/viewing/contracts",
                model,
                problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/contracts/{touchpoint:[0-9]+}/{from}")
    String one(@PathVariable String touchpoint, @PathVariable String from, Caller caller, Model model) {
        Contract contract = ContractId.parse(touchpoint + "/" + from)
                .flatMap(id -> register.contract(id, caller.visible()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute(
                "contract",
                register.rows(List.of(contract), register.today(), caller.visible())
                        .getFirst());
        model.addAttribute(
                "areas", contract.areaNames().stream().map(AreaRow::of).toList());
        model.addAttribute("figures", Figure.values());
        model.addAttribute("profile", profile(contract));
        model.addAttribute("mayEdit", caller.mayEditRegister());
        return "register/viewing/contract";
    }

    private static List<ProfileRow> profile(Contract contract) {
        var rows = new ArrayList<ProfileRow>();
        for (int year = 1; year <= contract.profile().lastYear(); year++) {
            var days = contract.year(year);
            var figures = new ArrayList<String>();
            for (Figure figure : Figure.values()) {
                figures.add(contract.profile()
                        .figure(year, figure)
                        .map(value -> String.format("%,d", value))
                        .orElse("None"));
            }
            rows.add(new ProfileRow(
                    UkDate.of(days.from()) + " to " + UkDate.of(days.to().orElseThrow()), figures));
        }
        return rows;
    }
}
