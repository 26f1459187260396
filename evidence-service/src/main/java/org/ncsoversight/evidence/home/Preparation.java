package org.ncsoversight.evidence.home;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.store.Standing;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.planning.model.GoldenThread;
import org.ncsoversight.evidence.readiness.Readiness;
import org.ncsoversight.evidence.readiness.Readiness.Judged;
import org.ncsoversight.evidence.readiness.Readiness.Reason;
import org.ncsoversight.evidence.readiness.ReasonCode;
import org.ncsoversight.evidence.standard.Criterion;
import org.ncsoversight.evidence.standard.Edition;

/**
 * What was published of a provider's readiness, beside what it did since, and for each criterion the smallest next step.
 * Nothing is judged here: a step answers the most urgent reason that was published.
 *
 * @param readiness for this edition; null when none was published yet
 * @param items of one provider only
 * @param unheard which of them changed after what stood behind readiness was recorded
 * @param threads its golden threads
 */
record Preparation(
        Edition edition,
        @Nullable Readiness readiness,
        List<Standing> items,
        Set<EvidenceId> unheard,
        List<Draft> drafts,
        List<GoldenThread> threads) {

    /**
     * One criterion.
     *
     * @param judged null when nothing was published yet
     * @param unspoken which voices are not heard at all, as was published
     */
    record Line(
            Criterion criterion, @Nullable Judged judged, List<Voice> unspoken, List<JustDone> justDone, Next next) {}

    /** What happened a moment ago and does not stand behind readiness yet. */
    sealed interface JustDone {

        record OfItem(Standing item) implements JustDone {}

        record OfThread(GoldenThread thread) implements JustDone {}
    }

    /** What could be done next; what it speaks of as far as the step needs it. */
    sealed interface Next {

        record FinishDraft(Draft draft) implements Next {}

        record AnswerReturn(Standing item) implements Next {}

        record Renew(Standing item) implements Next {}

        record AddVoice(Criterion criterion, Optional<Voice> voice) implements Next {}

        record LookAgain(Standing item) implements Next {}

        record MendThread(GoldenThread thread) implements Next {}

        record ImproveMeasure(Criterion criterion, String measure) implements Next {}

        /** Something that is not done here; its own page says more. */
        record LookIntoReason(Reason reason) implements Next {}

        record WaitUntilHeard(JustDone justDone) implements Next {}

        record WaitForReview(Criterion criterion) implements Next {}

        record NothingToDo(Criterion criterion) implements Next {}
    }

    Line line(Criterion criterion) {
        var answering = items.stream().filter(item -> answers(item, criterion)).toList();
        var judged = readiness == null ? null : readiness.of(criterion.code()).orElse(null);
        var justDone = judged == null ? List.<JustDone>of() : justDone(criterion, answering);
        return new Line(
                criterion,
                judged,
                judged == null ? List.of() : unspoken(judged),
                justDone,
                judged == null ? start(criterion) : next(criterion, judged, answering, justDone));
    }

    private List<JustDone> justDone(Criterion criterion, List<Standing> answering) {
        var ofItems =
                answering.stream().filter(item -> unheard.contains(item.id())).<JustDone>map(JustDone.OfItem::new);
        var ofThreads = threads.stream()
                .filter(thread -> runsThrough(thread, criterion) && isUnheard(thread))
                .<JustDone>map(JustDone.OfThread::new);
        return Stream.concat(ofItems, ofThreads).toList();
    }

    private static List<Voice> unspoken(Judged judged) {
        return judged.reasons().stream()
                .filter(reason ->
                        reason.known().filter(ReasonCode::leavesVoiceUnheard).isPresent())
                .flatMap(reason -> reason.voices().stream())
                .distinct()
                .toList();
    }

    private Next start(Criterion criterion) {
        return draftFor(criterion, Optional.empty())
                .<Next>map(Next.FinishDraft::new)
                .orElseGet(() -> new Next.AddVoice(criterion, Optional.empty()));
    }

    /** A review is nobody's step here; it is waited for when nothing else is to do. */
    private Next next(Criterion criterion, Judged judged, List<Standing> answering, List<JustDone> justDone) {
        return judged.reasons().stream()
                .filter(reason -> !reason.known().equals(Optional.of(ReasonCode.AWAITING_REVIEW)))
                .findFirst()
                .map(reason -> step(criterion, reason, answering, justDone))
                .orElseGet(() -> judged.reasons().isEmpty()
                        ? new Next.NothingToDo(criterion)
                        : new Next.WaitForReview(criterion));
    }

    private Next step(Criterion criterion, Reason reason, List<Standing> answering, List<JustDone> justDone) {
        var known = reason.known();
        if (known.isEmpty()) {
            return new Next.LookIntoReason(reason);
        }
        return switch (known.get()) {
            case NOTHING_SUBMITTED, VOICE_MISSING, RETURNED, LAPSED -> speak(criterion, reason, answering, justDone);
            case LAPSES_SOON ->
                changed(reason, justDone)
                        .or(() -> first(
                                        answering,
                                        item -> isAcceptedOf(item, reason)
                                                && item.reviewDate().toString().equals(reason.fact("date")))
                                .map(Next.Renew::new))
                        .orElseGet(() -> add(criterion, reason));
            case TEXT_CHANGED ->
                changed(reason, justDone)
                        .or(() -> first(answering, item -> isAcceptedOf(item, reason) && isOutdated(item, criterion))
                                .map(Next.LookAgain::new))
                        .orElseGet(() -> add(criterion, reason));
            case THREAD_BROKEN ->
                threads.stream()
                        .filter(thread -> thread.id().toString().equals(reason.fact("thread")))
                        .findFirst()
                        .<Next>map(thread -> isUnheard(thread)
                                ? new Next.WaitUntilHeard(new JustDone.OfThread(thread))
                                : new Next.MendThread(thread))
                        .orElseGet(() -> new Next.LookIntoReason(reason));
            case MEASURE_BEYOND_LIMIT -> new Next.ImproveMeasure(criterion, reason.fact("measure"));
            case COMPLAINT_OVERDUE -> new Next.LookIntoReason(reason);
            case AWAITING_REVIEW -> new Next.WaitForReview(criterion);
        };
    }

    /** What is half done comes before something new. */
    private Next speak(Criterion criterion, Reason reason, List<Standing> answering, List<JustDone> justDone) {
        var voice = reason.voices().stream().findFirst();
        return changed(reason, justDone)
                .or(() -> draftFor(criterion, voice).map(Next.FinishDraft::new))
                .or(() -> inState(answering, reason, EvidenceState.RETURNED).map(Next.AnswerReturn::new))
                .or(() -> inState(answering, reason, EvidenceState.EXPIRED).map(Next.Renew::new))
                .orElseGet(() -> add(criterion, reason));
    }

    private static Next add(Criterion criterion, Reason reason) {
        return new Next.AddVoice(criterion, reason.voices().stream().findFirst());
    }

    /** Whoever has just sent what the reason asks for need not do it again. */
    private static Optional<Next> changed(Reason reason, List<JustDone> justDone) {
        return justDone.stream()
                .filter(done -> done instanceof JustDone.OfItem(var item)
                        && reason.voices().contains(item.voice())
                        && (item.state().awaitsReview() || item.state() == EvidenceState.ACCEPTED))
                .findFirst()
                .<Next>map(Next.WaitUntilHeard::new);
    }

    private Optional<Draft> draftFor(Criterion criterion, Optional<Voice> voice) {
        return drafts.stream()
                .filter(draft -> draft.proposal()
                        .all(Field.CRITERIA)
                        .contains(criterion.code().value()))
                .filter(draft -> !draft.proposal().has(Field.VOICE)
                        || voice.isEmpty()
                        || draft.proposal().text(Field.VOICE).equals(voice.get().word()))
                .findFirst();
    }

    private boolean isUnheard(GoldenThread thread) {
        return readiness != null
                && thread.history().getLast().at().isAfter(readiness.heard().ofEvidence());
    }

    private boolean runsThrough(GoldenThread thread, Criterion criterion) {
        return thread.path().edition().equals(edition.code())
                && thread.path().criteria().contains(criterion.code());
    }

    private static Optional<Standing> inState(List<Standing> items, Reason reason, EvidenceState state) {
        return first(items, item -> item.state() == state && reason.voices().contains(item.voice()));
    }

    private static boolean isAcceptedOf(Standing item, Reason reason) {
        return item.state() == EvidenceState.ACCEPTED && reason.voices().contains(item.voice());
    }

    private boolean isOutdated(Standing item, Criterion criterion) {
        return item.references().stream()
                .anyMatch(reference -> reference.edition().equals(edition.code())
                        && reference.code().equals(criterion.code())
                        && reference.textVersion() < criterion.textVersion());
    }

    private boolean answers(Standing item, Criterion criterion) {
        return item.references().stream()
                .anyMatch(reference -> reference.edition().equals(edition.code())
                        && reference.code().equals(criterion.code()));
    }

    private static Optional<Standing> first(List<Standing> items, Predicate<Standing> wanted) {
        return items.stream().filter(wanted).findFirst();
    }
}
