package org.ncsoversight.criteria.deadletters.resolving;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.deadletters.model.Letter;
import org.ncsoversight.criteria.deadletters.model.Original;
import org.ncsoversight.criteria.deadletters.store.LetterStore;
import org.ncsoversight.criteria.pages.PageErrors;
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

/** One message that could not be read, with what can be done about it. */
@Controller
class LetterPages {

    record Row(String label, String value) {}

    record StepRow(String what, String who, String when, String reason) {}

    private final LetterStore letters;
    private final CloseLetter closeLetter;
    private final Clock clock;

    LetterPages(LetterStore letters, CloseLetter closeLetter, Clock clock) {
        this.letters = letters;
        this.closeLetter = closeLetter;
        this.clock = clock;
    }

    @GetMapping("/messages/{id}")
    ModelAndView one(@PathVariable String id) {
        return page(letters.find(id).orElseThrow(LetterPages::nothing), "", PageErrors.NONE, HttpStatus.OK);
    }

    @PostMapping("/messages/{id}/replay")
    ModelAndView replay(@PathVariable String id, @RequestParam long version, Caller caller) {
        return close(
                new CloseLetter.Command(id, Letter.State.REPLAYED, "", OptionalLong.of(version), caller.username()));
    }

    @PostMapping("/messages/{id}/set-aside")
    ModelAndView setAside(
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String reason,
            Caller caller) {
        return close(new CloseLetter.Command(
                id, Letter.State.SET_ASIDE, reason, OptionalLong.of(version), caller.username()));
    }

    private ModelAndView close(CloseLetter.Command command) {
        String typed = command.reason();
        return switch (closeLetter.close(command)) {
            case CloseLetter.Result.Closed(var letter) ->
                new ModelAndView("redirect:/messages/" + letter.id(), HttpStatus.SEE_OTHER);
            case CloseLetter.Result.NotFound _ -> throw nothing();
            case CloseLetter.Result.Invalid(var letter, var problems) ->
                page(letter, typed, new PageErrors(problems), HttpStatus.UNPROCESSABLE_CONTENT);
            case CloseLetter.Result.ChangedMeanwhile(var letter) ->
                refused(
                        letter,
                        typed,
                        "Somebody else dealt with this meanwhile. Check how it stands now, then try again",
                        HttpStatus.PRECONDITION_FAILED);
            case CloseLetter.Result.AsideForGood(var letter) ->
                refused(letter, typed, "This was set aside for good; it is not sent again", HttpStatus.CONFLICT);
            case CloseLetter.Result.CannotReplay(var letter, var why) ->
                refused(letter, typed, "This cannot be sent again. " + why, HttpStatus.CONFLICT);
            case CloseLetter.Result.Away(var letter) ->
                refused(
                        letter,
                        typed,
                        "Kafka does not answer, so this was not sent again. Try again in a minute",
                        HttpStatus.SERVICE_UNAVAILABLE);
        };
    }

    private ModelAndView refused(Letter letter, String typed, String message, HttpStatus status) {
        return page(letter, typed, new PageErrors(List.of(new FieldError("replay", "refused", message))), status);
    }

    private ModelAndView page(Letter letter, String typed, PageErrors errors, HttpStatus status) {
        Optional<Original> original = letters.original(letter.id());
        var model = new ModelMap()
                .addAttribute("id", letter.id())
                .addAttribute("group", letter.kind().group())
                .addAttribute("reason", Words.reason(letter.kind().reason()))
                .addAttribute("service", letter.kind().service() + "-service")
                .addAttribute("topic", letter.kind().topic())
                .addAttribute("rows", rows(letter, original))
                .addAttribute("state", Words.state(letter))
                .addAttribute("tag", Words.tag(letter))
                .addAttribute("aside", letter.state() == Letter.State.SET_ASIDE)
                .addAttribute("replayOf", letter.replayOf().orElse(null))
                .addAttribute("failedAgain", letter.handling().failedAgain().orElse(null))
                .addAttribute("whole", letter.content().whole())
                .addAttribute(
                        "excerpt",
                        original.flatMap(Original::value).map(Words::excerpt).orElse(null))
                .addAttribute("headers", original.map(Words::headers).orElse(List.of()))
                .addAttribute(
                        "steps",
                        letter.handling().steps().stream().map(this::row).toList())
                .addAttribute("version", letter.version())
                .addAttribute("typed", typed)
                .addAttribute("errors", errors);
        return new ModelAndView("deadletters/resolving/letter", model, status);
    }

    private List<Row> rows(Letter letter, Optional<Original> original) {
        return List.of(
                new Row("Service", letter.kind().service() + "-service"),
                new Row("Topic", letter.kind().topic()),
                new Row("Detail", letter.detail()),
                new Row(
                        "Where it stands",
                        "%s, partition %d, offset %d"
                                .formatted(
                                        letter.origin().topic(),
                                        letter.origin().partition(),
                                        letter.origin().offset())),
                new Row("When", Words.moment(letter.at(), clock)),
                new Row(
                        "Key",
                        original.flatMap(Original::key).map(Words::excerpt).orElse("")),
                new Row("Size", "%,d bytes".formatted(letter.content().sizeInBytes())),
                new Row("SHA-256", letter.content().sha256()));
    }

    private StepRow row(Letter.Step step) {
        return new StepRow(Words.step(step.to()), step.by(), Words.moment(step.at(), clock), step.reason());
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
