package org.ncsoversight.criteria.people.changing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.model.Person;
import org.ncsoversight.criteria.model.PersonId;
import org.ncsoversight.criteria.model.PersonRole;
import org.ncsoversight.criteria.pages.PageErrors;
import org.ncsoversight.criteria.people.PeopleDirectory;
import org.ncsoversight.criteria.people.changing.ChangePerson.Command;
import org.ncsoversight.criteria.people.changing.ChangePerson.Result;
import org.ncsoversight.criteria.security.Caller;
import org.ncsoversight.criteria.security.PeopleKeeper;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One page for each change: it says what will happen, and a button makes it so. */
@Controller
class ChangePersonPages {

    private static final String ADDRESS =
            "/people/{id}/{question:suspend|restore|remove|password|sign-out|second-factor|role}";

    private final ChangePerson changePerson;
    private final PeopleDirectory people;

    ChangePersonPages(ChangePerson changePerson, PeopleDirectory people) {
        this.changePerson = changePerson;
        this.people = people;
    }

    @GetMapping(ADDRESS)
    ModelAndView ask(@PathVariable String id, @PathVariable String question, PeopleKeeper keeper) {
        Person person =
                PersonId.parse(id).flatMap(known -> people.find(known, keeper)).orElseThrow(ChangePersonPages::nobody);
        String role = person.roles().stream()
                .sorted()
                .findFirst()
                .map(PersonRole::code)
                .orElse("");
        var now = new Change.GiveRole(role, String.join("\n", person.assigned().words()));
        return form(new Asked(Question.named(question), keeper, now), person, PageErrors.NONE, HttpStatus.OK);
    }

    @PostMapping(ADDRESS)
    ModelAndView act(
            @PathVariable String id,
            @PathVariable String question,
            @RequestParam Map<String, String> form,
            PeopleKeeper keeper,
            Caller caller) {
        PersonId known = PersonId.parse(id).orElseThrow(ChangePersonPages::nobody);
        var typed = new Change.GiveRole(form.getOrDefault("role", ""), form.getOrDefault("assigned", ""));
        var asked = new Asked(Question.named(question), keeper, typed);
        Optional<String> seen = Optional.ofNullable(form.get("seen")).filter(tag -> !tag.isEmpty());
        var command = new Command(known, asked.question.change(typed), seen);
        return switch (changePerson.change(command, keeper, caller.visible())) {
            case Result.Changed(var before, var password) ->
                password.map(once -> password(before, once)).orElseGet(() -> after(asked.question, id));
            case Result.Unchanged _ -> after(asked.question, id);
            case Result.NotFound _ -> throw nobody();
            case Result.OwnAccount(var person) ->
                refused(asked, person, "You cannot change your own account. Ask a colleague who can");
            case Result.LastLead(var person) ->
                refused(asked, person, "This is the last active lead of the organisation. First make another");
            case Result.Invalid(var person, var problems) ->
                form(asked, person, new PageErrors(problems), HttpStatus.UNPROCESSABLE_CONTENT);
            case Result.ChangedMeanwhile(var person) ->
                form(
                        asked,
                        person,
                        error("Somebody else changed this person meanwhile. Check how it stands now, then try again"),
                        HttpStatus.PRECONDITION_FAILED);
            case Result.Busy _ ->
                again(command, asked, HttpStatus.CONFLICT, "Somebody else is changing people just now.");
            case Result.Away _ ->
                again(
                        command,
                        asked,
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The sign-in service does not answer, so this may not have happened.");
        };
    }

    /** What is asked for, by whom, and what was typed. */
    private record Asked(Question question, PeopleKeeper keeper, Change.GiveRole typed) {}

    private static ModelAndView refused(Asked asked, Person person, String message) {
        return form(asked, person, error(message), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static PageErrors error(String message) {
        return new PageErrors(List.of(new FieldError("role", "refused", message)));
    }

    private static ModelAndView form(Asked asked, Person person, PageErrors errors, HttpStatus status) {
        var model = new ModelMap()
                .addAttribute("question", asked.question)
                .addAttribute("heading", asked.question.heading(person.name().full()))
                .addAttribute("person", person)
                .addAttribute("typed", asked.typed)
                .addAttribute("roles", rolesFor(person, asked.keeper))
                .addAttribute("errors", errors);
        return new ModelAndView("people/change", model, status);
    }

    private static List<PersonRole> rolesFor(Person person, PeopleKeeper keeper) {
        return Arrays.stream(PersonRole.values())
                .filter(keeper::mayGive)
                .filter(role -> role.ofProvider() == person.organisation().isPresent())
                .toList();
    }

    private static ModelAndView again(Command command, Asked asked, HttpStatus status, String message) {
        var model = new ModelMap()
                .addAttribute("question", asked.question)
                .addAttribute("id", command.person().toString())
                .addAttribute("typed", asked.typed)
                .addAttribute("seen", command.seen().orElse(""))
                .addAttribute("message", message);
        return new ModelAndView("people/try-again", model, status);
    }

    private static ModelAndView password(Person person, String password) {
        var model = new ModelMap()
                .addAttribute("heading", person.name().full() + " has a new one-time password")
                .addAttribute("id", person.id().toString())
                .addAttribute("username", person.name().username())
                .addAttribute("password", password);
        return new ModelAndView("people/password", model);
    }

    private static ModelAndView after(Question question, String id) {
        String to = question == Question.REMOVE ? "redirect:/people" : "redirect:/people/" + id;
        return new ModelAndView(to, HttpStatus.SEE_OTHER);
    }

    private static ResponseStatusException nobody() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
