package org.ncsoversight.evidence.items.bulk;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.ncsoversight.evidence.items.bulk.BulkCommand.Wanted;
import org.ncsoversight.evidence.items.bulk.Outcome.Verdict;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceEvent;
import org.ncsoversight.evidence.items.store.EvidenceStore;

/** What all changes to evidence that was submitted have in common. */
final class ChangeEvidence {

    /** One kind of change, in its own words. */
    interface Change {

        Predicate<Evidence> isDone();

        /** Why it cannot be, in words; empty when it can. */
        Optional<String> obstacle(Evidence evidence);

        EvidenceEvent of(Evidence evidence, Instant now);

        String will();

        String done();
    }

    private final EvidenceStore store;

    ChangeEvidence(EvidenceStore store) {
        this.store = store;
    }

    Outcome look(Wanted item, BulkCommand command, Change change) {
        return find(item, command)
                .map(evidence -> look(evidence, item, change))
                .orElseGet(() -> Outcome.notFound(item.id()));
    }

    /** Of two who change an item at once, the store lets one through. */
    Outcome act(Wanted item, BulkCommand command, Change change, Instant now) {
        Outcome before = look(item, command, change);
        if (before.verdict() != Verdict.WILL_HAPPEN) {
            return before;
        }
        find(item, command).ifPresent(evidence -> {
            if (evidence.version() == item.version()) {
                store.change(change.of(evidence, now));
            }
        });
        return look(item, command, change);
    }

    private Outcome look(Evidence evidence, Wanted item, Change change) {
        if (change.isDone().test(evidence)) {
            return outcome(evidence, Verdict.DONE, "done", change.done());
        }
        if (evidence.version() != item.version()) {
            return outcome(
                    evidence,
                    Verdict.REFUSED,
                    "changed-meanwhile",
                    "Somebody changed it since you looked at it. Look again");
        }
        return change.obstacle(evidence)
                .map(why -> outcome(evidence, Verdict.REFUSED, "not-in-this-state", why))
                .orElseGet(() -> outcome(evidence, Verdict.WILL_HAPPEN, "possible", change.will()));
    }

    private Optional<Evidence> find(Wanted item, BulkCommand command) {
        return store.find(item.id(), command.caller().own());
    }

    private static Outcome outcome(Evidence evidence, Verdict verdict, String code, String message) {
        return new Outcome(
                evidence.id(),
                evidence.content().title(),
                verdict,
                code,
                message,
                evidence.state().word(),
                evidence.version());
    }
}
