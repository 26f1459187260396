package org.ncsoversight.evidence.store;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.store.DraftStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.security.VisibleProviders;

/** The twin of the one in MongoDB. */
public final class InMemoryDraftStore implements DraftStore {

    private final Map<EvidenceId, Draft> kept = new HashMap<>();

    @Override
    public synchronized boolean add(Draft draft) {
        return kept.putIfAbsent(draft.id(), draft) == null;
    }

    @Override
    public synchronized boolean save(Draft draft) {
        Draft before = kept.get(draft.id());
        if (before == null || before.version() != draft.version() - 1) {
            return false;
        }
        kept.put(draft.id(), draft);
        return true;
    }

    @Override
    public synchronized boolean remove(Draft draft) {
        Draft now = kept.get(draft.id());
        return now != null && now.version() == draft.version() && kept.remove(draft.id()) != null;
    }

    @Override
    public synchronized Optional<Draft> find(EvidenceId id, VisibleProviders own) {
        return Optional.ofNullable(kept.get(id)).filter(draft -> own.includes(draft.provider()));
    }

    @Override
    public synchronized Page list(@Nullable String after, int limit, VisibleProviders own) {
        var found = kept.values().stream()
                .filter(draft -> own.includes(draft.provider()))
                .filter(draft -> after == null || draft.listKey().compareTo(after) < 0)
                .sorted(Comparator.comparing(Draft::listKey).reversed())
                .toList();
        boolean more = found.size() > limit;
        return new Page(more ? found.subList(0, limit) : found, more);
    }

    @Override
    public synchronized boolean holds(EvidenceId id, UUID file) {
        return Optional.ofNullable(kept.get(id))
                .flatMap(draft -> draft.file(file))
                .isPresent();
    }
}
