package org.ncsoversight.evidence.planning.threading;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.planning.threading.KeepThreads.Keeper;
import org.ncsoversight.evidence.planning.threading.KeepThreads.Result;
import org.ncsoversight.evidence.presenting.FieldErrors;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Creating a thread from one of the edition's, or from own criteria. */
@Controller
class CreateThreadPage {

    private static final String PATH = "/evidence/threads/new";

    /** Chosen instead of one of the edition's threads. */
    private static final String OWN = "own";

    private final KeepThreads keepThreads;
    private final ViewThreads viewThreads;
    private final EditionInForce inForce;

    CreateThreadPage(KeepThreads keepThreads, ViewThreads viewThreads, EditionInForce inForce) {
        this.keepThreads = keepThreads;
        this.viewThreads = viewThreads;
        this.inForce = inForce;
    }

    /** The form as it was typed. */
    public record Form(MultiValueMap<String, String> typed) {

        public String text(String field) {
            return Objects.requireNonNullElse(typed.getFirst(field), "");
        }

        public boolean has(String criterion) {
            return typed.getOrDefault("criteria", List.of()).contains(criterion);
        }
    }

    /** The form carries the id of what it will create; an aim can be given, and then names the thread too. */
    @GetMapping(PATH)
    ModelAndView empty(Caller caller, @RequestParam(defaultValue = "") String aim) {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("thread", UUID.randomUUID().toString());
        typed.add("aim", aim);
        viewThreads.aims(caller.organisation().orElseThrow(), caller.visible()).stream()
                .filter(row -> row.id().toString().equals(aim))
                .forEach(row -> typed.add("name", row.cells().text("aim")));
        return page(caller, new Form(typed), List.of());
    }

    @PostMapping(PATH)
    Object create(Caller caller, @RequestParam MultiValueMap<String, String> typed) {
        var form = new Form(typed);
        boolean own = form.text("template").equals(OWN);
        var proposal = new ThreadRules.Proposal(
                form.text("name"),
                own ? "" : form.text("template"),
                own ? typed.getOrDefault("criteria", List.of()) : List.of(),
                form.text("aim"));
        var keeper = new Keeper(caller.organisation().orElseThrow(), caller.person(), caller.visible());
        return switch (keepThreads.create(keeper, id(form), proposal)) {
            case Result.Kept(var thread, var _) ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/evidence/threads/" + thread.id()))
                        .build();
            case Result.Invalid(var errors) -> page(caller, form, errors);
            case Result.IdTaken() ->
                throw Problem.of(
                        HttpStatus.CONFLICT,
                        "id-taken",
                        "This form was sent before with other content. Start a new one to create another thread");
            case Result.NotFound(), Result.ChangedMeanwhile(var _) ->
                throw new IllegalStateException("a new thread is not there yet");
        };
    }

    private ModelAndView page(Caller caller, Form form, List<FieldError> errors) {
        var edition = inForce.edition().orElseThrow(Problem::criteriaNotYetKnown);
        var page = new ModelAndView("planning/threading/create-thread");
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("form", form);
        page.addObject("errors", new FieldErrors(errors));
        page.addObject("edition", edition);
        page.addObject("aims", viewThreads.aims(caller.organisation().orElseThrow(), caller.visible()));
        return page;
    }

    private static UUID id(Form form) {
        try {
            return UUID.fromString(form.text("thread"));
        } catch (IllegalArgumentException _) {
            return UUID.randomUUID();
        }
    }
}
