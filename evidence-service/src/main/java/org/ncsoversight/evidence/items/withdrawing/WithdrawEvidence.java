package org.ncsoversight.evidence.items.withdrawing;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.intake.Reason;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes the own organisation's evidence back, whatever was decided about it. */
@Component
public class WithdrawEvidence {

    private static final Logger log = LoggerFactory.getLogger(WithdrawEvidence.class);

    /** The version the provider looked at, or null when they did not say; the reason may be empty. */
    public record Command(
            EvidenceId id, @Nullable Long seenVersion, String reason, Person by, VisibleProviders visible) {}

    /** Every way a withdrawal can end; withdrawn already counts as withdrawn. */
    public sealed interface Result {

        record Withdrawn(Evidence evidence) implements Result {}

        record NotFound() implements Result {}

        record NotYours() implements Result {}

        record Invalid(List<FieldError> errors) implements Result {}

        record ChangedMeanwhile(Evidence now) implements Result {}

        /** Another item has replaced it, so it counts no more anyway. */
        record NotNow(Evidence now) implements Result {}
    }

    private final EvidenceStore store;
    private final Clock clock;

    WithdrawEvidence(EvidenceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public Result withdraw(Command command) {
        var found = store.find(command.id(), command.visible());
        if (found.isEmpty()) {
            return new Result.NotFound();
        }
        Evidence evidence = found.get();
        if (!command.by().belongsTo(evidence.provider())) {
            return new Result.NotYours();
        }
        if (evidence.state() == EvidenceState.WITHDRAWN) {
            return new Result.Withdrawn(evidence);
        }
        if (command.seenVersion() != null && command.seenVersion() != evidence.version()) {
            return new Result.ChangedMeanwhile(evidence);
        }
        if (!evidence.state().canBeWithdrawn()) {
            return new Result.NotNow(evidence);
        }
        var problem = Reason.problem(command.reason());
        if (problem.isPresent()) {
            return new Result.Invalid(List.of(problem.get()));
        }
        var event = evidence.withdraw(Reason.of(command.reason()), command.by(), clock.instant(), UUID.randomUUID());
        if (!store.change(event)) {
            return new Result.ChangedMeanwhile(
                    store.find(command.id(), command.visible()).orElseThrow());
        }
        log.atInfo().addKeyValue("evidenceId", command.id()).log("Evidence withdrawn");
        return new Result.Withdrawn(event.evidence());
    }
}
