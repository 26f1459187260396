package org.ncsoversight.criteria.people.inviting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.model.PersonRole;
import org.ncsoversight.criteria.pages.PageErrors;
import org.ncsoversight.criteria.people.inviting.InvitePerson.Command;
import org.ncsoversight.criteria.people.inviting.InvitePerson.Result;
import org.ncsoversight.criteria.security.Caller;
import org.ncsoversight.criteria.security.PeopleKeeper;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Inviting by a short form, a page to check the answers, and a page that shows the one-time password once. */
@Controller
class InvitePersonPage {

    private static final String FORM = "people/invite";

    private final InvitePerson invitePerson;

    InvitePersonPage(InvitePerson invitePerson) {
        this.invitePerson = invitePerson;
    }

    @GetMapping("/people/new")
    ModelAndView empty(@RequestParam(defaultValue = "") String ukprn, PeopleKeeper keeper) {
        var command = new Command(UUID.randomUUID().toString(), "", "", "", "", "", ukprn, "");
        return show(FORM, command, keeper, PageErrors.NONE, HttpStatus.OK);
    }

    @PostMapping("/people/new")
    ModelAndView check(@RequestParam Map<String, String> form, PeopleKeeper keeper, Caller caller) {
        Command command = command(form);
        List<FieldError> problems = invitePerson.check(command, keeper, caller.visible());
        if (!problems.isEmpty()) {
            return show(FORM, command, keeper, new PageErrors(problems), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return form.containsKey("change")
                ? show(FORM, command, keeper, PageErrors.NONE, HttpStatus.OK)
                : show("people/check-invitation", command, keeper, PageErrors.NONE, HttpStatus.OK);
    }

    /** Answers with the password itself: it is kept nowhere that another page could show it from. */
    @PostMapping("/people/invited")
    ModelAndView invite(@RequestParam Map<String, String> form, PeopleKeeper keeper, Caller caller) {
        Command command = command(form);
        return switch (invitePerson.invite(command, keeper, caller.visible())) {
            case Result.Invited(var id, var password) ->
                new ModelAndView(
                        "people/password",
                        new ModelMap()
                                .addAttribute("heading", command.firstName() + " " + command.lastName() + " is invited")
                                .addAttribute("id", id.toString())
                                .addAttribute(
                                        "username", command.username().strip().toLowerCase(Locale.ROOT))
                                .addAttribute("password", password.orElse("")));
            case Result.InvitedBefore(var id) -> new ModelAndView("redirect:/people/" + id, HttpStatus.SEE_OTHER);
            case Result.Invalid(var problems) ->
                show(FORM, command, keeper, new PageErrors(problems), HttpStatus.UNPROCESSABLE_CONTENT);
            case Result.Busy _ ->
                again(command, keeper, HttpStatus.CONFLICT, "Somebody else is changing people just now. Try again");
            case Result.Away _ ->
                again(
                        command,
                        keeper,
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The sign-in service does not answer. Try again in a minute;"
                                + " trying again never invites twice");
        };
    }

    private ModelAndView again(Command command, PeopleKeeper keeper, HttpStatus status, String message) {
        var errors = new PageErrors(List.of(new FieldError("invite", "try-again", message)));
        return show("people/check-invitation", command, keeper, errors, status);
    }

    private ModelAndView show(String view, Command command, PeopleKeeper keeper, PageErrors errors, HttpStatus status) {
        var model = new ModelMap()
                .addAttribute("form", command)
                .addAttribute("byEmail", invitePerson.isByEmail())
                .addAttribute("everybody", keeper.only().isEmpty())
                .addAttribute(
                        "roles",
                        Arrays.stream(PersonRole.values())
                                .filter(keeper::mayGive)
                                .toList())
                .addAttribute("role", PersonRole.parse(command.role()).orElse(null))
                .addAttribute("errors", errors);
        return new ModelAndView(view, model, status);
    }

    private static Command command(Map<String, String> form) {
        return new Command(
                form.getOrDefault("request", UUID.randomUUID().toString()),
                form.getOrDefault("firstName", ""),
                form.getOrDefault("lastName", ""),
                form.getOrDefault("email", ""),
                form.getOrDefault("username", ""),
                form.getOrDefault("role", ""),
                form.getOrDefault("ukprn", ""),
                form.getOrDefault("assigned", ""));
    }
}
