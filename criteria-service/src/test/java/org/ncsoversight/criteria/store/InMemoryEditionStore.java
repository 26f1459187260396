package org.ncsoversight.criteria.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ncsoversight.criteria.model.standard.Edition;
import org.ncsoversight.criteria.model.standard.EditionId;
import org.ncsoversight.criteria.model.standard.EditionPublished;
import org.ncsoversight.criteria.model.standard.EditionStore;

/** Editions for tests that need no database. */
public class InMemoryEditionStore implements EditionStore {

    private final Map<EditionId, Edition> editions = new LinkedHashMap<>();
    private final List<EditionPublished> announced = new ArrayList<>();

    @Override
    public Optional<Edition> find(EditionId id) {
        return Optional.ofNullable(editions.get(id));
    }

    @Override
    public List<Edition> all() {
        return editions.values().stream()
                .sorted(Comparator.comparing(Edition::inForceFrom)
                        .thenComparing(edition -> edition.id().value()))
                .toList();
    }

    @Override
    public boolean add(EditionPublished event) {
        return editions.putIfAbsent(event.edition().id(), event.edition()) == null && announced.add(event);
    }

    @Override
    public boolean replace(EditionPublished event) {
        Edition kept = editions.get(event.edition().id());
        if (kept == null || kept.version() != event.edition().version() - 1) {
            return false;
        }
        editions.put(kept.id(), event.edition());
        return announced.add(event);
    }
}
