package org.ncsoversight.evidence.registers.registering;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.registers.model.Row;
import org.ncsoversight.evidence.registers.registering.KeepRegister.Result;
import org.ncsoversight.evidence.registers.registering.KeepRegister.Which;
import org.ncsoversight.evidence.registers.registering.KeepRegister.Writer;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Adding and changing rows for people: one form per row, shown again with everything typed when something is wrong. */
@Controller
class EditRowPage {

    private static final String NEW = "/evidence/registers/{register}/new";
    private static final String EDIT = "/evidence/registers/{register}/rows/{row}/edit";

    private final KeepRegister keepRegister;
    private final ListRows listRows;

    EditRowPage(KeepRegister keepRegister, ListRows listRows) {
        this.keepRegister = keepRegister;
        this.listRows = listRows;
    }

    /** The form carries the id of the row it will add, so that sending it twice adds one. */
    @GetMapping(NEW)
    ModelAndView empty(Caller caller, @PathVariable String register) {
        var view = view(caller, register);
        var boxes = new LinkedMultiValueMap<String, String>();
        boxes.add("row", UUID.randomUUID().toString());
        return page(view, new RowForm(view.register(), boxes), List.of());
    }

    @PostMapping(NEW)
    Object add(Caller caller, @PathVariable String register, @RequestParam MultiValueMap<String, String> typed) {
        var view = view(caller, register);
        var form = new RowForm(view.register(), typed);
        var which = new Which(view.register(), id(form), null);
        return answer(view, form, keepRegister.add(writer(caller, view), which, form.typed()));
    }

    @GetMapping(EDIT)
    ModelAndView filled(Caller caller, @PathVariable String register, @PathVariable UUID row) {
        var view = view(caller, register);
        var found = listRows.one(view, row, caller.visible())
                .filter(standing -> !standing.removed())
                .orElseThrow(() -> RegisterProblems.notFound(row));
        var form = RowForm.of(view.register(), found);
        form.boxes().add("version", Long.toString(found.version()));
        return page(view, form, List.of()).addObject("row", found);
    }

    @PostMapping(EDIT)
    Object change(
            Caller caller,
            @PathVariable String register,
            @PathVariable UUID row,
            @RequestParam long version,
            @RequestParam MultiValueMap<String, String> typed) {
        var view = view(caller, register);
        var form = new RowForm(view.register(), typed);
        var which = new Which(view.register(), row, version);
        var result = keepRegister.change(writer(caller, view), which, form.typed());
        if (result instanceof Result.ChangedMeanwhile(var now)) {
            return changedMeanwhile(view, form, now);
        }
        var answer = answer(view, form, result);
        return answer instanceof ModelAndView page
                ? page.addObject(
                        "row", listRows.one(view, row, caller.visible()).orElseThrow())
                : answer;
    }

    private static Object answer(RegisterView view, RowForm form, Result result) {
        return switch (result) {
            case Result.Kept(var row, var _) ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(view.path() + "#row-" + row.id()))
                        .build();
            case Result.Invalid(var errors) -> page(view, form, errors);
            case Result.NotFound() -> throw Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such row");
            case Result.ChangedMeanwhile(var now) -> changedMeanwhile(view, form, now);
            case Result.IdTaken() ->
                throw Problem.of(
                        HttpStatus.CONFLICT,
                        "id-taken",
                        "This form was sent before with other content. Start a new one to add more");
            case Result.Full(int limit) -> throw RegisterProblems.full(limit);
        };
    }

    /** What was typed stays in the form; what stands now is shown beside it, and sending again replaces it. */
    private static ModelAndView changedMeanwhile(RegisterView view, RowForm form, Row now) {
        form.boxes().set("version", Long.toString(now.version()));
        var first = view.columns().getFirst().code();
        var error = new FieldError(
                first,
                "changed-meanwhile",
                "Someone else changed this %s meanwhile. Check what it says now before you save"
                        .formatted(view.register().row()));
        var page = page(view, form, List.of(error));
        page.setStatus(HttpStatus.CONFLICT);
        page.addObject("row", now);
        page.addObject("now", view.visible(now.cells()));
        return page;
    }

    private static ModelAndView page(RegisterView view, RowForm form, List<FieldError> errors) {
        var page = new ModelAndView("registers/registering/row-form");
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("view", view);
        page.addObject("form", form);
        page.addObject("errors", new RowForm.Errors(view.register(), errors));
        @Nullable Row noRow = null;
        page.addObject("row", noRow);
        return page;
    }

    private static UUID id(RowForm form) {
        try {
            return UUID.fromString(form.text("row"));
        } catch (IllegalArgumentException _) {
            return UUID.randomUUID();
        }
    }

    private static RegisterView view(Caller caller, String register) {
        return RegisterView.of(
                RegisterView.register(register), caller.organisation().orElseThrow(), caller);
    }

    private static Writer writer(Caller caller, RegisterView view) {
        return new Writer(view.provider(), caller.person(), caller.visible());
    }
}
