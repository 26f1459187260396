package org.ncsoversight.criteria.register.model.accreditation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ncsoversight.criteria.register.model.accreditation.Step.Kind;

/**
 * What the recorded steps come to: a pure function of them, and of a day where it says so.
 *
 * @param done calls and checks of the present cycle
 * @param pending the newest booking, assessment, conditions or withdrawal that no accreditation followed
 */
public record AccreditationCycle(Optional<Accreditation> accreditation, Set<Kind> done, Optional<Step> pending) {

    /** How a replay ends. */
    public sealed interface Replay {

        record Valid(AccreditationCycle cycle) implements Replay {}

        record Refused(Step step, Refusal why) implements Replay {}
    }

    private static final AccreditationCycle NONE = new AccreditationCycle(Optional.empty(), Set.of(), Optional.empty());

    public AccreditationCycle {
        done = Set.copyOf(done);
    }

    /** All steps in the order in which they took place, each of which must fit where it stands. */
    public static Replay replay(Collection<Step> steps) {
        AccreditationCycle cycle = NONE;
        for (Step step : steps.stream().sorted(Step.ORDER).toList()) {
            Optional<Refusal> refusal = cycle.refusal(step);
            if (refusal.isPresent()) {
                return new Replay.Refused(step, refusal.get());
            }
            cycle = cycle.after(step);
        }
        return new Replay.Valid(cycle);
    }

    /** Of steps that were accepted when they were recorded. */
    public static AccreditationCycle of(Collection<Step> steps) {
        AccreditationCycle cycle = NONE;
        for (Step step : steps.stream().sorted(Step.ORDER).toList()) {
            cycle = cycle.after(step);
        }
        return cycle;
    }

    public Optional<Refusal> refusal(Step step) {
        boolean accredited =
                accreditation.filter(known -> known.lastsOn(step.on())).isPresent();
        return switch (step.kind()) {
            case BOOKED, REVIEW_BOOKED -> refusalOfBooking(step, accredited);
            case ASSESSED -> only(isPending(Kind.BOOKED, Kind.REVIEW_BOOKED, Kind.CONDITIONS), Refusal.NOT_BOOKED);
            case CONDITIONS -> only(isPending(Kind.ASSESSED), Refusal.NOT_ASSESSED);
            // A register that begins with providers accredited long ago knows nothing of how they came to be.
            case ACCREDITED -> only(isPending(Kind.ASSESSED, Kind.CONDITIONS) || equals(NONE), Refusal.NOT_ASSESSED);
            case CALL_DONE, FIRST_CHECK_DONE, SECOND_CHECK_DONE ->
                accredited
                        ? only(!done.contains(step.kind()), Refusal.ALREADY_DONE)
                        : Optional.of(Refusal.NOT_ACCREDITED);
            case WITHDRAWN ->
                only(
                        accreditation.isPresent() || (pending.isPresent() && !isPending(Kind.WITHDRAWN)),
                        Refusal.NOTHING_TO_WITHDRAW);
        };
    }

    private Optional<Refusal> refusalOfBooking(Step booking, boolean accredited) {
        if (isPending(Kind.ASSESSED)) {
            return Optional.of(Refusal.OUTCOME_AWAITED);
        }
        if (accredited != (booking.kind() == Kind.REVIEW_BOOKED)) {
            return Optional.of(accredited ? Refusal.STILL_ACCREDITED : Refusal.NOT_ACCREDITED);
        }
        LocalDate earliest = booking.on().plusDays(Accreditation.DAYS_TO_BOOK_AHEAD);
        return only(!booking.bookedFor().orElseThrow().isBefore(earliest), Refusal.BOOKED_TOO_SOON);
    }

    private static Optional<Refusal> only(boolean allowed, Refusal otherwise) {
        return allowed ? Optional.empty() : Optional.of(otherwise);
    }

    private AccreditationCycle after(Step step) {
        return switch (step.kind()) {
            case ACCREDITED ->
                new AccreditationCycle(
                        Optional.of(accreditation
                                .map(known -> known.renewed(step.edition().orElseThrow(), step.on()))
                                .orElseGet(
                                        () -> new Accreditation(step.edition().orElseThrow(), step.on()))),
                        Set.of(),
                        Optional.empty());
            case CALL_DONE, FIRST_CHECK_DONE, SECOND_CHECK_DONE -> {
                var more = EnumSet.of(step.kind());
                more.addAll(done);
                yield new AccreditationCycle(accreditation, more, pending);
            }
            case BOOKED, REVIEW_BOOKED, ASSESSED, CONDITIONS ->
                new AccreditationCycle(accreditation, done, Optional.of(step));
            case WITHDRAWN -> new AccreditationCycle(Optional.empty(), Set.of(), Optional.of(step));
        };
    }

    /** Lapsing and falling due are not recorded; they come with the day. */
    public CycleState stateOn(LocalDate today) {
        if (accreditation.isEmpty()) {
            return pendingState().orElse(CycleState.NOT_ACCREDITED);
        }
        Accreditation known = accreditation.get();
        if (!known.lastsOn(today)) {
            return pending.filter(step -> !known.lastsOn(step.on()))
                    .flatMap(_ -> pendingState())
                    .orElse(CycleState.LAPSED);
        }
        return pendingState().orElseGet(() -> byDate(known, today));
    }

    private Optional<CycleState> pendingState() {
        return pending.map(step -> switch (step.kind()) {
            case BOOKED -> CycleState.BOOKED;
            case REVIEW_BOOKED -> CycleState.REVIEW_BOOKED;
            case ASSESSED -> CycleState.ASSESSED;
            case CONDITIONS -> CycleState.CONDITIONS_OUTSTANDING;
            case WITHDRAWN -> CycleState.WITHDRAWN;
            case ACCREDITED, CALL_DONE, FIRST_CHECK_DONE, SECOND_CHECK_DONE ->
                throw new IllegalStateException("Nothing is pending after " + step.kind());
        });
    }

    private CycleState byDate(Accreditation known, LocalDate today) {
        if (near(known.bookReviewBy(), today)) {
            return CycleState.REVIEW_DUE;
        }
        if (done.contains(Kind.SECOND_CHECK_DONE)) {
            return CycleState.SECOND_CHECK_DONE;
        }
        if (near(known.secondCheck(), today)) {
            return CycleState.SECOND_CHECK_DUE;
        }
        if (done.contains(Kind.FIRST_CHECK_DONE)) {
            return CycleState.FIRST_CHECK_DONE;
        }
        return near(known.firstCheck(), today) ? CycleState.FIRST_CHECK_DUE : CycleState.ACCREDITED;
    }

    private static boolean near(LocalDate date, LocalDate today) {
        return !date.isAfter(today.plusDays(Milestone.DUE_SOON_IN_DAYS));
    }

    /** The dates of the present cycle, in the order in which they fall due. */
    public List<Milestone> milestones() {
        return accreditation
                .map(known -> List.of(
                        new Milestone(Milestone.Kind.FOLLOW_UP_CALL, known.followUpCall(), has(Kind.CALL_DONE)),
                        new Milestone(Milestone.Kind.FIRST_CHECK, known.firstCheck(), has(Kind.FIRST_CHECK_DONE)),
                        new Milestone(Milestone.Kind.SECOND_CHECK, known.secondCheck(), has(Kind.SECOND_CHECK_DONE)),
                        new Milestone(Milestone.Kind.BOOK_REVIEW_BY, known.bookReviewBy(), pending.isPresent()),
                        // An accreditation begins the next cycle, so within one this is never done.
                        new Milestone(Milestone.Kind.REVIEW_DUE, known.reviewDue(), false)))
                .orElse(List.of());
    }

    /** The first day of the assessment that is booked and has not taken place. */
    public Optional<LocalDate> assessmentBookedFor() {
        return pending.flatMap(Step::bookedFor);
    }

    private boolean has(Kind kind) {
        return done.contains(kind);
    }

    private boolean isPending(Kind... kinds) {
        return pending.map(step -> List.of(kinds).contains(step.kind())).orElse(false);
    }
}
