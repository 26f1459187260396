package org.ncsoversight.evidence.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Action;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceEvent;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.store.EvidenceFilter;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.items.store.Standing;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.security.VisibleProviders;

/** The twin of the one in MongoDB, for tests in milliseconds. */
public final class InMemoryEvidenceStore implements EvidenceStore {

    private final Map<EvidenceId, Evidence> kept = new LinkedHashMap<>();
    private final List<EvidenceEvent> announced = new ArrayList<>();

    @Override
    public synchronized boolean add(EvidenceEvent event) {
        if (kept.putIfAbsent(event.evidence().id(), event.evidence()) != null) {
            return false;
        }
        announced.add(event);
        return true;
    }

    @Override
    public synchronized boolean change(EvidenceEvent event) {
        var before = kept.get(event.evidence().id());
        if (before == null || before.version() != event.evidence().version() - 1) {
            return false;
        }
        kept.put(event.evidence().id(), event.evidence());
        announced.add(event);
        return true;
    }

    @Override
    public synchronized boolean isTaken(EvidenceId id) {
        return kept.containsKey(id);
    }

    @Override
    public synchronized Optional<Evidence> find(EvidenceId id, VisibleProviders visible) {
        return Optional.ofNullable(kept.get(id)).filter(evidence -> visible.includes(evidence.provider()));
    }

    @Override
    public synchronized Map<EvidenceId, EvidenceState> states(Collection<EvidenceId> ids, VisibleProviders visible) {
        return kept.values().stream()
                .filter(evidence -> ids.contains(evidence.id()) && visible.includes(evidence.provider()))
                .collect(Collectors.toMap(Evidence::id, Evidence::state));
    }

    @Override
    public synchronized Page list(EvidenceFilter filter, Slice slice, VisibleProviders visible) {
        var order = Comparator.comparing(Evidence::listKey);
        var sorted = slice.order() == Order.NEWEST_FIRST ? order.reversed() : order;
        var found = kept.values().stream()
                .filter(evidence -> visible.includes(evidence.provider()))
                .filter(filter::accepts)
                .sorted(sorted)
                .filter(evidence -> slice.after() == null || isAfter(evidence, slice))
                .toList();
        boolean more = found.size() > slice.limit();
        return new Page(more ? found.subList(0, slice.limit()) : found, more);
    }

    private static boolean isAfter(Evidence evidence, Slice slice) {
        int compared = evidence.listKey().compareTo(slice.after());
        return slice.order() == Order.NEWEST_FIRST ? compared < 0 : compared > 0;
    }

    @Override
    public synchronized Queue waiting(@Nullable String after, int limit, VisibleProviders visible) {
        var found = kept.values().stream()
                .filter(evidence -> visible.includes(evidence.provider()))
                .filter(evidence -> evidence.state().awaitsReview())
                .filter(evidence -> after == null || evidence.waitingKey().compareTo(after) > 0)
                .sorted(Comparator.comparing(Evidence::waitingKey))
                .toList();
        boolean more = found.size() > limit;
        return new Queue(more ? found.subList(0, limit) : found, more);
    }

    @Override
    public synchronized List<Standing> standings(int limit, VisibleProviders own) {
        return kept.values().stream()
                .filter(evidence -> own.includes(evidence.provider()))
                .limit(limit)
                .map(Standing::of)
                .toList();
    }

    @Override
    public synchronized Set<EvidenceId> announcedAfter(Instant time, int limit, VisibleProviders own) {
        return kept.values().stream()
                .filter(evidence -> own.includes(evidence.provider()))
                .filter(evidence -> evidence.history().stream()
                        .anyMatch(step -> step.at().isAfter(time) && step.action() != Action.ARRANGED))
                .limit(limit)
                .map(Evidence::id)
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized boolean holds(EvidenceId id, UUID file) {
        return Optional.ofNullable(kept.get(id))
                .flatMap(evidence -> evidence.fileOfAnyRevision(file))
                .isPresent();
    }

    public synchronized List<EvidenceEvent> announced() {
        return List.copyOf(announced);
    }

    public synchronized void clear() {
        kept.clear();
        announced.clear();
    }
}
