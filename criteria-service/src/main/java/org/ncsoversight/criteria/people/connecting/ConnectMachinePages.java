package org.ncsoversight.criteria.people.connecting;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.pages.PageErrors;
import org.ncsoversight.criteria.people.MachineAccountStore;
import org.ncsoversight.criteria.people.connecting.ConnectMachine.Result;
import org.ncsoversight.criteria.people.model.MachineAccount;
import org.ncsoversight.criteria.security.PeopleKeeper;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The list of machine accounts, and one page for each thing that is done about them. */
@Controller
class ConnectMachinePages {

    /** Asked with a page and a button. */
    enum Question {
        SECRET(
                "Give %s a new secret?",
                "The secret it has stops working at once. You will see the new one once.", "Give a new secret"),
        END(
                "End %s?",
                "It gets in no more, and cannot be brought back. What it fetched a moment ago works for up to 2 more"
                        + " minutes. What it sent stays.",
                "End this account");

        private final String heading;
        private final String explanation;
        private final String button;

        Question(String heading, String explanation, String button) {
            this.heading = heading;
            this.explanation = explanation;
            this.button = button;
        }

        public String explanation() {
            return explanation;
        }

        public String button() {
            return button;
        }

        public boolean cannotBeUndone() {
            return this == END;
        }
    }

    private static final String ADDRESS = "/people/machines/{clientId}/{question:secret|end}";

    private final ConnectMachine connectMachine;
    private final MachineAccountStore accounts;
    private final String tokenAddress;
    private final Clock clock;

    ConnectMachinePages(
            ConnectMachine connectMachine,
            MachineAccountStore accounts,
            OAuth2ResourceServerProperties tokens,
            Clock clock) {
        this.connectMachine = connectMachine;
        this.accounts = accounts;
        this.tokenAddress = tokens.getJwt().getIssuerUri() + "/protocol/openid-connect/token";
        this.clock = clock;
    }

    @GetMapping("/people/machines")
    ModelAndView list(@RequestParam(defaultValue = "") String organisation, PeopleKeeper keeper) {
        List<MachineView.Row> rows =
                accounts.list(Ukprn.parse(organisation.strip()), ConnectMachineApi.MOST_LISTED, keeper).stream()
                        .map(account -> MachineView.Row.of(account, clock.getZone()))
                        .toList();
        return new ModelAndView("people/machines")
                .addObject("rows", rows)
                .addObject("organisation", organisation)
                .addObject("everybody", keeper.only().isEmpty())
                .addObject("limit", ConnectMachine.MOST_OF_A_PROVIDER);
    }

    @GetMapping("/people/machines/new")
    ModelAndView form(PeopleKeeper keeper) {
        if (keeper.only().isEmpty()) {
            throw nothing();
        }
        return form(UUID.randomUUID().toString(), "", PageErrors.NONE, HttpStatus.OK);
    }

    @PostMapping("/people/machines/new")
    ModelAndView make(@RequestParam Map<String, String> typed, PeopleKeeper keeper) {
        String request = typed.getOrDefault("request", "");
        String name = typed.getOrDefault("name", "");
        return switch (connectMachine.make(request, name, keeper)) {
            case Result.Secret(var account, var secret) -> secret(account, secret);
            case Result.MadeBefore _, Result.Ended _ -> toList();
            case Result.NotFound _, Result.NotALead _ -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case Result.TooMany(var limit) ->
                form(
                        request,
                        name,
                        error("Your organisation has " + limit + " machine accounts, which is the most. First end one"),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case Result.Invalid(var problems) ->
                form(request, name, new PageErrors(problems), HttpStatus.UNPROCESSABLE_CONTENT);
            case Result.CannotBeRenewed _, Result.Busy _ ->
                form(
                        request,
                        name,
                        error("Somebody else is changing accounts just now. Try again"),
                        HttpStatus.CONFLICT);
            case Result.Away _ ->
                form(
                        request,
                        name,
                        error("The sign-in service does not answer, so this may not have happened. Try again"),
                        HttpStatus.SERVICE_UNAVAILABLE);
        };
    }

    @GetMapping(ADDRESS)
    ModelAndView ask(@PathVariable String clientId, @PathVariable String question, PeopleKeeper keeper) {
        return ask(clientId, asked(question), PageErrors.NONE, HttpStatus.OK, keeper);
    }

    @PostMapping(ADDRESS)
    ModelAndView act(@PathVariable String clientId, @PathVariable String question, PeopleKeeper keeper) {
        Question asked = asked(question);
        Result result = switch (asked) {
            case SECRET -> connectMachine.renew(clientId, keeper);
            case END -> connectMachine.end(clientId, keeper);
        };
        return switch (result) {
            case Result.Secret(var account, var secret) -> secret(account, secret);
            case Result.Ended _, Result.MadeBefore _ -> toList();
            case Result.NotFound _ -> throw nothing();
            case Result.NotALead _ -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case Result.CannotBeRenewed _, Result.TooMany _, Result.Invalid _ ->
                again(clientId, asked, "This account gets no new secret. End it and make another", keeper);
            case Result.Busy _ ->
                again(clientId, asked, "Somebody else is changing accounts just now. Try again", keeper);
            case Result.Away _ ->
                ask(
                        clientId,
                        asked,
                        error("The sign-in service does not answer, so this may not have happened. Try again"),
                        HttpStatus.SERVICE_UNAVAILABLE,
                        keeper);
        };
    }

    private ModelAndView again(String clientId, Question asked, String message, PeopleKeeper keeper) {
        return ask(clientId, asked, error(message), HttpStatus.CONFLICT, keeper);
    }

    private ModelAndView ask(
            String clientId, Question question, PageErrors errors, HttpStatus status, PeopleKeeper keeper) {
        MachineAccount account = accounts.find(clientId, keeper).orElseThrow(ConnectMachinePages::nothing);
        var model = new ModelMap()
                .addAttribute("question", question)
                .addAttribute("heading", question.heading.formatted(account.name()))
                .addAttribute("account", account)
                .addAttribute("errors", errors);
        return new ModelAndView("people/machine-question", model, status);
    }

    private static ModelAndView form(String request, String name, PageErrors errors, HttpStatus status) {
        var model = new ModelMap()
                .addAttribute("request", request)
                .addAttribute("name", name)
                .addAttribute("limit", ConnectMachine.MOST_OF_A_PROVIDER)
                .addAttribute("errors", errors);
        return new ModelAndView("people/machine-new", model, status);
    }

    private ModelAndView secret(MachineAccount account, String secret) {
        return new ModelAndView("people/machine-secret")
                .addObject("account", account)
                .addObject("secret", secret)
                .addObject("tokenAddress", tokenAddress);
    }

    private static Question asked(String word) {
        return Optional.of(word).filter("end"::equals).map(_ -> Question.END).orElse(Question.SECRET);
    }

    private static PageErrors error(String message) {
        return new PageErrors(List.of(new FieldError("name", "refused", message)));
    }

    private static ModelAndView toList() {
        return new ModelAndView("redirect:/people/machines", HttpStatus.SEE_OTHER);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
