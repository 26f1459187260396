package org.ncsoversight.evidence.items.reviewing;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.files.FileFacts;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceEvent;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Accepts evidence or returns it with a reason, once, by somebody independent of who sent it. */
@Component
public class ReviewEvidence {

    private static final Logger log = LoggerFactory.getLogger(ReviewEvidence.class);

    /** What the assessor decided. */
    public sealed interface Decision {

        record Accept() implements Decision {}

        record Return(String reason) implements Decision {}
    }

    /** The version the assessor looked at, or null when they did not say. */
    public record Command(
            EvidenceId id, @Nullable Long seenVersion, Decision decision, Person by, VisibleProviders visible) {}

    /** Every way a review can end; what changed nothing because it was said before counts as reviewed. */
    public sealed interface Result {

        record Reviewed(Evidence evidence) implements Result {}

        record NotFound() implements Result {}

        record Invalid(List<FieldError> errors) implements Result {}

        record NotIndependent() implements Result {}

        record ChangedMeanwhile(Evidence now) implements Result {}

        record NotAwaitingReview(Evidence now) implements Result {}

        record InReviewByAnother(Evidence now) implements Result {}

        /** Nobody can have looked into these files, or nobody should. */
        record FilesWithheld(Evidence now, List<EvidenceFile> files) implements Result {}
    }

    private final EvidenceStore store;
    private final FileFacts fileFacts;
    private final ReviewLimits limits;
    private final Clock clock;

    ReviewEvidence(EvidenceStore store, FileFacts fileFacts, ReviewLimits limits, Clock clock) {
        this.store = store;
        this.fileFacts = fileFacts;
        this.limits = limits;
        this.clock = clock;
    }

    public Result review(Command command) {
        var found = store.find(command.id(), command.visible());
        if (found.isEmpty()) {
            return new Result.NotFound();
        }
        Evidence evidence = found.get();
        var errors = errors(command.decision());
        if (!errors.isEmpty()) {
            return new Result.Invalid(errors);
        }
        if (!evidence.mayBeReviewedBy(command.by())) {
            return new Result.NotIndependent();
        }
        if (saidBefore(evidence, command)) {
            return new Result.Reviewed(evidence);
        }
        if (command.seenVersion() != null && command.seenVersion() != evidence.version()) {
            return new Result.ChangedMeanwhile(evidence);
        }
        if (!evidence.state().awaitsReview()) {
            return new Result.NotAwaitingReview(evidence);
        }
        if (!evidence.mayBeDecidedBy(command.by())) {
            return new Result.InReviewByAnother(evidence);
        }
        var withheld = fileFacts.withheld(evidence.files());
        if (command.decision() instanceof Decision.Accept && !withheld.isEmpty()) {
            return new Result.FilesWithheld(evidence, withheld);
        }
        return keep(decide(evidence, command), command);
    }

    private Result keep(EvidenceEvent event, Command command) {
        if (!store.change(event)) {
            Evidence now = store.find(command.id(), command.visible()).orElseThrow();
            return saidBefore(now, command) ? new Result.Reviewed(now) : new Result.ChangedMeanwhile(now);
        }
        log.atInfo()
                .addKeyValue("evidenceId", command.id())
                .addKeyValue("state", event.evidence().state().word())
                .log("Evidence reviewed");
        return new Result.Reviewed(event.evidence());
    }

    private EvidenceEvent decide(Evidence evidence, Command command) {
        var now = clock.instant();
        return switch (command.decision()) {
            case Decision.Accept() -> evidence.accept(command.by(), now, UUID.randomUUID());
            case Decision.Return(var reason) -> evidence.giveBack(reason.strip(), command.by(), now, UUID.randomUUID());
        };
    }

    private static boolean saidBefore(Evidence evidence, Command command) {
        return switch (command.decision()) {
            case Decision.Accept() -> evidence.alreadySaid(EvidenceState.ACCEPTED, command.by(), null);
            case Decision.Return(var reason) ->
                evidence.alreadySaid(EvidenceState.RETURNED, command.by(), reason.strip());
        };
    }

    private List<FieldError> errors(Decision decision) {
        if (!(decision instanceof Decision.Return(var reason))) {
            return List.of();
        }
        int limit = limits.reasonLengthInCharacters();
        if (reason.isBlank()) {
            return List.of(new FieldError("reason", "reason-missing", "Enter a reason for returning this evidence"));
        }
        if (reason.strip().codePointCount(0, reason.strip().length()) > limit) {
            return List.of(new FieldError(
                    "reason", "reason-too-long", "Reason must be %,d characters or less".formatted(limit)));
        }
        return List.of();
    }
}
