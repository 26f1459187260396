package org.ncsoversight.evidence.registers.registering;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.presenting.WhoseProvider;
import org.ncsoversight.evidence.registers.counting.RegisterFigure;
import org.ncsoversight.evidence.registers.model.Register;
import org.ncsoversight.evidence.registers.model.RegisterTable;
import org.ncsoversight.evidence.registers.model.Registers;
import org.ncsoversight.evidence.registers.store.RegisterStore;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** All registers with what they hold and count. */
@Controller
class RegistersPage {

    /** A register, how many rows stand in it and what it counts. */
    public record Entry(Register register, int rows, List<RegisterFigure> figures) {

        static Entry of(RegisterTable table, LocalDate today) {
            return new Entry(table.register(), table.standing().size(), RegisterFigure.of(table, today));
        }
    }

    /** The same for programs. */
    record Body(@Nullable String provider, String asOf, List<RegisterBody> registers) {}

    record RegisterBody(
            String register, String title, int rows, List<ColumnBody> columns, List<MeasureBody> measures) {}

    record ColumnBody(String code, String title, boolean required) {}

    record MeasureBody(String code, String title, long numerator, long denominator) {}

    private final RegisterStore store;
    private final KnownProviders providers;
    private final EditionInForce days;

    RegistersPage(RegisterStore store, KnownProviders providers, EditionInForce days) {
        this.store = store;
        this.providers = providers;
        this.days = days;
    }

    @GetMapping("/evidence/registers")
    ModelAndView all(Caller caller, @RequestParam(defaultValue = "") String provider) {
        var whose = WhoseProvider.of(caller, provider);
        var page = new ModelAndView("registers/registering/registers");
        page.addObject("registers", Registers.ALL);
        page.addObject("ukprn", provider.isBlank() ? "" : whose.orElseThrow().ukprn());
        page.addObject("providerName", whose.map(providers::nameOf).orElse(""));
        page.addObject(
                "entries",
                whose.map(found -> Registers.ALL.stream()
                                .map(register -> Entry.of(store.table(found, register, caller.visible()), days.today()))
                                .toList())
                        .orElse(List.of()));
        return page;
    }

    @GetMapping("/api/evidence/registers")
    @ResponseBody
    Body allForPrograms(Caller caller, @RequestParam(defaultValue = "") String provider) {
        var whose = WhoseProvider.orRefuse(caller, provider);
        return new Body(
                whose.ukprn(),
                days.today().toString(),
                Registers.ALL.stream()
                        .map(register -> body(Entry.of(store.table(whose, register, caller.visible()), days.today())))
                        .toList());
    }

    private static RegisterBody body(Entry entry) {
        return new RegisterBody(
                entry.register().code(),
                entry.register().title(),
                entry.rows(),
                entry.register().columns().stream()
                        .map(column -> new ColumnBody(column.code(), column.title(), column.required()))
                        .toList(),
                entry.figures().stream()
                        .map(figure -> new MeasureBody(
                                figure.measure().code(),
                                figure.measure().title(),
                                figure.count().numerator(),
                                figure.count().denominator()))
                        .toList());
    }
}
