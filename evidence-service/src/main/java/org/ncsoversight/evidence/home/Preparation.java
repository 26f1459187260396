package org.ncsoversight.evidence.home;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.store.Standing;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.planning.model.GoldenThread;
import org.ncsoversight.evidence.standard.Criterion;
import org.ncsoversight.evidence.standard.Edition;

/**
 * How far a provider's evidence for an edition is: a pure function of its items, its drafts and a date.
 *
 * @param items of one provider only
 * @param threads its open golden threads
 */
record Preparation(
        Edition edition, List<Standing> items, List<Draft> drafts, List<GoldenThread> threads, LocalDate today) {

    static final int LAPSES_SOON_IN_DAYS = 60;

    /** One criterion: who has spoken for it, who has not, and the smallest next step. */
    record Line(Criterion criterion, Band band, List<Voice> covered, List<Voice> missing, Next next) {}

    /** What could be done next; voice, title and day as far as the step needs them. */
    sealed interface Next {

        record FinishDraft(Draft draft) implements Next {}

        record AnswerReturn(Standing item) implements Next {}

        record Renew(Standing item) implements Next {}

        record AddVoice(Criterion criterion, Optional<Voice> voice) implements Next {}

        record LookAgain(Standing item) implements Next {}

        record MendThread(GoldenThread thread) implements Next {}

        record WaitForReview(Criterion criterion) implements Next {}

        record NothingToDo(Criterion criterion) implements Next {}
    }

    Line line(Criterion criterion) {
        var answering = items.stream()
                .filter(item -> textVersion(item, criterion).isPresent())
                .toList();
        var covered = criterion.voices().stream()
                .filter(voice -> answering.stream().anyMatch(item -> item.voice() == voice && speaks(item)))
                .toList();
        var missing = criterion.voices().stream()
                .filter(voice -> !covered.contains(voice))
                .toList();
        boolean spokenFor =
                criterion.voices().isEmpty() ? answering.stream().anyMatch(this::speaks) : missing.isEmpty();
        return new Line(
                criterion,
                band(criterion, answering, spokenFor),
                covered,
                missing,
                next(criterion, answering, missing, spokenFor));
    }

    private Band band(Criterion criterion, List<Standing> answering, boolean spokenFor) {
        if (answering.stream().noneMatch(item -> item.state() != EvidenceState.WITHDRAWN)) {
            return Band.NOT_STARTED;
        }
        if (!spokenFor) {
            return Band.GATHERING;
        }
        boolean accepted = criterion.voices().isEmpty()
                ? answering.stream().anyMatch(this::isAccepted)
                : criterion.voices().stream()
                        .allMatch(voice ->
                                answering.stream().anyMatch(item -> item.voice() == voice && isAccepted(item)));
        if (!accepted) {
            return Band.SUBMITTED;
        }
        return outdated(criterion, answering).isPresent()
                        || lapsing(criterion, answering).isPresent()
                        || broken(criterion).isPresent()
                ? Band.AT_RISK
                : Band.READY;
    }

    private Next next(Criterion criterion, List<Standing> answering, List<Voice> missing, boolean spokenFor) {
        if (!spokenFor) {
            var voice = missing.stream().findFirst();
            return draftFor(criterion, voice)
                    .<Next>map(Next.FinishDraft::new)
                    .or(() -> inState(answering, voice, EvidenceState.RETURNED).map(Next.AnswerReturn::new))
                    .or(() -> inState(answering, voice, EvidenceState.EXPIRED).map(Next.Renew::new))
                    .orElseGet(() -> new Next.AddVoice(criterion, voice));
        }
        return outdated(criterion, answering)
                .<Next>map(Next.LookAgain::new)
                .or(() -> lapsing(criterion, answering).map(Next.Renew::new))
                .or(() -> broken(criterion).map(Next.MendThread::new))
                .or(() -> first(answering, item -> item.state().awaitsReview())
                        .map(_ -> new Next.WaitForReview(criterion)))
                .orElseGet(() -> new Next.NothingToDo(criterion));
    }

    private Optional<Standing> outdated(Criterion criterion, List<Standing> answering) {
        return first(answering, item -> isAccepted(item) && isOutdated(item, criterion));
    }

    /** A thread that breaks anywhere is a reason to look at each criterion it runs through. */
    private Optional<GoldenThread> broken(Criterion criterion) {
        return threads.stream()
                .filter(thread -> thread.path().edition().equals(edition.code())
                        && thread.path().criteria().contains(criterion.code()))
                .filter(thread -> !thread.path().criteria().stream().allMatch(code -> holds(thread, code)))
                .findFirst();
    }

    private boolean holds(GoldenThread thread, CriterionCode code) {
        return items.stream()
                .anyMatch(item -> thread.evidence().contains(item.id().value())
                        && isAccepted(item)
                        && item.references().stream()
                                .anyMatch(reference -> reference.edition().equals(edition.code())
                                        && reference.code().equals(code)));
    }

    /** The one that carries a voice longest, if even that lapses soon. */
    private Optional<Standing> lapsing(Criterion criterion, List<Standing> answering) {
        return criterion.voices().stream()
                .flatMap(voice -> answering.stream()
                        .filter(item -> item.voice() == voice && speaks(item))
                        .max(Comparator.comparing(Standing::reviewDate))
                        .stream())
                .filter(item -> !item.reviewDate().isAfter(today.plusDays(LAPSES_SOON_IN_DAYS)))
                .min(Comparator.comparing(Standing::reviewDate));
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

    private static Optional<Standing> inState(List<Standing> items, Optional<Voice> voice, EvidenceState state) {
        return first(items, item -> item.state() == state && (voice.isEmpty() || item.voice() == voice.get()));
    }

    private static Optional<Standing> first(List<Standing> items, Predicate<Standing> wanted) {
        return items.stream().filter(wanted).findFirst();
    }

    private boolean speaks(Standing item) {
        return (item.state().awaitsReview() || item.state() == EvidenceState.ACCEPTED)
                && !item.reviewDate().isBefore(today);
    }

    private boolean isAccepted(Standing item) {
        return item.state() == EvidenceState.ACCEPTED && speaks(item);
    }

    private boolean isOutdated(Standing item, Criterion criterion) {
        return textVersion(item, criterion)
                .filter(version -> version < criterion.textVersion())
                .isPresent();
    }

    private Optional<Integer> textVersion(Standing item, Criterion criterion) {
        return item.references().stream()
                .filter(reference -> reference.edition().equals(edition.code())
                        && reference.code().equals(criterion.code()))
                .map(reference -> reference.textVersion())
                .findFirst();
    }
}
