package org.ncsoversight.criteria.deadletters.resolving;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.deadletters.model.Letter;
import org.ncsoversight.criteria.deadletters.model.LetterGroup;
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

/** Messages that could not be read, by service, topic and reason; and each group's list. */
@Controller
class GroupPages {

    record GroupRow(
            String id,
            String service,
            String topic,
            String reason,
            LetterGroup.Counts counts,
            String first,
            String last,
            String work) {}

    record Row(String id, String at, String origin, String detail, String state, String tag) {}

    private final LetterStore letters;
    private final CloseGroup closeGroup;
    private final Clock clock;

    GroupPages(LetterStore letters, CloseGroup closeGroup, Clock clock) {
        this.letters = letters;
        this.closeGroup = closeGroup;
        this.clock = clock;
    }

    @GetMapping("/messages")
    ModelAndView groups() {
        List<LetterGroup> groups = letters.groups().stream()
                .sorted(Comparator.comparing(LetterGroup::last).reversed())
                .toList();
        var model = new ModelMap()
                .addAttribute("rows", groups.stream().map(this::row).toList())
                .addAttribute(
                        "open",
                        groups.stream()
                                .mapToLong(group -> group.counts().open())
                                .sum());
        return new ModelAndView("deadletters/resolving/groups", model);
    }

    @GetMapping("/messages/groups/{id}")
    ModelAndView group(
            @PathVariable String id,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "") String before) {
        LetterGroup group = letters.group(id).orElseThrow(GroupPages::nothing);
        return page(group, new Shown(state, before, "", PageErrors.NONE), HttpStatus.OK);
    }

    @PostMapping("/messages/groups/{id}/replay")
    ModelAndView replay(@PathVariable String id, @RequestParam String request, Caller caller) {
        return close(new CloseGroup.Command(id, Letter.State.REPLAYED, "", request, caller.username()));
    }

    @PostMapping("/messages/groups/{id}/set-aside")
    ModelAndView setAside(
            @PathVariable String id,
            @RequestParam String request,
            @RequestParam(defaultValue = "") String reason,
            Caller caller) {
        return close(new CloseGroup.Command(id, Letter.State.SET_ASIDE, reason, request, caller.username()));
    }

    private ModelAndView close(CloseGroup.Command command) {
        return switch (closeGroup.begin(command)) {
            case CloseGroup.Result.Begun(var group) ->
                new ModelAndView("redirect:/messages/groups/" + group.id(), HttpStatus.SEE_OTHER);
            case CloseGroup.Result.NotFound _ -> throw nothing();
            case CloseGroup.Result.Invalid(var group, var problems) ->
                page(group, refused(command, new PageErrors(problems)), HttpStatus.UNPROCESSABLE_CONTENT);
            case CloseGroup.Result.Busy(var group) ->
                page(
                        group,
                        refused(
                                command,
                                new PageErrors(List.of(new FieldError(
                                        "reason",
                                        "busy",
                                        "Something is still being done about all of these. Wait until it has ended")))),
                        HttpStatus.CONFLICT);
        };
    }

    private record Shown(String state, String before, String typed, PageErrors errors) {}

    private static Shown refused(CloseGroup.Command command, PageErrors errors) {
        return new Shown(LetterView.word(Letter.State.OPEN), "", command.reason(), errors);
    }

    private ModelAndView page(LetterGroup group, Shown shown, HttpStatus status) {
        Optional<Letter.State> state = LettersApi.state(shown.state);
        List<Letter> oneMore = letters.list(
                new LetterStore.Query(Optional.of(group.id()), state, LettersApi.given(shown.before)),
                LettersApi.DEFAULT_LIMIT + 1);
        List<Letter> items = oneMore.stream().limit(LettersApi.DEFAULT_LIMIT).toList();
        @Nullable String next = oneMore.size() > items.size() ? items.getLast().sortKey() : null;
        var model = new ModelMap()
                .addAttribute("group", row(group))
                .addAttribute("rows", items.stream().map(this::row).toList())
                .addAttribute("next", next)
                .addAttribute("before", shown.before)
                .addAttribute("state", state.map(LetterView::word).orElse("all"))
                .addAttribute("typed", shown.typed)
                .addAttribute("request", UUID.randomUUID().toString())
                .addAttribute("errors", shown.errors);
        return new ModelAndView("deadletters/resolving/group", model, status);
    }

    private GroupRow row(LetterGroup group) {
        return new GroupRow(
                group.id(),
                group.kind().service() + "-service",
                group.kind().topic(),
                Words.reason(group.kind().reason()),
                group.counts(),
                Words.moment(group.first(), clock),
                Words.moment(group.last(), clock),
                group.work().map(this::words).orElse(""));
    }

    private String words(LetterGroup.Work work) {
        String what = Words.step(work.to()) + " by " + work.by() + ", " + Words.moment(work.at(), clock) + ": "
                + work.done() + " done" + (work.failed() > 0 ? ", " + work.failed() + " could not be" : "");
        return work.ended().isPresent() ? what : what + ", still going on";
    }

    private Row row(Letter letter) {
        return new Row(
                letter.id(),
                Words.moment(letter.at(), clock),
                letter.origin().toString(),
                letter.detail(),
                Words.state(letter),
                Words.tag(letter));
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
