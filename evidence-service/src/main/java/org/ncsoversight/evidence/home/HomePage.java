package org.ncsoversight.evidence.home;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.presenting.HomeNotice;
import org.ncsoversight.evidence.presenting.Words;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.ncsoversight.evidence.standard.Criterion;
import org.ncsoversight.evidence.standard.Edition;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where a provider lands: a task list of all criteria, by element. */
@Controller
class HomePage {

    /** A criterion as the task list shows it. */
    record Task(String id, Criterion criterion, Band band, String voices, String next, String href) {}

    /** Leads to the form of an improvement action with a criterion's gaps filled in. */
    record GapLink(String text, String href) {}

    /** The tasks of one element, and which of them lack a voice. */
    record Group(Edition.Element element, List<Task> tasks, List<GapLink> gaps) {}

    private final ReadPreparation read;
    private final KnownProviders providers;
    private final Words words;
    private final List<HomeNotice> notices;

    HomePage(ReadPreparation read, KnownProviders providers, Words words, ObjectProvider<HomeNotice> notices) {
        this.read = read;
        this.providers = providers;
        this.words = words;
        this.notices = notices.orderedStream().toList();
    }

    /** Who belongs to no provider prepares nothing. */
    @GetMapping("/evidence/home")
    Object home(Caller caller) {
        var organisation = caller.organisation().filter(_ -> caller.may(Capability.DRAFT));
        if (organisation.isEmpty()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/evidence"))
                    .build();
        }
        var preparation = read.of(caller);
        var edition = preparation.edition();
        var groups = edition.elements().stream()
                .map(element -> group(
                        element,
                        edition.criteriaOf(element).stream()
                                .map(preparation::line)
                                .toList()))
                .toList();
        var page = new ModelAndView("home/home");
        page.addObject("groups", groups);
        page.addObject("ukprn", organisation.get());
        page.addObject("providerName", providers.nameOf(organisation.get()));
        page.addObject("edition", edition);
        page.addObject("ready", count(groups, Band.READY));
        page.addObject("atRisk", count(groups, Band.AT_RISK));
        page.addObject("all", edition.criteria().size());
        page.addObject(
                "notices",
                notices.stream()
                        .flatMap(guest -> guest.notices(caller).stream())
                        .toList());
        return page;
    }

    private static long count(List<Group> groups, Band band) {
        return groups.stream()
                .flatMap(group -> group.tasks().stream())
                .filter(task -> task.band() == band)
                .count();
    }

    private Group group(Edition.Element element, List<Preparation.Line> lines) {
        return new Group(
                element,
                lines.stream().map(this::task).toList(),
                lines.stream()
                        .filter(line -> !line.missing().isEmpty())
                        .map(this::gap)
                        .toList());
    }

    private GapLink gap(Preparation.Line line) {
        var code = line.criterion().code();
        String gaps = line.missing().stream()
                .map(voice -> "&gaps=" + code + ":" + voice.word())
                .collect(Collectors.joining());
        return new GapLink(
                "%s %s: not heard from %s".formatted(code, line.criterion().title(), names(line.missing())),
                "/evidence/improvement/new?criteria=" + code + gaps);
    }

    private Task task(Preparation.Line line) {
        String code = line.criterion().code().value();
        return new Task(
                code.replace('.', '-'),
                line.criterion(),
                line.band(),
                voices(line),
                next(line.next()),
                href(line.next()));
    }

    private String voices(Preparation.Line line) {
        String covered = line.covered().isEmpty() ? "nobody yet" : names(line.covered());
        return line.missing().isEmpty()
                ? "Heard: %s.".formatted(covered)
                : "Heard: %s. Not heard: %s.".formatted(covered, names(line.missing()));
    }

    private String next(Preparation.Next next) {
        return switch (next) {
            case Preparation.Next.FinishDraft(var draft) -> "Finish the draft %s".formatted(title(draft));
            case Preparation.Next.AnswerReturn(var item) -> "Answer why “%s” was returned".formatted(item.title());
            case Preparation.Next.Renew(var item) ->
                "Renew “%s”, review date %s".formatted(item.title(), words.day(item.reviewDate()));
            case Preparation.Next.AddVoice add ->
                add.voice()
                        .map(one -> "Add evidence from %s".formatted(names(List.of(one))))
                        .orElse("Add evidence");
            case Preparation.Next.LookAgain(var item) ->
                "Look again at “%s”: the criterion’s text has changed".formatted(item.title());
            case Preparation.Next.MendThread(var thread) ->
                "Mend the golden thread “%s”".formatted(thread.naming().name());
            case Preparation.Next.WaitForReview _ -> "Wait for an assessor";
            case Preparation.Next.NothingToDo _ -> "Nothing to do";
        };
    }

    private static String href(Preparation.Next next) {
        return switch (next) {
            case Preparation.Next.FinishDraft(var draft) -> "/evidence/drafts/" + draft.id();
            case Preparation.Next.AnswerReturn(var item) -> "/evidence/" + item.id();
            case Preparation.Next.Renew(var item) -> "/evidence/" + item.id();
            case Preparation.Next.LookAgain(var item) -> "/evidence/" + item.id() + "/reaffirm";
            case Preparation.Next.MendThread(var thread) -> "/evidence/threads/" + thread.id();
            case Preparation.Next.AddVoice(var criterion, var voice) ->
                "/evidence/new?criterion=" + criterion.code()
                        + voice.map(one -> "&voice=" + one.word()).orElse("");
            case Preparation.Next.WaitForReview(var criterion) -> "/evidence?criterion=" + criterion.code();
            case Preparation.Next.NothingToDo(var criterion) -> "/evidence?criterion=" + criterion.code();
        };
    }

    private static String title(Draft draft) {
        return Optional.of(draft.proposal().text(Field.TITLE))
                .filter(title -> !title.isBlank())
                .map("“%s”"::formatted)
                .orElse("without a title");
    }

    private String names(List<Voice> voices) {
        return String.join(", ", voices.stream().map(words::voice).toList()).toLowerCase(Locale.UK);
    }
}
