package org.ncsoversight.criteria.register.contracting;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.pages.PageErrors;
import org.ncsoversight.criteria.pages.Standing;
import org.ncsoversight.criteria.pages.UkDate;
import org.ncsoversight.criteria.register.contracting.RecordContract.Command;
import org.ncsoversight.criteria.register.contracting.RecordContract.Result;
import org.ncsoversight.criteria.register.model.Contract;
import org.ncsoversight.criteria.register.model.ContractEntry;
import org.ncsoversight.criteria.register.model.ContractId;
import org.ncsoversight.criteria.register.model.Profile.Figure;
import org.ncsoversight.criteria.register.model.TypedNames;
import org.ncsoversight.criteria.register.store.ContractStore;
import org.ncsoversight.criteria.security.Caller;
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

/** The figures that a contract is to reach in each of its years, by a form. */
@Controller
@RequestMapping("/contracts/{touchpoint}/{from}/profile")
class RecordProfilePage {

    private static final int YEARS_WITHOUT_END = 5;

    record Cell(String field, String label, String text) {}

    record Row(String days, List<Cell> cells) {}

    private final RecordContract recordContract;
    private final ContractStore contracts;

    RecordProfilePage(RecordContract recordContract, ContractStore contracts) {
        this.recordContract = recordContract;
        this.contracts = contracts;
    }

    @GetMapping
    ModelAndView filled(@PathVariable String touchpoint, @PathVariable String from, Caller caller) {
        Contract contract = find(touchpoint, from, caller);
        return form(contract, typed(contract), contract.version(), PageErrors.NONE);
    }

    @PostMapping
    ModelAndView record(
            @PathVariable String touchpoint,
            @PathVariable String from,
            @RequestParam long version,
            @RequestParam Map<String, String> typed,
            Caller caller) {
        Contract kept = find(touchpoint, from, caller);
        var entry = new ContractEntry(
                touchpoint,
                from,
                kept.period().to().map(LocalDate::toString).orElse(""),
                TypedNames.of("area", "Area", kept.area(), ""),
                kept.prime().value(),
                kept.subcontractors().stream().map(Ukprn::value).toList(),
                Optional.of(figures(kept, typed)));
        return switch (recordContract.record(new Command(entry, OptionalLong.of(version)), caller.visible())) {
            case Result.Created _, Result.Changed _, Result.Unchanged _ ->
                new ModelAndView("redirect:/contracts/" + kept.id().value(), HttpStatus.SEE_OTHER);
            case Result.Invalid(var problems) -> form(kept, typed, version, new PageErrors(problems));
            case Result.Overlaps _, Result.ChangedMeanwhile _ -> overtaken(find(touchpoint, from, caller), typed);
        };
    }

    private static ModelAndView overtaken(Contract now, Map<String, String> typed) {
        List<Standing> standing = IntStream.rangeClosed(1, years(now))
                .mapToObj(year -> row(now, year, typed(now)))
                .flatMap(row -> row.cells().stream())
                .filter(cell -> !cell.text().equals(typed.getOrDefault(cell.field(), "")))
                .map(cell -> new Standing(cell.label(), cell.text()))
                .toList();
        return form(
                        now,
                        typed,
                        now.version(),
                        new PageErrors(List.of(new FieldError(
                                "customers_1",
                                "changed-meanwhile",
                                "Somebody else changed this contract meanwhile. Compare with how it stands, then save"
                                        + " again"))))
                .addObject("standing", standing);
    }

    private static Map<String, String> typed(Contract contract) {
        var typed = new TreeMap<String, String>();
        contract.profile()
                .years()
                .forEach((year, figures) ->
                        figures.forEach((figure, value) -> typed.put(field(figure, year), Integer.toString(value))));
        return typed;
    }

    private static Map<Integer, Map<Figure, String>> figures(Contract contract, Map<String, String> typed) {
        var figures = new TreeMap<Integer, Map<Figure, String>>();
        for (int year = 1; year <= years(contract); year++) {
            var row = new EnumMap<Figure, String>(Figure.class);
            for (Figure figure : Figure.values()) {
                row.put(figure, typed.getOrDefault(field(figure, year), "").replace(",", ""));
            }
            figures.put(year, row);
        }
        return figures;
    }

    private static int years(Contract contract) {
        int years = Contract.yearsOf(contract.period());
        return contract.period().to().isPresent()
                ? years
                : Math.max(YEARS_WITHOUT_END, contract.profile().lastYear());
    }

    private static String field(Figure figure, int year) {
        return figure.code() + "_" + year;
    }

    private Contract find(String touchpoint, String from, Caller caller) {
        return ContractId.parse(touchpoint + "/" + from)
                .flatMap(id -> contracts.find(id, caller.visible()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView form(Contract contract, Map<String, String> typed, long version, PageErrors errors) {
        List<Row> rows = IntStream.rangeClosed(1, years(contract))
                .mapToObj(year -> row(contract, year, typed))
                .toList();
        var model = new ModelMap()
                .addAttribute("contract", contract.id().value())
                .addAttribute("area", contract.area())
                .addAttribute("figures", Figure.values())
                .addAttribute("rows", rows)
                .addAttribute("version", version)
                .addAttribute("errors", errors);
        return new ModelAndView(
                "register/contracting/record-profile",
                model,
                errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    private static Row row(Contract contract, int year, Map<String, String> typed) {
        var days = contract.year(year);
        String range = UkDate.of(days.from()) + " to " + UkDate.of(days.to().orElseThrow());
        return new Row(
                range,
                List.of(Figure.values()).stream()
                        .map(figure -> new Cell(
                                field(figure, year),
                                figure.label() + ", " + range,
                                typed.getOrDefault(field(figure, year), "")))
                        .toList());
    }
}
