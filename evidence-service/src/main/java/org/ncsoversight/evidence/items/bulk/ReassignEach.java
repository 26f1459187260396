package org.ncsoversight.evidence.items.bulk;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.bulk.BulkCommand.Wanted;
import org.ncsoversight.evidence.items.intake.Reason;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceEvent;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.Text;
import org.springframework.stereotype.Component;

/** Gives evidence to another owner. */
@Component
class ReassignEach implements EachItem {

    private final ChangeEvidence changes;
    private final Clock clock;

    ReassignEach(EvidenceStore store, Clock clock) {
        this.changes = new ChangeEvidence(store);
        this.clock = clock;
    }

    @Override
    public BulkAction action() {
        return BulkAction.REASSIGN;
    }

    @Override
    public Outcome look(Wanted item, BulkCommand command) {
        return changes.look(item, command, reassignment(command));
    }

    @Override
    public Outcome act(Wanted item, BulkCommand command) {
        return changes.act(item, command, reassignment(command), clock.instant());
    }

    private static Reassignment reassignment(BulkCommand command) {
        return new Reassignment(command.caller().person(), Text.clean(command.owner()), Reason.of(command.reason()));
    }

    /** Before an owner is named, nothing is done yet. */
    private record Reassignment(
            Person by, String owner, @Nullable String reason) implements ChangeEvidence.Change {

        @Override
        public Predicate<Evidence> isDone() {
            return evidence ->
                    !owner.isEmpty() && owner.equals(evidence.content().owner());
        }

        @Override
        public Optional<String> obstacle(Evidence evidence) {
            return evidence.state().canBeWithdrawn()
                    ? Optional.empty()
                    : Optional.of("It counts no more, so nobody need answer for it");
        }

        @Override
        public EvidenceEvent of(Evidence evidence, Instant now) {
            return evidence.arrange(owner, evidence.content().threads(), reason, by, now, UUID.randomUUID());
        }

        @Override
        public String will() {
            return owner.isEmpty() ? "Will get a new owner" : "Will belong to " + owner;
        }

        @Override
        public String done() {
            return "Belongs to " + owner;
        }
    }
}
