package org.ncsoversight.criteria.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.store.EditionPublished;
import org.ncsoversight.criteria.standard.store.EditionStore;

/** Editions for tests that need no database. */
public class InMemoryEditionStore implements EditionStore {

    private final Map<EditionId, Edition> editions = new LinkedHashMap<>();
    private final List<Edition> told = new ArrayList<>();
    private final List<EditionPublished> announced = new ArrayList<>();

    public List<EditionPublished> announced() {
        return announced;
    }

    @Override
    public Optional<Edition> find(EditionId id) {
        return Optional.ofNullable(editions.get(id));
    }

    @Override
    public Optional<Edition> find(EditionId id, long version) {
        return told.stream()
                .filter(edition -> edition.id().equals(id) && edition.version() == version)
                .findFirst();
    }

    @Override
    public Map<EditionId, Long> versions() {
        return editions.values().stream().collect(Collectors.toMap(Edition::id, Edition::version));
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
        return editions.putIfAbsent(event.edition().id(), event.edition()) == null
                && told.add(event.edition())
                && announced.add(event);
    }

    @Override
    public boolean replace(EditionPublished event) {
        Edition kept = editions.get(event.edition().id());
        if (kept == null || kept.version() != event.edition().version() - 1) {
            return false;
        }
        editions.put(kept.id(), event.edition());
        return told.add(event.edition()) && announced.add(event);
    }
}
