package org.ncsoversight.evidence.items.reviewing;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceEvent;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes evidence into review, so that no other assessor works on it meanwhile, over from another, or back into the queue. */
@Component
public class TakeUpReview {

    private static final Logger log = LoggerFactory.getLogger(TakeUpReview.class);

    /** The version the assessor looked at, or null when they did not say. */
    public record Command(EvidenceId id, @Nullable Long seenVersion, Person by, VisibleProviders visible) {}

    /** Every way it can end; what was so already counts as done. */
    public sealed interface Result {

        record Done(Evidence evidence) implements Result {}

        record NotFound() implements Result {}

        record NotIndependent() implements Result {}

        record ChangedMeanwhile(Evidence now) implements Result {}

        record NotAwaitingReview(Evidence now) implements Result {}

        record InReviewByAnother(Evidence now) implements Result {}
    }

    private final EvidenceStore store;
    private final Clock clock;

    TakeUpReview(EvidenceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Taking over needs to know from what: whoever has not seen the present version does not take over. */
    public Result start(Command command) {
        var found = store.find(command.id(), command.visible());
        if (found.isEmpty()) {
            return new Result.NotFound();
        }
        Evidence evidence = found.get();
        if (!evidence.mayBeReviewedBy(command.by())) {
            return new Result.NotIndependent();
        }
        if (!evidence.state().awaitsReview()) {
            return new Result.NotAwaitingReview(evidence);
        }
        if (isReviewing(evidence, command.by())) {
            return new Result.Done(evidence);
        }
        if (isStale(evidence, command)) {
            return new Result.ChangedMeanwhile(evidence);
        }
        if (evidence.state() == EvidenceState.IN_REVIEW && command.seenVersion() == null) {
            return new Result.InReviewByAnother(evidence);
        }
        return keep(evidence.startReview(command.by(), clock.instant(), UUID.randomUUID()), command);
    }

    public Result release(Command command) {
        var found = store.find(command.id(), command.visible());
        if (found.isEmpty()) {
            return new Result.NotFound();
        }
        Evidence evidence = found.get();
        if (!evidence.mayBeReviewedBy(command.by())) {
            return new Result.NotIndependent();
        }
        if (evidence.state() == EvidenceState.SUBMITTED) {
            return new Result.Done(evidence);
        }
        if (evidence.state() != EvidenceState.IN_REVIEW) {
            return new Result.NotAwaitingReview(evidence);
        }
        if (!isReviewing(evidence, command.by())) {
            return new Result.InReviewByAnother(evidence);
        }
        if (isStale(evidence, command)) {
            return new Result.ChangedMeanwhile(evidence);
        }
        return keep(evidence.releaseReview(command.by(), clock.instant(), UUID.randomUUID()), command);
    }

    private Result keep(EvidenceEvent event, Command command) {
        if (!store.change(event)) {
            return new Result.ChangedMeanwhile(
                    store.find(command.id(), command.visible()).orElseThrow());
        }
        log.atInfo()
                .addKeyValue("evidenceId", command.id())
                .addKeyValue("state", event.evidence().state().word())
                .log("Review taken up or released");
        return new Result.Done(event.evidence());
    }

    private static boolean isReviewing(Evidence evidence, Person person) {
        return evidence.reviewer().filter(person::is).isPresent();
    }

    private static boolean isStale(Evidence evidence, Command command) {
        return command.seenVersion() != null && command.seenVersion() != evidence.version();
    }
}
