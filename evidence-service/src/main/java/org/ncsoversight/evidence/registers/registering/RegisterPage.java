package org.ncsoversight.evidence.registers.registering;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.presenting.WhoseProvider;
import org.ncsoversight.evidence.registers.counting.RegisterFigure;
import org.ncsoversight.evidence.registers.model.Register;
import org.ncsoversight.evidence.registers.registering.KeepRegister.Result;
import org.ncsoversight.evidence.registers.registering.KeepRegister.Which;
import org.ncsoversight.evidence.registers.registering.KeepRegister.Writer;
import org.ncsoversight.evidence.registers.store.RegisterStore;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One register with its filter and figures, and one row with its history. */
@Controller
class RegisterPage {

    private static final String LIST = "/evidence/registers/{register}";
    private static final String ROW = LIST + "/rows/{row}";
    private static final int PAGE_LENGTH = 100;

    private final ListRows listRows;
    private final KeepRegister keepRegister;
    private final RegisterStore store;
    private final KnownProviders providers;
    private final EditionInForce days;

    RegisterPage(
            ListRows listRows,
            KeepRegister keepRegister,
            RegisterStore store,
            KnownProviders providers,
            EditionInForce days) {
        this.listRows = listRows;
        this.keepRegister = keepRegister;
        this.store = store;
        this.providers = providers;
        this.days = days;
    }

    @GetMapping(LIST)
    ModelAndView list(
            Caller caller,
            @PathVariable String register,
            @RequestParam(defaultValue = "") String provider,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam MultiValueMap<String, String> asked) {
        var found = RegisterView.register(register);
        var whose = WhoseProvider.of(caller, provider);
        if (whose.isEmpty()) {
            return choose(caller, found);
        }
        var view = RegisterView.of(found, whose.get(), caller);
        var query = RowQuery.of(view, asked);
        var slice = listRows.some(query, after, PAGE_LENGTH, caller.visible());
        var table = store.table(view.provider(), found, caller.visible());
        var page = new ModelAndView("registers/registering/register");
        page.addObject("view", view);
        page.addObject("query", query);
        page.addObject("rows", slice.rows());
        page.addObject("next", slice.next() == null ? null : query.at(view.path()) + "&after=" + slice.next());
        page.addObject("figures", RegisterFigure.of(table, days.today()));
        page.addObject("all", table.standing().size());
        page.addObject("providerName", providers.nameOf(view.provider()));
        page.addObject("own", caller.person().belongsTo(view.provider()));
        return page;
    }

    /** Someone who belongs to no provider says first whose register to show. */
    private ModelAndView choose(Caller caller, Register register) {
        var whose = store.providersWith(register, caller.visible());
        var page = new ModelAndView("registers/registering/choose-provider");
        page.addObject("register", register);
        page.addObject("providers", whose);
        page.addObject("names", providers.namesOf(whose));
        return page;
    }

    @GetMapping(ROW)
    ModelAndView one(
            Caller caller,
            @PathVariable String register,
            @PathVariable UUID row,
            @RequestParam(defaultValue = "") String provider) {
        var view = RegisterView.of(RegisterView.register(register), WhoseProvider.orRefuse(caller, provider), caller);
        var found = listRows.one(view, row, caller.visible()).orElseThrow(() -> RegisterProblems.notFound(row));
        var page = new ModelAndView("registers/registering/row");
        page.addObject("view", view);
        page.addObject("row", found);
        page.addObject("history", store.history(view.provider(), view.register(), row, caller.visible()));
        page.addObject("providerName", providers.nameOf(view.provider()));
        return page;
    }

    @PostMapping(ROW + "/removal")
    ResponseEntity<Void> remove(
            Caller caller, @PathVariable String register, @PathVariable UUID row, @RequestParam long version) {
        var which = new Which(RegisterView.register(register), row, version);
        return back(which, keepRegister.remove(writer(caller), which));
    }

    @PostMapping(ROW + "/restoration")
    ResponseEntity<Void> restore(Caller caller, @PathVariable String register, @PathVariable UUID row) {
        var which = new Which(RegisterView.register(register), row, null);
        return back(which, keepRegister.restore(writer(caller), which));
    }

    private static ResponseEntity<Void> back(Which which, Result result) {
        String address = "/evidence/registers/" + which.register().code();
        return switch (result) {
            case Result.Kept(var row, var _) ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(row.removed() ? address : address + "/rows/" + row.id()))
                        .build();
            case Result.NotFound() -> throw RegisterProblems.notFound(which.row());
            case Result.ChangedMeanwhile(var now) ->
                throw Problem.of(
                        HttpStatus.CONFLICT,
                        "changed-meanwhile",
                        "Someone else changed this %s meanwhile; it is at version %d. Go back and look at it again"
                                .formatted(which.register().row(), now.version()));
            case Result.Invalid(var _) ->
                throw Problem.of(
                        HttpStatus.CONFLICT,
                        "already-there",
                        "Another %s has taken its place"
                                .formatted(which.register().row()));
            case Result.IdTaken(), Result.Full(var _) -> throw new IllegalStateException("nothing was added");
        };
    }

    private static Writer writer(Caller caller) {
        return new Writer(caller.organisation().orElseThrow(), caller.person(), caller.visible());
    }
}
