package org.ncsoversight.evidence.home;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ncsoversight.evidence.home.Preparation.JustDone;
import org.ncsoversight.evidence.home.Preparation.Line;
import org.ncsoversight.evidence.home.Preparation.Next;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.store.Standing;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.presenting.Words;
import org.ncsoversight.evidence.readiness.Readiness.Judged;

/** Says one criterion's line in words and addresses. */
final class TaskWords {

    private final ProviderId provider;
    private final ReasonWords reasons;
    private final Words words;

    TaskWords(ProviderId provider, ReasonWords reasons, Words words) {
        this.provider = provider;
        this.reasons = reasons;
        this.words = words;
    }

    Task task(Line line) {
        var judged = Optional.ofNullable(line.judged());
        return new Task(
                line.criterion().code().value().replace('.', '-'),
                line.criterion(),
                judged.map(Judged::band).orElse(null),
                judged.map(Judged::reasons).orElse(List.of()).stream()
                        .map(reasons::why)
                        .toList(),
                line.justDone().stream().map(done -> justDone(done) + ".").toList(),
                next(line.next()),
                href(line.next()),
                gap(line));
    }

    private Optional<Task.GapLink> gap(Line line) {
        if (line.unspoken().isEmpty()) {
            return Optional.empty();
        }
        var code = line.criterion().code();
        String gaps = line.unspoken().stream()
                .map(voice -> "&gaps=" + code + ":" + voice.word())
                .collect(Collectors.joining());
        String names = line.unspoken().stream().map(reasons::voice).collect(Collectors.joining(", "));
        return Optional.of(new Task.GapLink(
                "%s %s: not heard from %s".formatted(code, line.criterion().title(), names),
                "/evidence/improvement/new?criteria=" + code + gaps));
    }

    private static String justDone(JustDone done) {
        return switch (done) {
            case JustDone.OfItem(var item) ->
                title(item) + (item.state().awaitsReview() ? " was sent" : " changed")
                        + " a moment ago and is not counted yet";
            case JustDone.OfThread(var thread) ->
                "The golden thread “%s” changed a moment ago and is not counted yet"
                        .formatted(thread.naming().name());
        };
    }

    private String next(Next next) {
        return switch (next) {
            case Next.FinishDraft(var draft) -> "Finish the draft %s".formatted(title(draft));
            case Next.AnswerReturn(var item) -> "Answer why %s was returned".formatted(title(item));
            case Next.Renew(var item) ->
                "Renew %s, review date %s".formatted(title(item), words.day(item.reviewDate()));
            case Next.AddVoice add ->
                add.voice()
                        .map(one -> "Add evidence from %s".formatted(reasons.voice(one)))
                        .orElse("Add evidence");
            case Next.LookAgain(var item) ->
                "Look again at %s: the criterion’s text has changed".formatted(title(item));
            case Next.MendThread(var thread) ->
                "Mend the golden thread “%s”".formatted(thread.naming().name());
            case Next.ImproveMeasure improve -> "Look into “%s”".formatted(reasons.measure(improve.measure()));
            case Next.LookIntoReason _ -> "See your readiness";
            case Next.WaitUntilHeard _ -> "Wait until what you sent a moment ago is counted";
            case Next.WaitForReview _ -> "Wait for an assessor";
            case Next.NothingToDo _ -> "Nothing to do";
        };
    }

    private String href(Next next) {
        return switch (next) {
            case Next.FinishDraft(var draft) -> "/evidence/drafts/" + draft.id();
            case Next.AnswerReturn(var item) -> "/evidence/" + item.id();
            case Next.Renew(var item) -> "/evidence/" + item.id();
            case Next.LookAgain(var item) -> "/evidence/" + item.id() + "/reaffirm";
            case Next.MendThread(var thread) -> "/evidence/threads/" + thread.id();
            case Next.AddVoice(var criterion, var voice) ->
                "/evidence/new?criterion=" + criterion.code()
                        + voice.map(one -> "&voice=" + one.word()).orElse("");
            case Next.ImproveMeasure improve ->
                "/evidence/improvement/new?criteria=" + improve.criterion().code();
            case Next.LookIntoReason _ -> "/readiness/" + provider;
            case Next.WaitUntilHeard(JustDone.OfItem(var item)) -> "/evidence/" + item.id();
            case Next.WaitUntilHeard(JustDone.OfThread(var thread)) -> "/evidence/threads/" + thread.id();
            case Next.WaitForReview(var criterion) -> "/evidence?criterion=" + criterion.code();
            case Next.NothingToDo(var criterion) -> "/evidence?criterion=" + criterion.code();
        };
    }

    private static String title(Standing item) {
        return "“%s”".formatted(item.title());
    }

    private static String title(Draft draft) {
        return Optional.of(draft.proposal().text(Field.TITLE))
                .filter(title -> !title.isBlank())
                .map("“%s”"::formatted)
                .orElse("without a title");
    }
}
