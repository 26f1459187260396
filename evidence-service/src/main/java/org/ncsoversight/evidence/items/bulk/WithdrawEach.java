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
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.model.Person;
import org.springframework.stereotype.Component;

/** Takes evidence back. */
@Component
class WithdrawEach implements EachItem {

    private final ChangeEvidence changes;
    private final Clock clock;

    WithdrawEach(EvidenceStore store, Clock clock) {
        this.changes = new ChangeEvidence(store);
        this.clock = clock;
    }

    @Override
    public BulkAction action() {
        return BulkAction.WITHDRAW;
    }

    @Override
    public Outcome look(Wanted item, BulkCommand command) {
        return changes.look(item, command, withdrawal(command));
    }

    @Override
    public Outcome act(Wanted item, BulkCommand command) {
        return changes.act(item, command, withdrawal(command), clock.instant());
    }

    private static Withdrawal withdrawal(BulkCommand command) {
        return new Withdrawal(command.caller().person(), Reason.of(command.reason()));
    }

    private record Withdrawal(Person by, @Nullable String reason) implements ChangeEvidence.Change {

        @Override
        public Predicate<Evidence> isDone() {
            return evidence -> evidence.state() == EvidenceState.WITHDRAWN;
        }

        @Override
        public Optional<String> obstacle(Evidence evidence) {
            return evidence.state().canBeWithdrawn()
                    ? Optional.empty()
                    : Optional.of("Another item has replaced it, so it counts no more anyway");
        }

        @Override
        public EvidenceEvent of(Evidence evidence, Instant now) {
            return evidence.withdraw(reason, by, now, UUID.randomUUID());
        }

        @Override
        public String will() {
            return "Will be withdrawn";
        }

        @Override
        public String done() {
            return "Withdrawn";
        }
    }
}
