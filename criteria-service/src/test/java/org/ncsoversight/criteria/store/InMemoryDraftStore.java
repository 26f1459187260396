package org.ncsoversight.criteria.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.drafting.Draft;
import org.ncsoversight.criteria.standard.store.DraftStore;

/** Drafts for tests that need no database. */
public class InMemoryDraftStore implements DraftStore {

    private final Map<String, Draft> drafts = new TreeMap<>();

    @Override
    public Optional<Draft> find(EditionId id) {
        return Optional.ofNullable(drafts.get(id.value()));
    }

    @Override
    public List<Draft> all() {
        return List.copyOf(drafts.values());
    }

    @Override
    public boolean add(Draft draft) {
        return drafts.putIfAbsent(draft.id().value(), draft) == null;
    }

    @Override
    public boolean replace(Draft draft) {
        Draft kept = drafts.get(draft.id().value());
        if (kept == null || kept.version() != draft.version() - 1) {
            return false;
        }
        drafts.put(draft.id().value(), draft);
        return true;
    }

    @Override
    public boolean remove(EditionId id) {
        return drafts.remove(id.value()) != null;
    }
}
