package org.ncsoversight.criteria.exchanging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.criteria.store.RegisterImport;
import org.ncsoversight.criteria.store.RegisterImport.State;
import org.ncsoversight.criteria.store.RegisterImportStore;

/** Imports for tests that need no database. */
class InMemoryRegisterImportStore implements RegisterImportStore {

    private final Map<UUID, RegisterImport> imports = new LinkedHashMap<>();

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

    @Override
    public void save(RegisterImport imported) {
        imports.put(imported.id(), imported);
    }
}
