package org.ncsoversight.criteria.register.exchanging;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.ncsoversight.criteria.register.store.RegisterImport;
import org.ncsoversight.criteria.register.store.RegisterImport.State;
import org.ncsoversight.criteria.register.store.RegisterImportStore;

/** Imports for tests that need no database. */
class InMemoryRegisterImportStore implements RegisterImportStore {

    private final Map<UUID, RegisterImport> imports = new ConcurrentSkipListMap<>();

    @Override
    public Optional<RegisterImport> find(UUID id) {
        return Optional.ofNullable(imports.get(id));
    }

    @Override
    public List<RegisterImport> unfinished() {
        return imports.values().stream()
                .filter(imported -> imported.state() == State.APPLYING)
                .toList();
    }

    private record Held(UUID holder, Instant until) {}

    private final Map<UUID, Held> held = new ConcurrentHashMap<>();

    @Override
    public boolean hold(UUID id, UUID holder, Instant now, Instant until) {
        var mine = new Held(holder, until);
        return imports.get(id).state() == State.APPLYING
                && held.compute(
                                id,
                                (_, other) -> other == null
                                                || other.holder().equals(holder)
                                                || other.until().isBefore(now)
                                        ? mine
                                        : other)
                        .equals(mine);
    }

    @Override
    public void release(UUID id, UUID holder) {
        held.values().removeIf(one -> one.holder().equals(holder));
    }

    @Override
    public void save(RegisterImport imported) {
        imports.put(imported.id(), imported);
    }
}
