package org.ncsoversight.evidence.items.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceEvent;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.security.VisibleProviders;

/** Keeps evidence, and announces each change in the same write that makes it. */
public interface EvidenceStore {

    /** By time of first submission, which never changes: whoever walks a list sees each item once. */
    enum Order {
        NEWEST_FIRST,
        OLDEST_FIRST
    }

    /** Where a list goes on and how far; after is the list key of the last item seen. */
    record Slice(Order order, @Nullable String after, int limit) {}

    /** Some items, and whether more follow. */
    record Page(List<Evidence> items, boolean more) {

        /** The list key to go on after. */
        public Optional<String> next() {
            return more ? Optional.of(items.getLast().listKey()) : Optional.empty();
        }
    }

    /** What waits for a review, whoever has waited longest first: a resubmission queues up again. */
    record Queue(List<Evidence> items, boolean more) {

        /** The waiting key to go on after. */
        public Optional<String> next() {
            return more ? Optional.of(items.getLast().waitingKey()) : Optional.empty();
        }
    }

    /** Keeps new evidence; false when its id is taken already, and then nothing changed. */
    boolean add(EvidenceEvent event);

    /** Keeps a change to the version before; false when another change came first, and then nothing changed. */
    boolean change(EvidenceEvent event);

    /** Whether some evidence has this id, whoever's it is. */
    boolean isTaken(EvidenceId id);

    Optional<Evidence> find(EvidenceId id, VisibleProviders visible);

    /** Of those of these that are there and visible. */
    Map<EvidenceId, EvidenceState> states(Collection<EvidenceId> ids, VisibleProviders visible);

    Page list(EvidenceFilter filter, Slice slice, VisibleProviders visible);

    /** Submitted or in review; after is the waiting key of the last item seen. */
    Queue waiting(@Nullable String after, int limit, VisibleProviders visible);

    /** Of all items at once, up to a limit and in no order; asked with one provider in mind. */
    List<Standing> standings(int limit, VisibleProviders own);

    /** Which of them changed after that in a way that is announced, up to a limit; asked with one provider in mind. */
    Set<EvidenceId> announcedAfter(Instant time, int limit, VisibleProviders own);

    /** Whether some evidence holds this file in any revision, so that the file must be kept. */
    boolean holds(EvidenceId id, UUID file);
}
